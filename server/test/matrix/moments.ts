// Requests that depend on who asks, on this very moment, or on another system: a ticket, a code, one's own session, a mail server.
// Like SEEDS one for every route, under "METHOD url"; the two together are the matrix's rows.
import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import { newId } from "../../src/ids.ts";
import { type Browser, ORIGIN, PASSWORD } from "../build-app.ts";
import { textOf } from "../mail-sink.ts";
import { CLIENT } from "../oidc.ts";
import { SoftwareAuthenticator } from "../software-authenticator.ts";
import { until } from "../until.ts";
import { CANARY } from "./canaries.ts";
import type { Installation } from "./installation.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Principal } from "./principals.ts";
import { type Ask, webhook } from "./seeds.ts";
import { address, enter, person, resource, type World } from "./world.ts";

/** What such a request is made of. */
export interface Scene {
  readonly world: World;
  readonly asker: Principal;
  readonly neighbours: Neighbours;
  readonly installation: Pick<Installation, "refill">;
}

interface Moment {
  /** Makes what the request needs and answers it. */
  readonly ask: (scene: Scene) => Promise<Ask> | Ask;
  /** Who asks: whoever is there, somebody new because it changes or ends the asker's session, or somebody who has a passkey. */
  readonly by?: By;
}
export type By = "anybody" | "newcomer" | "proven";

const base = "/api/v1";
const NEW_PASSWORD = "seven quiet lighthouses";

/** Adds a passkey to whoever this browser is. */
export async function addPasskey(browser: Browser): Promise<SoftwareAuthenticator> {
  const authenticator = new SoftwareAuthenticator(ORIGIN);
  const response = authenticator.create(await browser.ok("POST", `${base}/me/factors/passkey/options`));
  await browser.ok("POST", `${base}/me/factors/passkey`, { name: "laptop", response });
  return authenticator;
}

/** A person of the world who has a passkey. Making one takes a while: recovery codes are hashed slowly on purpose. */
async function makeKeeper(world: World): Promise<Keeper> {
  const { id, email } = await person(world);
  const browser = await enter(world.server, email);
  return { id, email, authenticator: await addPasskey(browser) };
}
interface Keeper {
  readonly id: string;
  readonly email: string;
  readonly authenticator: SoftwareAuthenticator;
}
const keepers = new WeakMap<World, Promise<Keeper>>();

/** The one of this world. */
function keeperOf(world: World): Promise<Keeper> {
  const keeper = keepers.get(world) ?? makeKeeper(world);
  keepers.set(world, keeper);
  return keeper;
}

/** A reset of somebody's factors that waits to be approved. */
async function waitingReset(world: World): Promise<string> {
  const { items } = (await world.maker.get(`${base}/factor-resets`)).body;
  if (items.length > 0) return items[0].id;
  return (await world.maker.ok("POST", `${base}/users/${(await makeKeeper(world)).id}/factor-reset`)).id;
}

/** The asker's browser when a person stands behind it: what is somebody's own cannot be made for the others. */
const ownBrowser = ({ asker }: Scene): Browser | undefined => (asker.person === undefined ? undefined : asker.browsers[0]);
/** Whose own things are asked for: the asker's, or else those of somebody who is there. */
const ownerOf = ({ asker, world }: Scene) => asker.person ?? { id: world.makerId, organizationId: world.organizationId };

/** The right password of somebody with a passkey, given from where the asker is. */
async function ticket({ asker, world }: Scene) {
  const { email, authenticator } = await keeperOf(world);
  const browser = world.server.browser();
  browser.address = asker.browsers[0].address;
  const answer = await browser.call("POST", `${base}/session`, { email, password: PASSWORD });
  return { ticket: answer.body.ticket as string, browser, authenticator };
}

/** The world's organization signs on by the provider. */
const signOnBy = ({ world, neighbours }: Scene) =>
  world.maker.ok("PUT", `${base}/sso`, {
    issuer: neighbours.provider.issuer,
    clientId: CLIENT.clientId,
    clientSecret: CANARY.ssoClientSecret,
    enabled: true,
  });

async function link({ world, neighbours }: Scene, { id, organizationId }: { id: string; organizationId: string }): Promise<string> {
  const subject = `subject ${id}`;
  const row = { id: newId(), organizationId, userId: id, issuer: neighbours.provider.issuer, subject };
  await world.server.db.database.withTenant(organizationId, (tx) =>
    tx.ssoLink.upsert({ where: { organizationId_userId: { organizationId, userId: id } }, create: row, update: {} }),
  );
  return subject;
}

/** The world's organization sends its mails to the neighbour. */
const sendMailsTo = (world: World, { mail }: Pick<Neighbours, "mail">) =>
  world.maker.ok("PUT", `${base}/mail-settings`, {
    host: "127.0.0.1",
    port: mail.port,
    secure: false,
    username: null,
    from: "vigia@example.test",
  });

