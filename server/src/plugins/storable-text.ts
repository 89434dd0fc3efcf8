// PostgreSQL's text cannot hold U+0000. Text that has one is refused here, for every route, instead of failing in a query.
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";

/** Looks at what validation let through, so its depth is that of the route's schema. */
export function storableText(app: App): void {
  app.addHook("preHandler", async (request) => {
    // What is not there is not found, whatever its path and query hold.
    if (request.is404) return;
    const field = fieldWithNul(request.body, "") ?? fieldWithNul(request.query, "") ?? fieldWithNul(request.params, "");
    if (field === undefined) return;
    throw new AppError("INVALID_INPUT", "text must not hold the character U+0000", {
      details: { fields: [{ field: field.replaceAll("\0", "").slice(0, 100), problem: "characters" }] },
    });
  });
}

/** The path of the first text with a U+0000, or undefined. */
function fieldWithNul(value: unknown, path: string): string | undefined {
  if (typeof value === "string") return value.includes("\0") ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = fieldWithNul(member, path === "" ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
