// Imports: tables of equipment that people send in. Checked first, then written row by row through the modules whose things they are.
export { registerImportRoutes } from "./routes.ts";
export { createImportService } from "./service.ts";
