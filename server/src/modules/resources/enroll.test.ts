import { createHash, randomBytes } from "node:crypto";
import { CloseCode, RefusalCode } from "@vigia/protocol";
import { parseEnrollmentToken } from "@vigia/protocol/enrollment-token";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentServer, type Place, startAgentServer } from "../../../test/agent-server.ts";
import { FakeAgent } from "../../../test/fake-agent.ts";

let server: AgentServer;
let place: Place;
beforeAll(async () => {
  server = await startAgentServer({ enrolmentsPerMinutePerToken: 45 });
  place = await server.place();
});
afterAll(() => server.close());

const newToken = (options: { approval?: "automatic"; maxUses?: number; expiresAt?: string } = {}) =>
  server.resources.tokens.create(place.caller, { clientId: place.clientId, ...options });
const tokenOf = async (id: string) =>
  (await server.resources.tokens.list(place.caller, { limit: 200 })).items.find((token) => token.id === id);
const total = async () => (await server.resources.service.list(place.caller, {})).total;

async function auditReasons(): Promise<unknown[]> {
  await server.directory.stop();
  const entries = await server.db.database.withTenant(place.organizationId, (tx) =>
    tx.auditEntry.findMany({ where: { action: "enrollment.refused" }, orderBy: { id: "asc" } }),
  );
  return entries.map((entry) => (entry.details as { reason: string }).reason);
}

