// Requests with ids that the matrix's seeds leave out: filters of lists, optional fields, and what is somebody's own.

import { newId } from "../../src/ids.ts";
import { addPasskey, importOf, noteOf } from "../matrix/moments.ts";
import { type Ask, SEEDS, webhook } from "../matrix/seeds.ts";
import { contact, contract, contractBody, desk, freeType, ticket } from "../matrix/service-seeds.ts";
import { enter, person, program, resource, site, type World } from "../matrix/world.ts";

export interface IdAsk {
  readonly ask: (world: World) => Promise<Ask> | Ask;
  /** A list with a filter: a foreign id finds nothing, with 200, and an own one finds something. */
  readonly finds?: "nothing";
  /** Why the request with its own ids is not sent, to prove that it is a right one. */
  readonly unproven?: string;
  /** Tables that the request writes to whatever it is asked for, and why that is right. */
  readonly moves?: { readonly tables: readonly string[]; readonly because: string };
}

const base = "/api/v1";
const version = (number: number) => ({ "if-match": `"${number}"` });
let serial = 0;

const group = async ({ maker, clientA }: World): Promise<string> =>
  (await maker.ok("POST", `${base}/resource-groups`, { clientId: clientA, name: `Set ${++serial}` })).id;
const secret = async ({ maker, clientA }: World, place: object = { clientId: clientA }): Promise<string> =>
  (await maker.ok("POST", `${base}/secrets`, { name: `Key ${++serial}`, value: "hidden", ...place })).id;
const grouped = async (world: World) => {
  const groupId = await group(world);
  const { id } = await resource(world);
  await world.maker.ok("PATCH", `${base}/resources/${id}`, { groupId }, version(1));
  return groupId;
};
const permissionGroupOf = async ({ maker }: World): Promise<string> => (await maker.ok("GET", `${base}/permission-groups`)).items[0].id;
const attendantGroupOf = async ({ maker }: World): Promise<string> => (await maker.ok("GET", `${base}/attendant-groups`)).items[0].id;

/** A resource that the filter finds; answers what it is asked by. */
async function placed(world: World, key: "clientId" | "siteId" | "groupId" | "typeId"): Promise<string> {
  if (key === "groupId") return grouped(world);
  const made = await resource(world);
  return key === "typeId" ? typed(world, made.id) : made[key];
}
async function typed({ maker }: World, resourceId: string): Promise<string> {
  const { id } = await maker.ok("POST", `${base}/equipment-types`, { name: `Kind ${++serial}`, kind: "other" });
  await maker.ok("PATCH", `${base}/resources/${resourceId}`, { typeId: id }, version(1));
  return id;
}

const filter = (route: string, key: string, id: (world: World) => Promise<string> | string): [string, IdAsk] => [
  `GET ${base}/${route}?${key}`,
  { finds: "nothing", ask: async (world) => ({ url: `${base}/${route}?${key}=${await id(world)}` }) },
];
/** Something done with an API token of its own; answers the token's id. */
async function auditedToken({ maker, server }: World): Promise<string> {
  const made = await maker.ok("POST", `${base}/api-tokens`, { name: `Program ${++serial}`, scopes: ["clients:write", "clients:read"] });
  const program = server.browser();
  await program.ok("POST", `${base}/clients`, { name: `Programmed ${serial}` }, { authorization: `Bearer ${made.token}` });
  return made.id;
}
const exported = (key: "actorId" | "subjectId" | "tokenId"): [string, IdAsk] => [
  `GET ${base}/audit/export.csv?${key}`,
  {
    finds: "nothing",
    moves: { tables: ["audit_entries", "audit_chain", "audit_heads"], because: "an export is itself in the log" },
    ask: async (world) => {
      const id = key === "tokenId" ? await auditedToken(world) : key === "actorId" ? world.makerId : await group(world);
      return { url: `${base}/audit/export.csv?${key}=${id}` };
    },
  },
];
const setting = (scope: string, id: (world: World) => Promise<string> | string): [string, IdAsk][] => [
  [`GET ${base}/settings?id (${scope})`, { ask: async (world) => ({ url: `${base}/settings?scope=${scope}&id=${await id(world)}` }) }],
  [
    `PUT ${base}/settings/:scope/:id/:key (${scope})`,
    {
      ask: async (world) => ({
        url: `${base}/settings/${scope}/${await id(world)}/agent.metricsIntervalSeconds`,
        body: { value: 60 },
      }),
    },
  ],
];
const explain = (kind: string, id: (world: World) => Promise<string>): [string, IdAsk] => [
  `GET ${base}/access/explain?id (${kind})`,
  {
    ask: async (world) => ({
      url: `${base}/access/explain?userId=${world.makerId}&permission=resources:read&kind=${kind}&id=${await id(world)}`,
    }),
  },
];

