// Where a request names ids: in its path, its query, and its body at any depth. One is changed at a time.
import type { Ask } from "../matrix/seeds.ts";

/** One id in a request, in words: `path 4`, `query userId`, `body scopes.0.id`. */
interface Place {
  readonly name: string;
  readonly id: string;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The ids of a request in the order they stand there. */
export function placesOf({ url = "", body }: Ask): Place[] {
  const [path = "", query = ""] = url.split("?");
  const inPath = path.split("/").map((id, index) => ({ name: `path ${index}`, id }));
  const inQuery = [...new URLSearchParams(query)].map(([key, id]) => ({ name: `query ${key}`, id }));
  return [...inPath, ...inQuery, ...leavesOf(body, "body")].filter(({ id }) => UUID.test(id));
}

function leavesOf(value: unknown, name: string): Place[] {
  if (typeof value === "string") return [{ name, id: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${name}${name === "body" ? " " : "."}${key}`));
}

/** The request with this one id in that place instead. */
export function withId(ask: Ask, place: Place, id: string): Ask {
  const url = place.name.startsWith("body") || ask.url === undefined ? ask.url : ask.url.replace(place.id, id);
  const body = place.name.startsWith("body") ? replaced(ask.body, "body", place.name, id) : ask.body;
  return { ...ask, ...(url !== undefined && { url }), ...(body !== undefined && { body }) };
}

function replaced(value: unknown, name: string, wanted: string, id: string): unknown {
  if (name === wanted) return id;
  if (Array.isArray(value))
    return value.map((inner, index) => replaced(inner, `${name}${name === "body" ? " " : "."}${index}`, wanted, id));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaced(inner, `${name}${name === "body" ? " " : "."}${key}`, wanted, id)]),
  );
}
