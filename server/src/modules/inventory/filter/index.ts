// The one language that asks for machines, in the console's search, the API and wherever a set of machines is kept:
//   os:"windows 11" disk.encrypted:no software:"firefox"<115 (site:Matriz or site:"São Paulo") -virtual:yes
// Terms side by side must all hold. Text becomes a tree here (parse.ts) and the tree parametrised SQL (compile.ts); never text SQL.
export { compileFilter } from "./compile.ts";
export { FIELDS } from "./fields.ts";
export { FilterError, parseFilter } from "./parse.ts";
