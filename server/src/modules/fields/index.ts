// Custom fields: what an organization wants to know of its resources, and later of tickets, clients and requesters, in containers of its own.
// Whose values may be read and written is known by the module whose things they are about.
export { createFieldContainers } from "./containers.ts";
export { registerFieldRoutes } from "./routes.ts";
export { problemOf } from "./rules.ts";
export { type CustomField, FieldValues, type ValuesInput, valuesBody, valuesOf } from "./schemas.ts";
export { readValues, writeValues } from "./values.ts";
