// Query parameters: numbers arrive as text and are converted by their schema; a parameter that a route does not name is refused,
// because a filter that filters nothing would be believed. Bodies are never converted: their "5" is not 5, their null not "".
import type { App } from "./app.ts";

interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly type?: unknown }>>;
}

/** Must be added before any route that takes a query. */
export function strictQueries(app: App): void {
  app.addHook("onRoute", (route) => {
    const schema = route.schema?.querystring;
    if (route.schema === undefined || schema === undefined) return;
    route.schema = { ...route.schema, querystring: { ...schema, additionalProperties: false } };
  });

  app.addHook("preValidation", async (request) => {
    const { properties = {} } = (request.routeOptions.schema?.querystring ?? {}) as QuerySchema;
    const query = request.query as Record<string, unknown>;
    for (const [name, { type }] of Object.entries(properties)) {
      const text = query[name];
      if ((type === "integer" || type === "number") && typeof text === "string" && isNumber(text)) query[name] = Number(text);
    }
  });
}

const isNumber = (text: string): boolean => /^-?\d{1,15}(\.\d{1,15})?$/.test(text);
