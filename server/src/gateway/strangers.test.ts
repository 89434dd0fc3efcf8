// Everything a stranger may try at the agent socket: closed with its code, audited where there is somebody to tell, nothing changed.
import { randomBytes } from "node:crypto";
import net from "node:net";
import { CloseCode, encode, HelloStatement, RefusalCode } from "@vigia/protocol";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentServer, type Place, startAgentServer } from "../../test/agent-server.ts";
import { AgentSocket, FakeAgent } from "../../test/fake-agent.ts";
import { until } from "../../test/until.ts";
import { idToBytes, newId } from "../ids.ts";

let server: AgentServer;
let place: Place;
let other: Place;
let agent: FakeAgent;
let owner: pg.Client;

beforeAll(async () => {
  server = await startAgentServer({ unauthenticatedPerAddress: 50 });
  [place, other] = [await server.place(), await server.place()];
  agent = await enrolledIn(place);
  owner = new pg.Client(server.db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

async function enrolledIn({ caller, clientId }: Place): Promise<FakeAgent> {
  const { token } = await server.resources.tokens.create(caller, { clientId, approval: "automatic" });
  const enrolled = new FakeAgent(server.url);
  await enrolled.enroll(token);
  return enrolled;
}

/** Everything in the database but the audit log, as one hash per table. */
async function checksums(): Promise<Record<string, string>> {
  const tables = await owner.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'telemetry') and tablename not like 'audit!_%' escape '!'",
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ sum: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as sum from ${name} t`,
    );
    sums[name] = rows[0]?.sum ?? "";
  }
  return sums;
}

async function auditOf(organizationId: string): Promise<string[]> {
  await server.directory.stop();
  const entries = await server.db.database.withTenant(organizationId, (tx) =>
    tx.auditEntry.findMany({ where: { action: "agent.refused" }, orderBy: { id: "asc" } }),
  );
  return entries.map((entry) => `${entry.subjectId} ${(entry.details as { reason: string }).reason} ${entry.actorKind}`);
}

/** Runs an attack and holds that nothing but the audit log of this organization changed. */
async function attack<Result>(organizationId: string, work: () => Promise<Result>): Promise<{ result: Result; audited: string[] }> {
  // What honest connections before it are still to be written for is written first.
  await server.gateway.flush();
  const [before, told] = [await checksums(), await auditOf(organizationId)];
  const result = await work();
  const audited = (await auditOf(organizationId)).slice(told.length);
  expect(await checksums()).toEqual(before);
  return { result, audited };
}

describe("a false hello", () => {
  test("recorded from one connection does not work on another", async () => {
    const real = await agent.connect();
    const { result, audited } = await attack(place.organizationId, async () => {
      const first = await agent.open();
      const statement = agent.helloStatement();
      const hello = { statement, signature: agent.sign(first, "vigia/hello/v1", statement) };
      return agent.tryHello(() => hello);
    });
    expect(result).toMatchObject({ closed: { code: CloseCode.REFUSED }, refusal: { code: RefusalCode.REFUSAL_CODE_BAD_PROOF } });
    expect(audited).toHaveLength(1);
    expect(server.gateway.presence(agent.resourceId)?.presence).toBe("online");
    expect(real.socket.socket.readyState).toBe(real.socket.socket.OPEN);
    real.socket.kill();
    await until(() => expect(server.gateway.presence(agent.resourceId)?.presence).toBe("not_answering"));
    await server.gateway.flush();
  });

  test("naming another agent of the organization is refused in that agent's name", async () => {
    const victim = await enrolledIn(place);
    const { result, audited } = await attack(place.organizationId, () => agent.honestHello({ agentId: victim.agentId }));
    expect(result).toMatchObject({ closed: { code: CloseCode.REFUSED }, refusal: { code: RefusalCode.REFUSAL_CODE_BAD_PROOF } });
    expect(audited).toEqual([expect.stringMatching(/ bad_proof anonymous$/)]);
  });

  test("naming the own agent in another organization finds nobody", async () => {
    const { result, audited } = await attack(other.organizationId, () =>
      agent.honestHello({ organizationId: idToBytes(other.organizationId) }),
    );
    expect(result).toMatchObject({ closed: { code: CloseCode.REFUSED }, refusal: { code: RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT } });
    expect(audited).toEqual([expect.stringMatching(/ unknown_agent anonymous$/)]);
  });

  test("naming another organization's agent is refused, and that organization is told", async () => {
    const foreign = await enrolledIn(other);
    const { result, audited } = await attack(other.organizationId, () =>
      agent.honestHello({ organizationId: foreign.organizationId, agentId: foreign.agentId }),
    );
    expect(result.refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_PROOF);
    expect(audited).toHaveLength(1);
  });

  test("with the right ids and another key is refused, whatever key it names", async () => {
    const victim = await enrolledIn(place);
    const thief = new FakeAgent(server.url, makeKey());
    thief.organizationId = victim.organizationId;
    thief.agentId = victim.agentId;
    const { result } = await attack(place.organizationId, async () => [
      await thief.honestHello(),
      await thief.honestHello({ publicKey: rawPublicKey(victim.key) }),
    ]);
    for (const { refusal } of result) expect(refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_PROOF);
  });

  test("naming an organization that does not exist leaves no trace", async () => {
    const { result } = await attack(place.organizationId, () => agent.honestHello({ organizationId: idToBytes(newId()) }));
    expect(result.refusal?.code).toBe(RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT);
  });

  test("whose version was lowered on the way fails its proof; an agent that is truly too old is told", async () => {
    const old = await enrolledIn(place);
    const { result, audited } = await attack(place.organizationId, async () => [
      await old.tryHello((socket) => {
        const statement = old.helloStatement();
        const lowered = HelloStatement.encode({ ...HelloStatement.decode(statement), protocolVersion: 0 } as HelloStatement);
        return { statement: lowered, signature: old.sign(socket, "vigia/hello/v1", statement) };
      }),
      await old.honestHello({ protocolVersion: 0 }),
    ]);
    expect(result[0]?.refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_PROOF);
    expect(result[1]?.refusal).toMatchObject({ code: RefusalCode.REFUSAL_CODE_TOO_OLD, minProtocolVersion: 1 });
    expect(audited).toEqual([expect.stringMatching(/ bad_proof /), expect.stringMatching(/ too_old /)]);
  });

  test("repeated a hundred times is one line in the audit log", async () => {
    const victim = await enrolledIn(place);
    const { audited } = await attack(place.organizationId, async () => {
      for (let index = 0; index < 100; index++) await agent.honestHello({ agentId: victim.agentId });
    });
    expect(audited).toHaveLength(1);
    server.clock.advance(61_000);
    await agent.honestHello({ agentId: victim.agentId });
    await server.directory.stop();
    const lines = await server.db.database.withTenant(place.organizationId, (tx) =>
      tx.auditEntry.findMany({ orderBy: { id: "desc" }, take: 1 }),
    );
    expect(lines[0]?.details).toMatchObject({ reason: "bad_proof", moreBefore: 99 });
  });
});

describe("before a hello", () => {
  const closeOf = async (speak: (socket: AgentSocket) => void): Promise<number> => {
    const socket = await agent.open();
    speak(socket);
    return (await socket.closed).code;
  };

  test.each<[string, (socket: AgentSocket) => void, number]>([
    ["noise", (socket) => socket.socket.send(randomBytes(200)), CloseCode.BAD_FRAME],
    ["an empty frame", (socket) => socket.socket.send(new Uint8Array()), CloseCode.BAD_FRAME],
    ["a text frame", (socket) => socket.socket.send("hello"), CloseCode.BAD_FRAME],
    ["the server's own challenge, reflected", (socket) => socket.socket.send(socket.challengeFrame), CloseCode.BAD_FRAME],
    [
      "a welcome, reflected",
      (socket) => socket.send({ welcome: { statement: randomBytes(80), signature: randomBytes(64) } }),
      CloseCode.BAD_FRAME,
    ],
    ["a batch", (socket) => socket.send({ batch: { lane: 1, epoch: 1, records: [] } }), CloseCode.BAD_FRAME],
    [
      "a hello of noise",
      (socket) => socket.send({ hello: { statement: randomBytes(80), signature: randomBytes(64) } }),
      CloseCode.BAD_FRAME,
    ],
    ["9 KiB", (socket) => socket.send({ hello: { statement: randomBytes(9_000), signature: randomBytes(64) } }), CloseCode.BAD_FRAME],
    ["900 KiB", (socket) => socket.socket.send(randomBytes(900_000)), CloseCode.BAD_FRAME],
    [
      "two messages in one frame",
      (socket) => {
        const hello = encode({ hello: { statement: agent.helloStatement(), signature: randomBytes(64) } });
        socket.socket.send(Buffer.concat([hello, hello]));
      },
      CloseCode.BAD_FRAME,
    ],
    [
      "two frames",
      (socket) => {
        const hello = encode({ hello: { statement: agent.helloStatement(), signature: randomBytes(64) } });
        socket.socket.send(hello);
        socket.socket.send(hello);
      },
      CloseCode.BAD_FRAME,
    ],
  ])("%s is turned away", async (_, speak, code) => {
    const { result } = await attack(place.organizationId, () => closeOf(speak));
    expect(result).toBe(code);
  });

  test("nothing at all is turned away", async () => {
    const impatient = await startAgentServer({ helloTimeoutMs: 300 });
    const socket = await new FakeAgent(impatient.url).open();
    expect((await socket.closed).code).toBe(CloseCode.HELLO_TIMEOUT);
    await impatient.close();
  });

  test("a first frame sent one byte at a time is counted all the same, and too many fragments are refused", async () => {
    const socket = await agent.open();
    for (let index = 0; index < 100; index++) socket.socket.send(randomBytes(1), { binary: true, fin: false });
    expect([CloseCode.BAD_FRAME, 1008, 1006]).toContain((await socket.closed).code);
  });

  test("more than fifty strangers from one address get no socket", async () => {
    // Who was turned away before is still counted until its socket is closed.
    await until(() => expect(server.gateway.stats().strangers).toBe(0));
    const sockets = Array.from({ length: 60 }, () => new AgentSocket(server.url));
    const refused: string[] = [];
    for (const { closed } of sockets) closed.catch((error: Error) => refused.push(error.message));
    await until(() => expect(refused).toEqual(Array.from({ length: 10 }, () => "Unexpected server response: 429")));
    expect(sockets.filter(({ socket }) => socket.readyState === socket.OPEN)).toHaveLength(50);
    for (const socket of sockets) socket.kill();
    await until(() => expect(server.gateway.stats().strangers).toBe(0));
  });

  test("who is turned away and resets the connection troubles nobody", async () => {
    const strangers = Array.from({ length: 50 }, () => new AgentSocket(server.url));
    const { hostname, port } = new URL(server.url);
    const reset = () =>
      new Promise<string>((resolve) => {
        const socket = net.connect(Number(port), hostname, () =>
          socket.write(
            "GET /agent/v1 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
          ),
        );
        socket.once("data", (answer) => {
          socket.resetAndDestroy();
          resolve(answer.toString("latin1", 9, 12));
        });
      });
    await until(() => expect(server.gateway.stats().strangers).toBe(50));
    // An error nobody listens to ends the process, and fails this run.
    expect(await Promise.all(Array.from({ length: 20 }, reset))).toEqual(Array.from({ length: 20 }, () => "429"));
    for (const stranger of strangers) stranger.kill();
    await until(() => expect(server.gateway.stats().strangers).toBe(0));
  });
});
