// Views: lists of resources as people want them again, with their filter, order, columns and density.
// Its tables are saved_views and default_views.
export { registerViewRoutes } from "./routes.ts";
export { createSavedViews } from "./service.ts";