describe("a token", () => {
  test("is shown once, and only its secret's hash is kept", async () => {
    const made = await newToken();
    expect(made).toMatchObject({ state: "usable", uses: 0, maxUses: 500, approval: "manual" });
    const secret = parseEnrollmentToken(made.token)?.secret ?? Buffer.alloc(0);
    const rows = await server.db.database.withTenant(place.organizationId, (tx) => tx.enrollmentToken.findMany({ where: { id: made.id } }));
    expect(Buffer.from(rows[0]?.secretHash ?? [])).toEqual(createHash("sha256").update(secret).digest());
    expect(JSON.stringify(await tokenOf(made.id))).not.toContain(made.token);
    const audit = await server.db.database.withTenant(place.organizationId, (tx) => tx.auditEntry.findMany());
    expect(JSON.stringify(audit)).not.toContain(secret.toString("base64url"));
  });

  test("with one use left lets exactly one of forty machines in", async () => {
    const { id, token } = await newToken({ maxUses: 1 });
    const before = await total();
    const answers = await Promise.all(Array.from({ length: 40 }, () => new FakeAgent(server.url).enroll(token)));
    expect(answers.filter((answer) => answer.enrolled)).toHaveLength(1);
    for (const { refusal, closed } of answers.filter((answer) => !answer.enrolled)) {
      expect(refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_TOKEN);
      expect(closed.code).toBe(CloseCode.REFUSED);
    }
    expect(await tokenOf(id)).toMatchObject({ uses: 1, state: "used_up" });
    expect(await total()).toBe(before + 1);
  });

  test("that is expired, revoked, used up or unknown is refused with one and the same answer, and audited with the reason", async () => {
    const tokens = [
      await newToken({ expiresAt: new Date(server.clock.now() + 60_000).toISOString() }),
      await newToken(),
      await newToken({ maxUses: 1 }),
    ];
    const [expired, revoked, used] = tokens.map((token) => token.token);
    await server.resources.tokens.revoke(place.caller, tokens[1]?.id ?? "");
    await new FakeAgent(server.url).enroll(used ?? "");
    server.clock.advance(61_000);
    const other = await server.place();
    const unknown = (await newToken()).token.slice(0, -30) + "A".repeat(30);
    // A token's first bytes name its organization: another one's does not know the secret.
    const foreign = Buffer.from(revoked?.slice(4) ?? "", "base64url");
    Buffer.from(other.organizationId.replaceAll("-", ""), "hex").copy(foreign);
    const before = await auditReasons();
    const refusals = [];
    for (const text of [expired, revoked, used, unknown, `enr_${foreign.toString("base64url")}`, "enr_nonsense", ""]) {
      const { refusal } = await new FakeAgent(server.url).enroll(text ?? "");
      refusals.push({ code: refusal?.code, message: refusal?.message });
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_TOKEN);
    // Written behind the answers, so in no certain order.
    expect(new Set((await auditReasons()).slice(before.length))).toEqual(new Set(["expired", "revoked", "used_up", "unknown"]));
  });

  test("ends at most a year ahead and needs a site when the client has several", async () => {
    const year = 366 * 86_400_000;
    await expect(newToken({ expiresAt: new Date(server.clock.now() + year).toISOString() })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const { id } = await server.db.database.withTenant(place.organizationId, (tx) =>
      tx.site.create({ data: { id: crypto.randomUUID(), organizationId: place.organizationId, clientId: place.clientId, name: "Second" } }),
    );
    await expect(newToken()).rejects.toMatchObject({ code: "INVALID_INPUT", details: { fields: [{ field: "siteId" }] } });
    expect(await server.resources.tokens.create(place.caller, { clientId: place.clientId, siteId: id })).toMatchObject({
      site: { name: "Second" },
    });
    await server.db.database.withTenant(place.organizationId, (tx) =>
      tx.site.updateMany({ where: { id }, data: { deletedAt: new Date() } }),
    );
    const other = await server.place();
    await expect(server.resources.tokens.create(place.caller, { clientId: other.clientId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(server.resources.tokens.revoke(other.caller, (await newToken()).id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is good for so many machines a minute", async () => {
    const { token } = await newToken();
    const answers = [];
    for (let index = 0; index < 46; index++) answers.push(await new FakeAgent(server.url).enroll(token));
    expect(answers.at(44)?.enrolled).toBeDefined();
    expect(answers.at(45)).toMatchObject({ refusal: { code: RefusalCode.REFUSAL_CODE_SLOW_DOWN }, closed: { code: CloseCode.TRY_LATER } });
  });
});

describe("a machine", () => {
  test("that shows the hardware of a known one is a new resource that waits, whatever the token says; the old one is untouched", async () => {
    server.clock.advance(60_000);
    const { token } = await newToken({ approval: "automatic" });
    const [first, second] = [new FakeAgent(server.url), new FakeAgent(server.url)];
    first.hardwareHint = randomBytes(32);
    second.hardwareHint = first.hardwareHint;
    await first.enroll(token, { hostname: "real" });
    const { socket } = await first.connect();
    const before = await server.resources.service.get(place.caller, first.resourceId);
    await second.enroll(token, { hostname: "real" });
    expect(second.resourceId).not.toBe(first.resourceId);
    expect(await server.resources.service.get(place.caller, second.resourceId)).toMatchObject({ presence: "pending" });
    expect(await server.resources.service.get(place.caller, first.resourceId)).toEqual(before);
    const { items } = await server.resources.service.events(place.caller, second.resourceId, {});
    expect(items).toContainEqual(expect.objectContaining({ kind: "hardware_known", detail: first.resourceId }));
    expect(socket.socket.readyState).toBe(socket.socket.OPEN);
    socket.kill();
  });

  test("cannot enrol the same key twice, in this organization or another, and the token keeps its use", async () => {
    const { id, token } = await newToken();
    const agent = new FakeAgent(server.url);
    await agent.enroll(token);
    expect((await agent.enroll(token)).refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_PROOF);
    const other = await server.place();
    const foreign = await server.resources.tokens.create(other.caller, { clientId: other.clientId });
    expect((await agent.enroll(foreign.token)).refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_PROOF);
    expect(await tokenOf(id)).toMatchObject({ uses: 1 });
    expect((await server.resources.tokens.list(other.caller, {})).items).toMatchObject([{ uses: 0 }]);
  });

  test("that cannot prove the key it brings is refused", async () => {
    const { id, token } = await newToken();
    const [agent, other] = [new FakeAgent(server.url), new FakeAgent(server.url)];
    agent.sign = (socket, domain, statement) => other.sign(socket, domain, statement);
    expect((await agent.enroll(token)).refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_PROOF);
    expect(await tokenOf(id)).toMatchObject({ uses: 0 });
  });

  test("gets a name that can be shown, however it calls itself", async () => {
    const { token } = await newToken();
    const cases = [
      ["\u202egnp.exe\u0000\u0007", "gnp.exe"],
      ["", /^machine [\da-f]{4}$/],
      ["x".repeat(400), "x".repeat(255)],
      ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ] as const;
    for (const [hostname, shown] of cases) {
      const agent = new FakeAgent(server.url);
      await agent.enroll(token, { hostname });
      const { name } = await server.resources.service.get(place.caller, agent.resourceId);
      expect(name).toEqual(typeof shown === "string" ? shown : expect.stringMatching(shown));
    }
  });
});