const startSso = ({ organizationId }: World) => `${base}/sso/start?organizationId=${organizationId}`;

/** A table that the asker sent in and that was not imported yet, as its address. */
export async function importOf({
  world,
  asker,
}: {
  world: Pick<World, "server" | "organizationId" | "makerId">;
  asker?: Pick<Principal, "person">;
}): Promise<string> {
  const { server, organizationId, makerId } = world;
  const id = newId();
  const row = { id, organizationId, createdBy: asker?.person?.id ?? makerId, fileName: "things.csv", columns: ["Name"], mapping: [""] };
  await server.db.database.withTenant(organizationId, async (tx) => {
    await tx.import.create({ data: { ...row, dateOrder: "dmy", state: "checked" } });
    await tx.importRow.create({ data: { organizationId, importId: id, number: 2, cells: ["Thing"] } });
  });
  return `${base}/imports/${id}`;
}

/** A note on a resource of client A that the asker wrote, as its address. */
export async function noteOf({ world, asker }: Pick<Scene, "world"> & { asker?: Pick<Principal, "person"> }): Promise<string> {
  const { server, organizationId, makerId } = world;
  const { id: resourceId } = await resource(world);
  const note = { id: newId(), organizationId, resourceId, text: "note", createdBy: asker?.person?.id ?? makerId };
  await server.db.database.withTenant(organizationId, (tx) => tx.resourceNote.create({ data: note }));
  return `${base}/resources/${resourceId}/notes/${note.id}`;
}

const moment = (ask: Moment["ask"]): Moment => ({ ask });
const byNew = (ask: Moment["ask"]): Moment => ({ ask, by: "newcomer" });
const byProven = (ask: Moment["ask"]): Moment => ({ ask, by: "proven" });

