// A believable organization around the demo's machines, for screenshots: people with grants, secrets, tokens, webhooks, a provider.
import type { Api } from "./api.ts";

const PEOPLE = [
  { name: "Bruno Carvalho", email: "bruno.carvalho@acme-it.example", group: "tenant_admin" },
  { name: "Chloé Lefèvre", email: "chloe@acme-it.example", group: "technician" },
  { name: "Daiana Souza", email: "daiana.souza@acme-it.example", group: "technician" },
  {
    name: "Maximiliane Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst",
    email: "maximiliane.freifrau.von.und.zu.hohenlohe-waldenburg@a-rather-long-subdomain.acme-it.example",
    group: "viewer",
  },
  { name: "Rui Tanaka", email: "rui@acme-it.example", group: undefined },
] as const;
const SECRETS = [
  ["Domain administrator", "ACME\\administrator", "One of the two break-glass accounts."],
  ["Firewall", "admin", ""],
  ["Hypervisor root", "root", "Only from the management network."],
  ["Backup repository of the headquarters and both branch offices, encryption passphrase", "", "Without it no backup opens."],
] as const;

interface Listed {
  readonly items: readonly { readonly id: string; readonly predefined: string | null }[];
}

export interface DemoOrganization {
  readonly organizationId: string;
  /** Somebody with one limited grant. */
  readonly technicianId: string;
  /** Somebody whose name is long. */
  readonly longNamedId: string;
  readonly clientId: string;
}

/** Fills an organization that was just set up, as its administrator. */
export async function makeOrganization(api: Api): Promise<DemoOrganization> {
  const { organization } = await api.ok<{ organization: { id: string } }>("GET", "/api/v1/session");
  const client = await api.ok<{ id: string }>("POST", "/api/v1/clients", { name: "Northwind Traders" });
  const { items: permissionGroups } = await api.ok<Listed>("GET", "/api/v1/permission-groups");
  const { items: places } = await api.ok<Listed>("GET", "/api/v1/attendant-groups");
  const predefined = (list: Listed["items"], name: string) => list.find((group) => group.predefined === name)?.id;
  const limited = await api.ok<{ id: string }>("POST", "/api/v1/attendant-groups", {
    name: "Northwind only",
    scopes: [{ kind: "client", id: client.id }],
  });
  await api.ok("POST", "/api/v1/permission-groups", {
    name: "Night watch",
    description: "Sees everything, approves new machines",
    permissions: ["resources:read", "live:read", "agents:approve", "clients:read"],
  });
  const ids: string[] = [];
  for (const { name, email, group } of PEOPLE) {
    const { user } = await api.ok<{ user: { id: string } }>("POST", "/api/v1/users", { name, email });
    ids.push(user.id);
    if (group === undefined) continue;
    const attendantGroupId = ids.length === 2 ? limited.id : predefined(places, "all");
    await api.ok("POST", "/api/v1/grants", { userId: user.id, permissionGroupId: predefined(permissionGroups, group), attendantGroupId });
  }
  await api.ok("POST", `/api/v1/users/${ids[4]}/disable`);
  for (const [name, username, notes] of SECRETS) {
    const more = username === "" ? {} : { username };
    await api.ok("POST", "/api/v1/secrets", { name, value: "not this one", notes, clientId: client.id, ...more });
  }
  for (const name of ["Backup report", "Wallboard in the operations room"])
    await api.ok("POST", "/api/v1/api-tokens", { name, scopes: ["resources:read", "live:read"], cidrs: ["203.0.113.0/24"] });
  const issuer = "https://login.acme-it.example/";
  await api.ok("PUT", "/api/v1/sso", { issuer, clientId: "vigia", clientSecret: "a secret of the demo", enabled: true });
  return { organizationId: organization.id, technicianId: ids[1] ?? "", longNamedId: ids[3] ?? "", clientId: client.id };
}
