// Settings: a value can be made at an organization, client, site, group or resource, and holds for everything below until a narrower one.
// What stands above what is known to modules right of this one and given as `scopes`.
export { registerSettingsRoutes } from "./routes.ts";
export type { NamedScopeLink, ScopeLink, SettingsScopes } from "./scopes.ts";
export { createSettings, type Settings } from "./settings.ts";
