// The places of the settings area and who may open each.

export const SETTINGS_PLACES = [
  { to: "/settings", word: "general", permission: undefined },
  { to: "/settings/people", word: "people", permission: "accounts:read" },
  { to: "/settings/groups", word: "groups", permission: "accounts:read" },
  { to: "/settings/explain", word: "explain", permission: "access:explain" },
  { to: "/settings/security", word: "security", permission: "organization:admin" },
  { to: "/settings/tokens", word: "tokens", permission: "tokens:manage" },
  { to: "/settings/sso", word: "sso", permission: "sso:manage" },
  { to: "/settings/fields", word: "fields", permission: "organization:admin" },
  { to: "/settings/mail", word: "mail", permission: "notify:manage" },
] as const;

/** They stand in the rail; a telephone has no room there. */
export const PHONE_PLACES = [
  { to: "/audit", word: "audit", permission: "audit:read" },
  { to: "/vault", word: "vault", permission: "vault:read" },
] as const;
