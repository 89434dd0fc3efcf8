// The one language that asks for machines, in the console's search, the API and wherever a set of machines is kept:
//   os:"windows 11" disk.encrypted:no software:"firefox"<115 (site:Matriz or site:"São Paulo") -virtual:yes
//   type:server warranty<"90 days" -tag:spare field."Cost centre":4711 agent:no
// Terms side by side must all hold. Text becomes a tree here (parse.ts) and the tree parametrised SQL (compile.ts); never text SQL.
export { columnOf, compileFilter, LISTS, TEXT_FIELDS, type TextField } from "./compile.ts";
export type { CustomField } from "./custom.ts";
export { FIELDS } from "./fields.ts";
export { FilterError, parseFilter } from "./parse.ts";
export { holds } from "./sql.ts";
export type { Filter } from "./tree.ts";
export type { CustomKind } from "./values.ts";
