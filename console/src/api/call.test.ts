import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const { paths } = JSON.parse(fs.readFileSync(path.join(folder, "openapi.json"), "utf8")) as {
  paths: Record<string, Record<string, unknown>>;
};
/** An address with every identifier in it as "{}". */
const shapeOf = (address: string): string => address.replaceAll(/\$?\{[^}]*\}/g, "{}");
const served = new Set(
  Object.entries(paths).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${shapeOf(address)}`),
  ),
);

test("every route that is called by its address is one the server has", () => {
  const called = fs
    .readdirSync(folder)
    .filter((file) => /^[\w-]+\.ts$/.test(file) && !file.includes(".test"))
    .flatMap((file) => [
      ...fs.readFileSync(path.join(folder, file), "utf8").matchAll(/\bcall(?:<[^(]*>)?\("(\w+)",\s*["`](\/api\/[^"`]+)["`]/g),
    ])
    .map((match) => `${match[1]} ${shapeOf(match[2] ?? "")}`);
  expect(called.length).toBeGreaterThan(30);
  for (const route of called) if (!route.includes("/users/{}/{}")) expect(served, route).toContain(route);
});
