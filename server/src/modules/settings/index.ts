// Settings: a value can be made at an organization, client, site, group or resource, and holds for everything below until a narrower one.
// What stands above what is known to modules right of this one and given as `scopes`.
export { SETTING_KEYS, type SettingName, type SettingValues } from "./keys.ts";
export { registerSettingsRoutes } from "./routes.ts";
export { type NamedScopeLink, SCOPES, type Scope, type ScopeLink, type SettingsScopes } from "./scopes.ts";
export { createSettings, type SettingItem, type Settings } from "./settings.ts";
