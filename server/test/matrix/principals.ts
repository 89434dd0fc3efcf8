// The columns of the authorisation matrix: everybody who could come with a credential, or with none, and how one of them is made.
import { randomBytes } from "node:crypto";
import { rawPublicKey, signAsAgent } from "@vigia/protocol/handshake";
import type pg from "pg";
import { idToBytes } from "../../src/ids.ts";
import type { Predefined, Scope } from "../../src/modules/access/index.ts";
import { type Answer, Browser, type TestServer } from "../build-app.ts";
import { makeUser } from "../factories.ts";
import { FakeAgent } from "../fake-agent.ts";
import { address, enter, site, type World } from "./world.ts";

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly organizationId: string;
}

/** Somebody who asks. */
export interface Principal {
  /** The ways they may present themselves; what one is refused the others must be refused too. */
  readonly browsers: readonly [Browser, ...Browser[]];
  /** undefined: no person stands behind it. */
  readonly person: Person | undefined;
}

/** A kind of principal: how one of it is made. */
export type Make = () => Promise<Principal>;

/** What a browser sends besides its cookie. */
export const bearerOf = (browser: Browser): Record<string, string> =>
  browser instanceof Bearer ? { authorization: browser.authorization } : {};

export const THIS_MACHINE = "127.0.0.1";

/** A program with `Authorization: Bearer`. */
class Bearer extends Browser {
  readonly authorization: string;
  constructor(server: TestServer, token: string) {
    super(server.app);
    this.authorization = `Bearer ${token}`;
    this.address = address();
  }

  override call<Body>(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    // Wrong tokens of one address are held back after a while; here each is to be judged for itself.
    if (this.address !== THIS_MACHINE) this.address = address();
    return super.call<Body>(method, url, body, { authorization: this.authorization, ...headers });
  }
}

/** Makes each kind once, as it is needed, and answers it from then on. */
export function onceEach(makers: Readonly<Record<string, Make>>, change: (made: Principal) => Promise<unknown> = async () => undefined) {
  const made = new Map<string, Promise<Principal>>();
  return (kind: string): Promise<Principal> => {
    const one = made.get(kind) ?? makeChanged(makers[kind], change);
    made.set(kind, one);
    return one;
  };
}

async function makeChanged(make: Make | undefined, change: (made: Principal) => Promise<unknown>): Promise<Principal> {
  if (make === undefined) throw new Error("there is no such principal");
  const principal = await make();
  await change(principal);
  return principal;
}

/** Everything the principals are made in. `agents`: the agent socket, ws://…/agent/v1. */
export interface Stage {
  readonly server: TestServer;
  readonly world: World;
  readonly foreign: World;
  readonly agents: string;
  readonly owner: pg.Client;
}

/** Every kind of principal, in the order of the columns. */
export function principalsOf({ server, world, foreign, agents, owner }: Stage): Readonly<Record<string, Make>> {
  async function member({ organizationId, passwordHash }: World, group: Predefined, scopes?: readonly Scope[]): Promise<Principal> {
    const { id, email } = await makeUser(server.db.database, organizationId, { group, scopes, passwordHash });
    return { browsers: [await enter(server, email)], person: { id, email, organizationId } };
  }
  const at = (id: string): readonly Scope[] => [{ kind: "client", id }];
  const unperson = (...browsers: readonly [Browser, ...Browser[]]): Principal => ({ browsers, person: undefined });

  /** A browser from elsewhere, with this in place of a session. */
  function visitor(session?: string): Browser {
    const browser = server.browser();
    browser.address = address();
    if (session !== undefined) browser.cookie = `${world.maker.cookie.split("=")[0]}=${session}`;
    return browser;
  }

  async function expired(): Promise<Principal> {
    const { browsers, person } = await member(world, "administrators");
    // A session that was found is believed for a second.
    server.clock.advance(2_000);
    await owner.query("update sessions set expires_at = $1, last_used_at = $1 where user_id = $2", [new Date(0), person?.id]);
    return { browsers, person: undefined };
  }
  async function agent(approval: "automatic" | "manual"): Promise<Principal> {
    const fake = new FakeAgent(agents);
    const { enrolled } = await fake.enroll(await enrolmentToken(world, approval));
    if (enrolled === undefined) throw new Error("the agent could not enrol");
    const [first, ...others] = formsOf(fake, world);
    if (first === undefined) throw new Error("an agent has credentials");
    const cookie = Buffer.from(rawPublicKey(fake.key)).toString("base64url");
    return unperson(new Bearer(server, first), ...others.map((form) => new Bearer(server, form)), visitor(cookie));
  }

  return {
    anonymous: async () => unperson(visitor()),
    expired,
    viewer: () => member(world, "viewer"),
    helpdesk: () => member(world, "helpdesk"),
    technician: () => member(world, "technician"),
    scripter: () => member(world, "scripter"),
    approver: () => member(world, "approver"),
    client_A: () => member(world, "client_admin", at(world.clientA)),
    tech_B: () => member(world, "technician", at(world.clientB)),
    tenant: () => member(world, "tenant_admin"),
    admin: () => member(world, "administrators"),
    foreign: () => member(foreign, "administrators"),
    token: async () => {
      const body = { name: `Least ${randomBytes(4).toString("hex")}`, scopes: ["resources:read"] };
      return unperson(new Bearer(server, (await world.maker.ok("POST", "/api/v1/api-tokens", body)).token));
    },
    agent: () => agent("automatic"),
    pending: () => agent("manual"),
    enrol: async () => {
      const token = await enrolmentToken(world, "automatic");
      return unperson(new Bearer(server, token), new Bearer(server, `rmm_${token}`), visitor(token));
    },
  };
}

/** A token that enrols machines of the world's client A. */
export async function enrolmentToken(world: World, approval: "automatic" | "manual"): Promise<string> {
  const body = { clientId: world.clientA, siteId: (await site(world)).id, approval };
  return (await world.maker.ok("POST", "/api/v1/enrollment-tokens", body)).token;
}

/** What an agent's key and ids could be made to look like in HTTP. */
function formsOf(agent: FakeAgent, { organizationId }: World): string[] {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
  const statement = agent.helloStatement();
  const signature = signAsAgent(agent.key, "vigia/hello/v1", new Uint8Array(), statement);
  const publicKey = text(rawPublicKey(agent.key));
  const place = text(Buffer.concat([idToBytes(organizationId), agent.agentId]));
  return [publicKey, text(agent.agentId), `${text(statement)}.${text(signature)}`, `rmm_${place}_${publicKey}`];
}

const connected = new WeakMap<World, Promise<string>>();

/** A machine of the world's client A whose agent is connected for as long as the server listens: one for each world. */
export function connectedMachine(world: World): Promise<string> {
  const machine = connected.get(world) ?? connectMachine(world);
  connected.set(world, machine);
  return machine;
}

async function connectMachine(world: World): Promise<string> {
  const address = world.server.app.server.address();
  if (address === null || typeof address === "string") throw new Error("this server does not listen");
  const agent = new FakeAgent(`ws://127.0.0.1:${address.port}/agent/v1`);
  await agent.enroll(await enrolmentToken(world, "automatic"));
  await agent.connect();
  return agent.resourceId;
}