/** Somebody of this world with a passkey, and its id. One is enough: making one takes a while, for recovery codes are hashed slowly. */
function keeper(world: World): Promise<Keeper> {
  const known = keepers.get(world) ?? makeKeeper(world);
  keepers.set(world, known);
  return known;
}
interface Keeper {
  readonly id: string;
  readonly factorId: string;
}
const keepers = new WeakMap<World, Promise<Keeper>>();

async function makeKeeper(world: World): Promise<Keeper> {
  const { id, email } = await person(world);
  const browser = await enter(world.server, email);
  await addPasskey(browser);
  return { id, factorId: (await browser.get(`${base}/me/factors`)).body.items[0].id };
}
const sessionOfSomebody = async (world: World): Promise<string> => {
  const browser = await enter(world.server, (await person(world)).email);
  return (await browser.get(`${base}/me/sessions`)).body.items[0].id;
};
const noticeOf = ({ server, organizationId, makerId }: World): Promise<string> =>
  server.db.database.withTenant(organizationId, async (tx) => {
    const { id } = await tx.notice.create({ data: { id: newId(), organizationId, userId: makerId, code: "resource.pending" } });
    return id;
  });
const deadMail = ({ server, organizationId }: World): Promise<string> =>
  server.db.database.withTenant(organizationId, async (tx) => {
    const mail = { id: newId(), organizationId, address: "nobody@example.test", template: "test", state: "dead", nextAt: new Date() };
    return (await tx.mail.create({ data: mail })).id;
  });
const somebodyElses = "the ids here are another person's, so that even their own organization finds nothing";

