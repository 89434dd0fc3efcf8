// One request for every route, with ids that are there: client A's, of the world it is made in. The matrix sends it as each principal.
// A new route needs an entry here, under "METHOD url" as the route is registered; what depends on who asks or on another system goes to
// moments.ts, and what cannot be asked at all to ELSEWHERE with the test that covers it.
// After adding: `vitest run --project server server/src/matrix.test.ts -u`, and read the new lines of matrix.txt.
import { LOGS_CAPABILITY } from "@vigia/protocol";
import { ADMINISTRATOR } from "../build-app.ts";
import type { Ask, Seed } from "./ask.ts";
import { CANARY } from "./canaries.ts";
import { doubted, quarantined } from "./duplicates.ts";
import { connectedMachine } from "./principals.ts";
import { SERVICE_SEEDS } from "./service-seeds.ts";
import { attachment, grantOf, groupId, licensed, person, program, resource, site, type World } from "./world.ts";

export type { Ask } from "./ask.ts";

const version = (number = 1) => ({ "if-match": `"${number}"` });
let serial = 0;
const named = (word: string): { name: string } => ({ name: `${word} ${++serial}` });
const plain = (ask: Ask = {}): Seed => ({ ask: () => ask });
const make = (ask: Seed["ask"]): Seed => ({ ask });
const base = "/api/v1";

const client = async (world: World) => (await world.maker.ok("POST", `${base}/clients`, named("Client"))).id as string;
const group = async (world: World) =>
  (await world.maker.ok("POST", `${base}/resource-groups`, { clientId: world.clientA, ...named("Group") })).id as string;
/** A type that every client's things may be of. */
const firstType = async ({ maker }: World) => (await maker.ok("GET", `${base}/equipment-types`)).items[0].id as string;
const container = async ({ maker }: World, target = "ticket") =>
  (await maker.ok("POST", `${base}/field-containers`, { ...named("Fields"), target })).id as string;
const field = async ({ maker }: World, containerId: string) =>
  (await maker.ok("POST", `${base}/field-containers/${containerId}/fields`, { label: named("Field").name, type: "text" })).id as string;
/** A field that every client's things have. */
async function firstField(world: World): Promise<string> {
  const { items } = await world.maker.ok("GET", `${base}/field-containers?target=resource`);
  return items[0]?.fields[0]?.id ?? field(world, await container(world, "resource"));
}
/** A machine whose agent can be asked for logs, and was not. */
async function unaskedMachine(world: World): Promise<string> {
  const { id } = await resource(world);
  await world.server.db.database.withTenant(world.organizationId, (tx) =>
    tx.agent.updateMany({ where: { resourceId: id }, data: { capabilities: [LOGS_CAPABILITY] } }),
  );
  return id;
}
const equipmentType = async ({ maker }: World) =>
  (await maker.ok("POST", `${base}/equipment-types`, { ...named("Kind"), kind: "other" })).id as string;
const sharedView = async ({ maker }: World) =>
  (await maker.ok("POST", `${base}/views`, { ...named("View"), shared: true, state: {} })).id as string;
const token = async (world: World) => {
  const body = { clientId: world.clientA, siteId: (await site(world)).id };
  return (await world.maker.ok("POST", `${base}/enrollment-tokens`, body)).id as string;
};
const permissionGroup = async (world: World) =>
  (await world.maker.ok("POST", `${base}/permission-groups`, { ...named("Permissions"), permissions: ["resources:read"] })).id as string;
const attendantGroup = async (world: World) => {
  const body = { ...named("Places"), scopes: [{ kind: "client", id: world.clientA }] };
  return (await world.maker.ok("POST", `${base}/attendant-groups`, body)).id as string;
};
const apiToken = async ({ maker }: World) =>
  (await maker.ok("POST", `${base}/api-tokens`, { ...named("Token"), scopes: ["resources:read"] })).id as string;
const secret = async ({ maker, clientA }: World) =>
  (await maker.ok("POST", `${base}/secrets`, { ...named("Secret"), value: CANARY.vaultValue, clientId: clientA })).id as string;
const hook = () => ({ url: `https://hooks.example.test/${++serial}`, events: ["resource.approved"] });
/** An organization may have few: those of earlier requests make room. One that is described stays. */
export async function webhook({ maker }: World): Promise<string> {
  const { items } = (await maker.get(`${base}/webhooks`)).body;
  for (const { id, version: number, description } of items)
    if (description === "") await maker.ok("DELETE", `${base}/webhooks/${id}`, undefined, version(number));
  return (await maker.ok("POST", `${base}/webhooks`, hook())).id;
}
/** A mail server that no mail ever reaches. */
export const mailServer = {
  host: "mail.example.test",
  port: 587,
  secure: false,
  username: "vigia",
  password: CANARY.mailPassword,
  from: "vigia@example.test",
};
const hour = () => `from=${Date.now() - 3_600_000}&to=${Date.now()}`;