export const MOMENTS: Readonly<Record<string, Moment>> = {
  "GET /api/v1/imports/:id": { ask: async (scene) => ({ url: await importOf(scene) }) },
  "GET /api/v1/imports/:id/rows": { ask: async (scene) => ({ url: `${await importOf(scene)}/rows` }) },
  "GET /api/v1/imports/:id/report": { ask: async (scene) => ({ url: `${await importOf(scene)}/report?format=csv` }) },
  "PUT /api/v1/imports/:id/settings": {
    ask: async (scene) => ({ url: `${await importOf(scene)}/settings`, body: { mapping: ["name"], dateOrder: "dmy", makeClients: false } }),
  },
  "POST /api/v1/imports/:id/run": { ask: async (scene) => ({ url: `${await importOf(scene)}/run` }) },
  "PATCH /api/v1/resources/:id/notes/:noteId": {
    ask: async (scene) => ({ url: await noteOf(scene), body: { text: "changed" }, headers: { "if-match": "1" } }),
  },
  "DELETE /api/v1/resources/:id/notes/:noteId": { ask: async (scene) => ({ url: await noteOf(scene), headers: { "if-match": "1" } }) },
  "POST /api/v1/session": byNew(async ({ world }) => ({ body: { email: (await person(world)).email, password: PASSWORD } })),
  "POST /api/v1/session/factor/options": moment(async (scene) => ({ body: { ticket: (await ticket(scene)).ticket } })),
  "POST /api/v1/session/factor": byNew(async (scene) => {
    const { ticket: text, browser, authenticator } = await ticket(scene);
    const assertion = authenticator.get(await browser.ok("POST", `${base}/session/factor/options`, { ticket: text }));
    return { body: { ticket: text, method: "passkey", assertion } };
  }),
  "POST /api/v1/session/step-up": byNew(() => ({ body: { method: "password", password: PASSWORD } })),

  "DELETE /api/v1/recovery-key": moment(({ installation }) => {
    installation.refill();
    return {};
  }),
  "DELETE /api/v1/key-backup": moment(({ installation }) => {
    installation.refill();
    return {};
  }),

  "DELETE /api/v1/me/sessions/:id": moment(async ({ asker, world }) => {
    const other = await enter(world.server, asker.person?.email ?? (await person(world)).email);
    const { items } = (await other.get(`${base}/me/sessions`)).body;
    return { url: `${base}/me/sessions/${items.find((session: { current: boolean }) => session.current).id}` };
  }),
  "POST /api/v1/me/factors/passkey": byProven(async (scene) => {
    const options = await ownBrowser(scene)?.ok("POST", `${base}/me/factors/passkey/options`);
    const response = new SoftwareAuthenticator(ORIGIN).create(options ?? { challenge: "none", rp: { id: "localhost" } });
    return { body: { name: "laptop", response } };
  }),
  "POST /api/v1/me/factors/recovery-codes": byProven(() => ({})),
  "POST /api/v1/me/factors/totp/confirm": byProven(async (scene) => {
    const begun = await ownBrowser(scene)?.ok("POST", `${base}/me/factors/totp`);
    return { body: { code: begun === undefined ? "000000" : codeOf(begun.secret, scene.world) } };
  }),
  "DELETE /api/v1/me/factors/:id": byProven(async (scene) => {
    const browser = ownBrowser(scene);
    if (browser === undefined) return { url: `${base}/me/factors/${newId()}` };
    await addPasskey(browser);
    return { url: `${base}/me/factors/${(await browser.get(`${base}/me/factors`)).body.items.at(-1).id}` };
  }),
  "POST /api/v1/users/:id/factor-reset": moment(async ({ world }) => ({
    url: `${base}/users/${(await keeperOf(world)).id}/factor-reset`,
  })),
  "POST /api/v1/factor-resets/:id/approve": byProven(async ({ world }) => ({
    url: `${base}/factor-resets/${await waitingReset(world)}/approve`,
  })),

  "POST /api/v1/me/password": byNew(() => ({ body: { current: PASSWORD, password: NEW_PASSWORD } })),
  "POST /api/v1/password-reset": moment(async ({ world }) => ({ body: { email: (await person(world)).email } })),
  "POST /api/v1/password-reset/confirm": moment(async ({ world, neighbours }) => ({
    body: { token: await resetToken(world, neighbours, (await person(world)).email), password: NEW_PASSWORD },
  })),

  "POST /api/v1/me/sso/link": moment(async (scene) => {
    await signOnBy(scene);
    return {};
  }),
  "DELETE /api/v1/me/sso": moment(async (scene) => {
    await link(scene, ownerOf(scene));
    return {};
  }),
  "GET /api/v1/sso/start": moment(async (scene) => {
    await signOnBy(scene);
    return { url: startSso(scene.world) };
  }),
  "GET /api/v1/sso/callback": byNew(async (scene) => {
    await signOnBy(scene);
    const { world, neighbours, asker } = scene;
    const { id } = await person(world);
    const subject = await link(scene, { id, organizationId: world.organizationId });
    const traveller = world.server.browser();
    const away = await traveller.get(startSso(world));
    const back = neighbours.provider.authorize(String(away.headers["location"]), subject);
    const cookies = [asker.browsers[0].cookie, traveller.cookie].filter((cookie) => cookie !== "");
    return { url: back.replace(ORIGIN, ""), headers: { cookie: cookies.join("; ") } };
  }),
  "POST /api/v1/sso/test": moment(async (scene) => {
    await signOnBy(scene);
    return {};
  }),

  "POST /api/v1/mail-settings/test": moment(async ({ world, neighbours }) => {
    await sendMailsTo(world, neighbours);
    return {};
  }),
  "POST /api/v1/mails/:id/retry": moment(async ({ world: { server, organizationId } }) => {
    const id = newId();
    const dead = { id, organizationId, address: "gone@example.test", template: "test", state: "dead", nextAt: new Date(), tries: 9 };
    await server.db.database.withTenant(organizationId, (tx) => tx.mail.create({ data: dead }));
    return { url: `${base}/mails/${id}/retry` };
  }),
  "POST /api/v1/notices/:id/read": moment(async (scene) => {
    const { id: userId, organizationId } = ownerOf(scene);
    const id = newId();
    await scene.world.server.db.database.withTenant(organizationId, (tx) =>
      tx.notice.create({ data: { id, organizationId, userId, code: "webhook_disabled" } }),
    );
    return { url: `${base}/notices/${id}/read` };
  }),
  "POST /api/v1/webhooks/:id/test": moment(async ({ world, neighbours }) => {
    const url = `${base}/webhooks/${await webhook(world)}`;
    await world.maker.ok("PATCH", url, { url: neighbours.receiver }, { "if-match": '"1"' });
    return { url: `${url}/test` };
  }),
};

/** The code of this moment. */
export const codeOf = (secret: string, { server }: World): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now() });

/** Asks for a new password as somebody who forgot theirs; answers the token of the mail that comes. */
export async function resetToken(world: World, neighbours: Pick<Neighbours, "mail">, email: string): Promise<string> {
  await sendMailsTo(world, neighbours);
  const { mail } = neighbours;
  const browser = world.server.browser();
  browser.address = address();
  await browser.ok("POST", `${base}/password-reset`, { email });
  const tokenIn = () => {
    const found = mail.received.find(({ to }) => to.includes(email));
    return found === undefined ? undefined : /reset-password#([\w-]+)/.exec(textOf(found))?.[1];
  };
  await until(() => expect(tokenIn()).toBeTypeOf("string"));
  return tokenIn() ?? "";
}