const MORE: Readonly<Record<string, IdAsk>> = Object.fromEntries([
  filter("sites", "clientId", async (world) => (await site(world)) && world.clientA),
  ...(["clientId", "siteId", "groupId", "typeId"] as const).map((key): [string, IdAsk] => [
    `GET ${base}/resources/export?${key}`,
    {
      finds: "nothing",
      moves: { tables: ["audit_entries", "audit_chain", "audit_heads"], because: "an export is itself in the log" },
      ask: async (world) => ({ url: `${base}/resources/export?format=csv&${key}=${await placed(world, key)}` }),
    },
  ]),
  ...(["GET :id", "GET :id/rows", "GET :id/report?format=csv", "PUT :id/settings", "POST :id/run"] as const).map((one): [string, IdAsk] => {
    const [method = "", rest = ""] = one.split(" ");
    const body = method === "PUT" ? { body: { mapping: ["name"], dateOrder: "dmy", makeClients: false } } : {};
    return [
      `${method} ${base}/imports/${rest.split("?")[0]}`,
      {
        unproven: somebodyElses,
        ask: async (world) => ({ url: rest.replace(":id", await importOf({ world })), ...body }),
      },
    ];
  }),
  filter("resources", "clientId", async (world) => (await resource(world)).clientId),
  filter("resources", "siteId", async (world) => (await resource(world)).siteId),
  filter("resources", "groupId", grouped),
  filter("resources", "typeId", (world) => placed(world, "typeId")),
  ...(["PATCH", "DELETE"] as const).map((method): [string, IdAsk] => [
    `${method} ${base}/resources/:id/notes/:noteId`,
    {
      unproven: somebodyElses,
      ask: async (world: World) => ({
        url: await noteOf({ world }),
        ...(method === "PATCH" && { body: { text: "changed" } }),
        headers: version(1),
      }),
    },
  ]),
  filter("resource-groups", "clientId", async (world) => (await group(world)) && world.clientA),
  filter("secrets", "clientId", async (world) => (await secret(world)) && world.clientA),
  filter("secrets", "resourceId", async (world) => {
    const { id } = await resource(world);
    await secret(world, { resourceId: id });
    return id;
  }),
  filter("grants", "userId", ({ makerId }) => makerId),
  filter("grants", "permissionGroupId", permissionGroupOf),
  filter("grants", "attendantGroupId", attendantGroupOf),
  filter("audit", "tokenId", auditedToken),
  filter("audit", "actorId", async (world) => (await group(world)) && world.makerId),
  filter("audit", "subjectId", group),
  ...(["actorId", "subjectId", "tokenId"] as const).map(exported),
  ...setting("organization", ({ organizationId }) => organizationId),
  ...setting("client", ({ clientA }) => clientA),
  ...setting("site", async (world) => (await site(world)).id),
  ...setting("group", group),
  explain("site", async (world) => (await site(world)).id),
  explain("group", group),
  explain("resource", async (world) => (await resource(world)).id),
  [
    `POST ${base}/attendant-groups (site, group)`,
    {
      ask: async (world: World) => ({
        body: {
          name: `Corners ${++serial}`,
          scopes: [
            { kind: "site", id: (await site(world)).id },
            { kind: "resource_group", id: await group(world) },
          ],
        },
      }),
    },
  ],
  [
    `POST ${base}/secrets (resource)`,
    { ask: async (world: World) => ({ body: { name: `Key ${++serial}`, value: "hidden", resourceId: (await resource(world)).id } }) },
  ],
  [
    `PATCH ${base}/secrets/:id (client)`,
    {
      ask: async (world: World) => ({
        url: `${base}/secrets/${await secret(world)}`,
        body: { clientId: world.clientA },
        headers: version(1),
      }),
    },
  ],
  [
    `PATCH ${base}/secrets/:id (resource)`,
    {
      ask: async (world: World) => ({
        url: `${base}/secrets/${await secret(world, { resourceId: (await resource(world)).id })}`,
        body: { resourceId: (await resource(world)).id },
        headers: version(1),
      }),
    },
  ],
  [
    `PUT ${base}/secrets/:id/access (people)`,
    {
      ask: async (world: World) => ({
        url: `${base}/secrets/${await secret(world)}/access`,
        body: { userIds: [world.makerId, (await person(world)).id] },
        headers: version(1),
      }),
    },
  ],
  filter("contracts", "clientId", async (world) => (await contract(world)) && world.clientA),
  filter("contracts", "typeId", async (world) => (await contract(world)) && freeType(world)),
  [
    `POST ${base}/contracts (groups)`,
    { ask: async (world: World) => ({ body: await contractBody(world, { coverage: "groups", groupIds: [await group(world)] }) }) },
  ],
  [
    `PATCH ${base}/contracts/:id (groups)`,
    {
      ask: async (world: World) => ({
        url: `${base}/contracts/${(await contract(world)).id}`,
        body: { coverage: "groups", groupIds: [await group(world)] },
        headers: version(1),
      }),
    },
  ],
  filter("contacts", "clientId", async (world) => (await contact(world)) && world.clientA),
  filter("tickets", "clientId", async (world) => (await ticket(world)) && world.clientA),
  filter("tickets", "deskId", async (world) => (await ticket(world)) && (await desk(world)).id),
  ...(["stage", "status", "priority"] as const).map((part) =>
    filter("tickets", `${part}Id`, async (world) => {
      const { id } = await ticket(world);
      return (await world.maker.ok("GET", `${base}/tickets/${id}`))[part].id;
    }),
  ),
  filter("tickets", "responsibleId", async (world) => (await ticket(world, { responsibleId: world.makerId })) && world.makerId),
  filter("tickets", "resourceId", async (world) => {
    const { id } = await resource(world);
    await ticket(world, { resourceIds: [id] });
    return id;
  }),
  [`GET ${base}/ticket-board?deskId`, { ask: async (world: World) => ({ url: `${base}/ticket-board?deskId=${(await desk(world)).id}` }) }],
  [
    `DELETE ${base}/me/sessions/:id`,
    { unproven: somebodyElses, ask: async (world: World) => ({ url: `${base}/me/sessions/${await sessionOfSomebody(world)}` }) },
  ],
  [
    `DELETE ${base}/me/factors/:id`,
    { unproven: somebodyElses, ask: async (world: World) => ({ url: `${base}/me/factors/${(await keeper(world)).factorId}` }) },
  ],
  [
    `POST ${base}/notices/:id/read`,
    { unproven: somebodyElses, ask: async (world: World) => ({ url: `${base}/notices/${await noticeOf(world)}/read` }) },
  ],
  [
    `POST ${base}/users/:id/factor-reset`,
    { ask: async (world: World) => ({ url: `${base}/users/${(await keeper(world)).id}/factor-reset` }) },
  ],
  [`POST ${base}/mails/:id/retry`, { ask: async (world: World) => ({ url: `${base}/mails/${await deadMail(world)}/retry` }) }],
  [
    `POST ${base}/resources/:id/inventory/request`,
    {
      unproven: "no agent is connected here; inventory.test.ts and the gateway's tests ask one that is",
      ask: async (world: World) => ({ url: `${base}/resources/${(await resource(world)).id}/inventory/request` }),
    },
  ],
  [
    `GET ${base}/software/:id/resources (lacking)`,
    { ask: async (world: World) => ({ url: `${base}/software/${await program(world)}/resources?lacking=true&anyVersion=true` }) },
  ],
  [
    `POST ${base}/webhooks/:id/test`,
    {
      unproven: "it would send to another machine; webhooks.test.ts does",
      ask: async (world: World) => ({ url: `${base}/webhooks/${await webhook(world)}/test` }),
    },
  ],
] as [string, IdAsk][]);