export const SEEDS: Readonly<Record<string, Seed>> = {
  ...SERVICE_SEEDS,
  // There until the server is set up; matrix-files.test.ts asks a server that is not.
  "GET /api/v1/setup": plain(),
  "POST /api/v1/setup": plain({ body: { code: "none", ...ADMINISTRATOR } }),
  "GET /api/v1/session": plain(),
  "DELETE /api/v1/session": { ...plain(), spendsSession: true },
  "PATCH /api/v1/me": plain({ body: { theme: "dark" } }),
  "GET /api/v1/me/sessions": plain(),
  "POST /api/v1/me/sessions/end-others": { ...plain(), spendsSession: true },
  "GET /api/v1/me/factors": plain(),
  "GET /api/v1/recovery-key": plain(),
  "GET /api/v1/key-backup": plain(),

  "GET /api/v1/clients": plain(),
  "POST /api/v1/clients": make(() => ({ body: named("Client") })),
  "GET /api/v1/clients/:id": make(({ clientA }) => ({ url: `${base}/clients/${clientA}` })),
  "PATCH /api/v1/clients/:id": make(async ({ clientA, maker }) => ({
    url: `${base}/clients/${clientA}`,
    body: { notes: "seen" },
    headers: version((await maker.get(`${base}/clients/${clientA}`)).body.version),
  })),
  "DELETE /api/v1/clients/:id": make(async (world) => ({ url: `${base}/clients/${await client(world)}`, headers: version() })),
  "GET /api/v1/sites": plain(),
  "POST /api/v1/sites": make(({ clientA }) => ({ body: { clientId: clientA, ...named("Site") } })),
  "GET /api/v1/sites/:id": make(async (world) => ({ url: `${base}/sites/${(await site(world)).id}` })),
  "PATCH /api/v1/sites/:id": make(async (world) => ({
    url: `${base}/sites/${(await site(world)).id}`,
    body: named("Site"),
    headers: version(),
  })),
  "DELETE /api/v1/sites/:id": make(async (world) => ({ url: `${base}/sites/${(await site(world)).id}`, headers: version() })),

  "GET /api/v1/resources": plain(),
  "POST /api/v1/resources": make(async (world) => ({
    body: {
      clientId: world.clientA,
      siteId: (await site(world)).id,
      groupId: await group(world),
      typeId: await firstType(world),
      fields: [{ fieldId: await firstField(world), value: "x" }],
      ...named("Thing"),
    },
  })),
  "POST /api/v1/resources/:id/restore": make(async (world) => {
    const { id } = await resource(world);
    await world.maker.ok("DELETE", `${base}/resources/${id}`, undefined, version());
    return { url: `${base}/resources/${id}/restore` };
  }),
  "GET /api/v1/resources/:id/notes": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/notes` })),
  "POST /api/v1/resources/:id/notes": make(async (world) => ({
    url: `${base}/resources/${(await resource(world)).id}/notes`,
    body: { text: "seen" },
  })),
  "GET /api/v1/imports/template": plain(),
  "POST /api/v1/imports": plain({
    url: `${base}/imports?name=things.csv`,
    body: "Name,Client\n",
    headers: { "content-type": "application/octet-stream" },
  }),
  "GET /api/v1/resources/:id/attachments": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/attachments` })),
  "POST /api/v1/resources/:id/attachments": make(async (world) => ({
    url: `${base}/resources/${(await resource(world)).id}/attachments?name=note.txt`,
    body: "a file",
    headers: { "content-type": "application/octet-stream" },
  })),
  "GET /api/v1/resources/:id/attachments/:fileId": make(async (world) => ({ url: await attachment(world) })),
  "DELETE /api/v1/resources/:id/attachments/:fileId": make(async (world) => ({ url: await attachment(world) })),
  "GET /api/v1/resources/:id/fields": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/fields` })),
  "PUT /api/v1/resources/:id/fields": make(async (world) => ({
    url: `${base}/resources/${(await resource(world)).id}/fields`,
    body: { values: [{ fieldId: await firstField(world), value: named("Value").name }] },
  })),
  "GET /api/v1/resource-tags": plain(),
  "GET /api/v1/field-containers": plain(),
  "POST /api/v1/field-containers": make(() => ({ body: { ...named("Fields"), target: "client" } })),
  "PATCH /api/v1/field-containers/:id": make(async (world) => ({
    url: `${base}/field-containers/${await container(world)}`,
    body: named("Fields"),
    headers: version(),
  })),
  "DELETE /api/v1/field-containers/:id": make(async (world) => ({
    url: `${base}/field-containers/${await container(world)}`,
    headers: version(),
  })),
  "POST /api/v1/field-containers/:id/fields": make(async (world) => ({
    url: `${base}/field-containers/${await container(world)}/fields`,
    body: { label: named("Field").name, type: "text" },
  })),
  "PATCH /api/v1/custom-fields/:id": make(async (world) => ({
    url: `${base}/custom-fields/${await field(world, await container(world))}`,
    body: { label: named("Field").name },
    headers: version(),
  })),
  "DELETE /api/v1/custom-fields/:id": make(async (world) => ({
    url: `${base}/custom-fields/${await field(world, await container(world))}`,
    headers: version(),
  })),
  "GET /api/v1/equipment-types": plain(),
  "POST /api/v1/equipment-types": make(() => ({ body: { ...named("Kind"), kind: "other" } })),
  "PATCH /api/v1/equipment-types/:id": make(async (world) => ({
    url: `${base}/equipment-types/${await equipmentType(world)}`,
    body: named("Kind"),
    headers: version(),
  })),
  "DELETE /api/v1/equipment-types/:id": make(async (world) => ({
    url: `${base}/equipment-types/${await equipmentType(world)}`,
    headers: version(),
  })),
  "GET /api/v1/fleet/values": plain({ url: `${base}/fleet/values?field=client&q=a` }),
  "GET /api/v1/views": plain(),
  "POST /api/v1/views": make(() => ({ body: { ...named("View"), state: { filter: "os:debian" } } })),
  "PUT /api/v1/views/default": make(async (world) => ({ body: { viewId: await sharedView(world) } })),
  "PATCH /api/v1/views/:id": make(async (world) => ({
    url: `${base}/views/${await sharedView(world)}`,
    body: named("View"),
    headers: version(),
  })),
  "DELETE /api/v1/views/:id": make(async (world) => ({ url: `${base}/views/${await sharedView(world)}`, headers: version() })),
  "GET /api/v1/resources/:id": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}` })),
  "PATCH /api/v1/resources/:id": make(async (world) => ({
    url: `${base}/resources/${(await resource(world)).id}`,
    body: { siteId: (await site(world)).id, groupId: await group(world), typeId: await firstType(world) },
    headers: version(),
  })),
  "DELETE /api/v1/resources/:id": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}`, headers: version() })),
  "POST /api/v1/resources/:id/approve": make(async (world) => ({
    url: `${base}/resources/${(await resource(world, "pending")).id}/approve`,
  })),
  "POST /api/v1/resources/:id/refuse": make(async (world) => ({
    url: `${base}/resources/${(await resource(world, "pending")).id}/refuse`,
  })),
  "POST /api/v1/resources/:id/revoke": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/revoke` })),
  "GET /api/v1/resources/:id/events": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/events` })),
  "GET /api/v1/resources/:id/metrics": make(async (world) => ({
    url: `${base}/resources/${(await resource(world)).id}/metrics?${hour()}`,
  })),
  "GET /api/v1/resources/:id/inventory": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/inventory` })),
  "GET /api/v1/resources/:id/log-requests": make(async (world) => ({
    url: `${base}/resources/${(await resource(world)).id}/log-requests`,
  })),
  "POST /api/v1/resources/:id/log-requests": make(async (world) => ({
    url: `${base}/resources/${await unaskedMachine(world)}/log-requests`,
  })),
  "POST /api/v1/resources/:id/inventory/request": make(async (world) => ({
    url: `${base}/resources/${await connectedMachine(world)}/inventory/request`,
  })),
  "GET /api/v1/resources/:id/identity": make(async (world) => ({ url: `${base}/resources/${(await doubted(world)).youngerId}/identity` })),
  "POST /api/v1/resources/:id/merge": make(async (world) => {
    const { olderId, youngerId } = await doubted(world);
    return { url: `${base}/resources/${youngerId}/merge`, body: { otherId: olderId } };
  }),
  "POST /api/v1/duplicate-proposals/:id/dismiss": make(async (world) => ({
    url: `${base}/duplicate-proposals/${(await doubted(world)).proposalId}/dismiss`,
  })),
  "POST /api/v1/resources/:id/lift-quarantine": make(async (world) => ({
    url: `${base}/resources/${await quarantined(world)}/lift-quarantine`,
  })),
  "GET /api/v1/resources/:id/software": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/software` })),
  "GET /api/v1/resources/:id/changes": make(async (world) => ({ url: `${base}/resources/${(await resource(world)).id}/changes` })),
  "GET /api/v1/software": plain(),
  "GET /api/v1/software/export": plain({ url: `${base}/software/export?format=csv` }),
  "GET /api/v1/software/:id/resources/export": make(async (world) => ({
    url: `${base}/software/${await program(world)}/resources/export?format=csv`,
  })),
  "GET /api/v1/resources/export": plain({ url: `${base}/resources/export?format=csv` }),
  "GET /api/v1/licences": plain(),
  "GET /api/v1/licences/products": plain(),
  "GET /api/v1/licences/export": plain({ url: `${base}/licences/export?format=csv` }),
  "POST /api/v1/resources/:id/licences/remove": make(async (world) => {
    const { id, licence } = await licensed(world);
    return { url: `${base}/resources/${id}/licences/remove`, body: licence };
  }),
  "GET /api/v1/software/:id/resources": make(async (world) => ({ url: `${base}/software/${await program(world)}/resources` })),
  "GET /api/v1/fleet": plain(),
  "GET /api/v1/resource-groups": plain(),
  "POST /api/v1/resource-groups": make(({ clientA }) => ({ body: { clientId: clientA, ...named("Group") } })),
  "PATCH /api/v1/resource-groups/:id": make(async (world) => ({
    url: `${base}/resource-groups/${await group(world)}`,
    body: named("Group"),
    headers: version(),
  })),
  "DELETE /api/v1/resource-groups/:id": make(async (world) => ({
    url: `${base}/resource-groups/${await group(world)}`,
    headers: version(),
  })),
  "GET /api/v1/overview": plain(),
  "GET /api/v1/search": plain(),
  "GET /api/v1/enrollment-tokens": plain(),
  "POST /api/v1/enrollment-tokens": make(async (world) => ({ body: { clientId: world.clientA, siteId: (await site(world)).id } })),
  "POST /api/v1/enrollment-tokens/:id/revoke": make(async (world) => ({ url: `${base}/enrollment-tokens/${await token(world)}/revoke` })),
  "GET /api/v1/settings": make(({ clientA }) => ({ url: `${base}/settings?scope=client&id=${clientA}` })),
  "PUT /api/v1/settings/:scope/:id/:key": make(async (world) => ({
    url: `${base}/settings/resource/${(await resource(world)).id}/agent.metricsIntervalSeconds`,
    body: { value: 60 },
  })),

  "GET /api/v1/audit": plain(),
  "GET /api/v1/audit/export.csv": plain(),
  "GET /api/v1/audit/verification": plain(),

  "GET /api/v1/users": plain(),
  "POST /api/v1/users": make(() => ({ body: { ...named("Person"), email: `new.${++serial}@example.test` } })),
  "GET /api/v1/users/:id": make(async (world) => ({ url: `${base}/users/${(await person(world)).id}` })),
  "PATCH /api/v1/users/:id": make(async (world) => ({
    url: `${base}/users/${(await person(world)).id}`,
    body: named("Renamed"),
    headers: version(),
  })),
  "DELETE /api/v1/users/:id": make(async (world) => ({ url: `${base}/users/${(await person(world)).id}` })),
  "POST /api/v1/users/:id/erase": make(async (world) => ({ url: `${base}/users/${(await person(world)).id}/erase` })),
  "POST /api/v1/users/:id/disable": make(async (world) => ({ url: `${base}/users/${(await person(world)).id}/disable` })),
  "POST /api/v1/users/:id/enable": make(async (world) => ({ url: `${base}/users/${(await person(world)).id}/enable` })),
  "POST /api/v1/users/:id/sign-out": make(async (world) => ({ url: `${base}/users/${(await person(world)).id}/sign-out` })),
  "GET /api/v1/permission-groups": plain(),
  "POST /api/v1/permission-groups": make(() => ({ body: { ...named("Permissions"), permissions: ["resources:read"] } })),
  "PATCH /api/v1/permission-groups/:id": make(async (world) => ({
    url: `${base}/permission-groups/${await permissionGroup(world)}`,
    body: named("Permissions"),
    headers: version(),
  })),
  "DELETE /api/v1/permission-groups/:id": make(async (world) => ({
    url: `${base}/permission-groups/${await permissionGroup(world)}`,
    headers: version(),
  })),
  "GET /api/v1/attendant-groups": plain(),
  "POST /api/v1/attendant-groups": make(({ clientA }) => ({ body: { ...named("Places"), scopes: [{ kind: "client", id: clientA }] } })),
  "PATCH /api/v1/attendant-groups/:id": make(async (world) => ({
    url: `${base}/attendant-groups/${await attendantGroup(world)}`,
    body: { scopes: [{ kind: "client", id: world.clientB }] },
    headers: version(),
  })),
  "DELETE /api/v1/attendant-groups/:id": make(async (world) => ({
    url: `${base}/attendant-groups/${await attendantGroup(world)}`,
    headers: version(),
  })),
  "GET /api/v1/grants": plain(),
  "POST /api/v1/grants": make(async (world) => ({
    body: {
      userId: (await person(world)).id,
      permissionGroupId: await groupId(world, "viewer"),
      attendantGroupId: await attendantGroup(world),
    },
  })),
  "DELETE /api/v1/grants/:id": make(async (world) => ({ url: `${base}/grants/${await grantOf(world)}` })),
  "GET /api/v1/access/explain": make(async (world) => ({
    url: `${base}/access/explain?userId=${world.makerId}&permission=resources:read&kind=client&id=${world.clientA}`,
  })),

  "GET /api/v1/factor-resets": plain(),
  "GET /api/v1/security-policy": plain(),
  "PUT /api/v1/security-policy": plain({ body: { requireFactor: "none" } }),
  "POST /api/v1/session/step-up/options": plain({ body: {} }),
  "POST /api/v1/me/factors/totp": plain({ body: {} }),
  "POST /api/v1/me/factors/passkey/options": plain({ body: {} }),

  "GET /api/v1/api-tokens": plain(),
  "POST /api/v1/api-tokens": make(() => ({ body: { ...named("Token"), scopes: ["resources:read"] } })),
  "POST /api/v1/api-tokens/:id/revoke": make(async (world) => ({ url: `${base}/api-tokens/${await apiToken(world)}/revoke` })),
  "GET /api/v1/sso": plain(),
  "PUT /api/v1/sso": plain({
    body: { issuer: "https://id.example.test", clientId: "vigia", clientSecret: CANARY.ssoClientSecret, enabled: false },
  }),
  "GET /api/v1/sso/offer": plain(),
  "GET /api/v1/me/sso": plain(),

  "GET /api/v1/secrets": plain(),
  "POST /api/v1/secrets": make(({ clientA }) => ({ body: { ...named("Secret"), value: CANARY.vaultValue, clientId: clientA } })),
  "GET /api/v1/secrets/:id": make(async (world) => ({ url: `${base}/secrets/${await secret(world)}` })),
  "PATCH /api/v1/secrets/:id": make(async (world) => ({
    url: `${base}/secrets/${await secret(world)}`,
    body: named("Secret"),
    headers: version(),
  })),
  "DELETE /api/v1/secrets/:id": make(async (world) => ({ url: `${base}/secrets/${await secret(world)}`, headers: version() })),
  "PUT /api/v1/secrets/:id/access": make(async (world) => ({
    url: `${base}/secrets/${await secret(world)}/access`,
    body: { userIds: [world.makerId] },
    headers: version(),
  })),
  "POST /api/v1/secrets/:id/reveal": make(async (world) => ({ url: `${base}/secrets/${await secret(world)}/reveal` })),
  "GET /api/v1/secrets/:id/history": make(async (world) => ({ url: `${base}/secrets/${await secret(world)}/history` })),

  "GET /api/v1/notices": plain(),
  "POST /api/v1/notices/read-all": plain(),
  "GET /api/v1/webhooks": plain(),
  "POST /api/v1/webhooks": make(() => ({ body: hook() })),
  "GET /api/v1/webhooks/:id": make(async (world) => ({ url: `${base}/webhooks/${await webhook(world)}` })),
  "PATCH /api/v1/webhooks/:id": make(async (world) => ({
    url: `${base}/webhooks/${await webhook(world)}`,
    body: { active: false },
    headers: version(),
  })),
  "DELETE /api/v1/webhooks/:id": make(async (world) => ({ url: `${base}/webhooks/${await webhook(world)}`, headers: version() })),
  "GET /api/v1/webhooks/:id/deliveries": make(async (world) => ({ url: `${base}/webhooks/${await webhook(world)}/deliveries` })),
  "GET /api/v1/mail-settings": plain(),
  "PUT /api/v1/mail-settings": plain({ body: mailServer }),
  "DELETE /api/v1/mail-settings": make(async ({ maker }) => {
    await maker.ok("PUT", `${base}/mail-settings`, mailServer);
    return {};
  }),
  "GET /api/v1/mails": plain(),
};

/** Routes that cannot be asked with a plain request, and the tests that ask them. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  "GET /api/v1/live": "matrix-sockets.test.ts: a socket",
};
