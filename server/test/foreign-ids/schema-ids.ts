// Which ids the API document says that routes take, so that none is forgotten.

/** A part of a JSON schema, as far as ids are looked for in it. */
interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema } | undefined>> };
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every id of every route, in words: `PATCH /api/v1/resources/:id: body siteId`. Places in lists have no number. */
export function idsOfDocument({ paths, components }: ApiDocument): string[] {
  const idsIn = (schema: Schema | undefined, name: string): string[] => {
    if (schema === undefined) return [];
    if (schema.$ref !== undefined) return idsIn(components.schemas[schema.$ref.split("/").at(-1) ?? ""], name);
    if (schema.format === "uuid") return [name];
    const below = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      idsIn(inner, `${name}${name === "body" ? " " : "."}${key}`),
    );
    return [...below, ...idsIn(schema.items, name), ...(schema.anyOf ?? []).flatMap((inner) => idsIn(inner, name))];
  };
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) => {
      const named = parameters.filter(({ in: where }) => where === "path" || where === "query");
      const ids = [
        ...named.flatMap(({ in: where, name, schema }) => idsIn(schema, `${where} ${name}`)),
        ...idsIn(requestBody?.content["application/json"]?.schema, "body"),
      ];
      return ids.map((id) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}: ${id}`);
    }),
  );
  return [...new Set(found)];
}

/** A place of a request in the same words; `route` is the route as it is registered. */
export function placeInWords(route: string, place: string): string {
  const [kind = "", where = ""] = place.split(" ");
  if (kind === "path") return `${route}: path ${(route.split(" ")[1] ?? "").split("/")[Number(where)]?.replace(":", "")}`;
  return `${route}: ${kind} ${where.replaceAll(/\.\d+/g, "")}`;
}