/** Every request of which ids are changed, under the route's name and what is special about it. */
export const ID_ASKS: Readonly<Record<string, IdAsk>> = {
  ...Object.fromEntries(Object.entries(SEEDS).filter(([, { spendsSession }]) => spendsSession !== true)),
  ...MORE,
};

const keptInView = "kept as a part of a list's address and never followed; the list that it opens ends where the reach ends";

/** Ids of routes that are not changed here, and why. */
export const NOT_CHANGED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["POST /api/v1/views", "PATCH /api/v1/views/:id"].flatMap((route) =>
      ["clientId", "siteId", "groupId", "typeId"].map((id) => [`${route}: body state.${id}`, keptInView]),
    ),
  ),
  ...Object.fromEntries(
    ["clientId", "priorityId", "responsibleId", "resourceId"].map((key) => [
      `GET /api/v1/ticket-board: query ${key}`,
      "the stages are answered all the same, without tickets; tickets.test.ts",
    ]),
  ),
  "POST /api/v1/session: body organizationId": "chooses among the person's own organizations; session.test.ts",
  "GET /api/v1/sso/start: query organizationId": "strangers name the organization they want to sign in to; sso.test.ts",
  "GET /api/v1/sso/offer: query organizationId": "strangers name the organization they want to sign in to; sso.test.ts",
  "POST /api/v1/factor-resets/:id/approve: path id": "the signer keeps it, and needs an approver with a factor; factors.test.ts",
};

/** Requests that tell nothing about sibling clients, and why. */
export const NOT_OF_A_CLIENT: Readonly<Record<string, string>> = {
  "DELETE /api/v1/clients/:id": "its seed makes a client of its own, which nobody with one client reaches; access.test.ts",
  "PUT /api/v1/views/default": "shared views belong to the organization, not to a client",
  "PATCH /api/v1/views/:id": "shared views belong to the organization, not to a client",
  "DELETE /api/v1/views/:id": "shared views belong to the organization, not to a client",
  "PUT /api/v1/secrets/:id/access (people)": "people belong to the organization, not to a client",
};
