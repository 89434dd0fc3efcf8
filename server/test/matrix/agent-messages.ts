// What may be said on the agent socket, and by whom: the rows and columns of the table of agents' messages.
import { randomBytes } from "node:crypto";
import { EnrollStatement, type Envelope, type EnvelopeCase, Lane, type WireRecord } from "@vigia/protocol";
import { rawPublicKey } from "@vigia/protocol/handshake";
import { idToBytes } from "../../src/ids.ts";
import { agentEvent, metrics } from "../deliver.ts";
import { type AgentSocket, FakeAgent } from "../fake-agent.ts";
import { enrolmentToken } from "./principals.ts";
import type { World } from "./world.ts";

/** Somebody at the socket. */
export interface Speaker {
  readonly agent: FakeAgent;
  /** What they open with; undefined: they never say hello. */
  readonly hello: ((socket: AgentSocket) => Envelope) | undefined;
}

export interface Speech {
  readonly world: World;
  readonly foreign: World;
  readonly agents: string;
  /** The agent whose name intruders use. */
  readonly victim: FakeAgent;
}

/** What is said: made for the speaker, on their socket. */
export interface Message {
  /** It is said instead of a hello. */
  readonly first?: true;
  /** The server need not answer, and goes on with the session. */
  readonly quiet?: true;
  /** The lane whose records it carries. */
  readonly lane?: Lane;
  readonly make: (speaker: Speaker, socket: AgentSocket, speech: Speech) => Promise<Envelope> | Envelope;
}

const honest =
  (agent: FakeAgent, changes = {}) =>
  (socket: AgentSocket): Envelope => {
    const statement = agent.helloStatement(changes);
    return { hello: { statement, signature: agent.sign(socket, "vigia/hello/v1", statement) } };
  };

async function enrolled(world: World, agents: string, approval: "automatic" | "manual"): Promise<FakeAgent> {
  const agent = new FakeAgent(agents);
  await agent.enroll(await enrolmentToken(world, approval));
  return agent;
}

/** An agent that is let in. */
export const activeAgent = (world: World, agents: string): Promise<FakeAgent> => enrolled(world, agents, "automatic");

/** Everybody who may stand at the socket, and how one of them is made. */
export const SPEAKERS: Readonly<Record<string, (speech: Speech) => Promise<Speaker>>> = {
  no_hello: async ({ agents }) => ({ agent: new FakeAgent(agents), hello: undefined }),
  foreign_key: async ({ agents, victim }) => {
    const agent = new FakeAgent(agents);
    const { organizationId, agentId } = victim;
    return { agent, hello: honest(agent, { organizationId, agentId }) };
  },
  revoked: async ({ agents, world }) => {
    const agent = await activeAgent(world, agents);
    await world.maker.ok("POST", `/api/v1/resources/${agent.resourceId}/revoke`);
    return { agent, hello: honest(agent) };
  },
  pending: async ({ agents, world }) => {
    const agent = await enrolled(world, agents, "manual");
    return { agent, hello: honest(agent) };
  },
  active: async ({ agents, world }) => {
    const agent = await activeAgent(world, agents);
    return { agent, hello: honest(agent) };
  },
  // With its own key and id, as if it belonged here.
  second_org: async ({ agents, foreign, world }) => {
    const agent = await activeAgent(foreign, agents);
    return { agent, hello: honest(agent, { organizationId: idToBytes(world.organizationId) }) };
  },
};

const says = (envelope: Envelope): Message => ({ make: () => envelope });
const records = (lane: Lane, record: (seq: number, atMs: number) => WireRecord): Message => ({
  lane,
  make: ({ agent }) => batchOf(agent, lane, record(1, Date.now())),
});
export const batchOf = ({ epoch }: FakeAgent, lane: Lane, record: WireRecord): Envelope => ({ batch: { lane, epoch, records: [record] } });
export const facts = (seq: number, atMs: number): WireRecord => ({ seq, atMs, hostFacts: {} }) as WireRecord;

async function enroll(agent: FakeAgent, socket: AgentSocket, token: string): Promise<Envelope> {
  const statement = EnrollStatement.encode({
    token,
    publicKey: rawPublicKey(agent.key),
    agentNonce: randomBytes(32),
    host: { hostname: "pc-9" },
    agentVersion: "0.1.0",
    protocolVersion: agent.protocolVersion,
  } as EnrollStatement);
  return { enroll: { statement, signature: agent.sign(socket, "vigia/enroll/v1", statement) } };
}

/** For every case of the envelope what is tried with it, by what is special about it. */
export const MESSAGES: Readonly<Record<EnvelopeCase, Readonly<Record<string, Message>>>> = {
  hello: {
    "as first words": { first: true, make: ({ agent, hello = honest(agent) }, socket) => hello(socket) },
    again: { make: ({ agent }, socket) => honest(agent)(socket) },
  },
  enroll: {
    "with a good token": {
      first: true,
      make: async ({ agent }, socket, { world }) => enroll(agent, socket, await enrolmentToken(world, "manual")),
    },
    "with a made-up token": { first: true, make: ({ agent }, socket) => enroll(agent, socket, "nothing") },
    "inside a session": { make: async ({ agent }, socket, { world }) => enroll(agent, socket, await enrolmentToken(world, "automatic")) },
  },
  batch: {
    "of events": records(Lane.LANE_EVENT, agentEvent),
    "of state": records(Lane.LANE_STATE, facts),
    "of metrics": records(Lane.LANE_METRIC, metrics),
    "of another epoch": {
      make: ({ agent }) => ({ batch: { lane: Lane.LANE_STATE, epoch: agent.epoch + 1, records: [facts(1, Date.now())] } }),
    },
  },
  unenroll: { "": says({ unenroll: { reason: "enough" } }) },
  logsOffer: { unasked: { quiet: true, make: () => ({ logsOffer: { requestId: randomBytes(16), size: 10 } }) } },
  logsPart: {
    unasked: { quiet: true, make: () => ({ logsPart: { requestId: randomBytes(16), content: randomBytes(10) } }) },
  },
  // What only the server says, thrown back at it.
  challenge: { "": says({ challenge: {} }) },
  welcome: { "": says({ welcome: {} }) },
  enrolled: { "": says({ enrolled: {} }) },
  refusal: { "": says({ refusal: {} }) },
  ack: { "": says({ ack: {} }) },
  resendFrom: { "": says({ resendFrom: {} }) },
  settings: { "": says({ settings: {} }) },
  goAway: { "": says({ goAway: {} }) },
  inventoryRequest: { "": says({ inventoryRequest: { full: true } }) },
  logsRequest: { "": says({ logsRequest: { requestId: randomBytes(16) } }) },
  logsWanted: { "": says({ logsWanted: { requestId: randomBytes(16) } }) },
};
