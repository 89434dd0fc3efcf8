import { generateKeyPairSync, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Browser, buildTestServer, ORIGIN, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeOrganization, makeUser } from "../../../test/factories.ts";
import {
  CLIENT,
  type FakeProvider,
  keyedWith,
  type RealProvider,
  startFakeProvider,
  startRealProvider,
  type Token,
  unsigned,
} from "../../../test/oidc.ts";
import { createPasswords } from "../accounts/index.ts";

const CALLBACK = `${ORIGIN}/api/v1/sso/callback`;
let server: TestServer;
let ana: Browser;
let organizationId: string;
let passwordHash: string;
let real: RealProvider;
let fake: FakeProvider;

beforeAll(async () => {
  // The provider warns that it forgets everything when it ends, which is what a test wants.
  const quiet = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  [real, fake] = [await startRealProvider(CALLBACK), await startFakeProvider()];
  quiet.mockRestore();
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  passwordHash = await createPasswords().hash(PASSWORD);
});
afterAll(async () => {
  await server.close();
  await real.close();
  await fake.close();
});

const use = (issuer: string, more: object = {}) => ana.ok("PUT", "/api/v1/sso", { issuer, ...CLIENT, enabled: true, ...more });

/** A browser that follows one way to the provider and back. */
class Traveller {
  cookies = "";
  async #get(url: string, cookie: string) {
    const response = await server.app.inject({ method: "GET", url, headers: cookie === "" ? {} : { cookie } });
    const set = [response.headers["set-cookie"] ?? []].flat().map(String);
    return { status: response.statusCode, location: String(response.headers.location), set };
  }
  async start(): Promise<string> {
    const { location, set } = await this.#get(`/api/v1/sso/start?organizationId=${organizationId}`, "");
    this.cookies = set.map((line) => line.split(";")[0]).join("; ");
    return location;
  }
  async back(address: string, cookies = this.cookies) {
    const { location, set } = await this.#get(address.replace(ORIGIN, ""), cookies);
    const session = set.find((line) => line.startsWith("vigia_session="));
    return { location, session: session?.split(";")[0], set };
  }
}

/** Links a new person of the organization to a subject of the provider in use. */
async function linked(
  go: (url: string) => Promise<string> | string,
): Promise<{ id: string; email: string; location: string; browser: Browser }> {
  const { id, email } = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
  const browser = server.browser();
  await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
  const response = await server.app.inject({
    method: "POST",
    url: "/api/v1/me/sso/link",
    headers: { cookie: browser.cookie, "x-csrf-token": browser.csrfToken, origin: ORIGIN },
  });
  expect(response.statusCode).toBe(200);
  const traveller = new Traveller();
  traveller.cookies = [response.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => String(line).split(";")[0])
    .join("; ");
  const { location } = await traveller.back(await go(response.json().url));
  return { id, email, location, browser };
}

const users = () => server.db.database.global((tx) => tx.user.count());
const lastAudit = async () => (await ana.get("/api/v1/audit?limit=5")).body.items[0];

describe("with a real provider", () => {
  beforeEach(async () => {
    await use(real.issuer);
  });

  test("a person links while signed in, and signs in by it from then on", async () => {
    const { id, location } = await linked((url) => real.signIn(url, "paula"));
    expect(location).toBe("/account?sso=linked");
    const traveller = new Traveller();
    const { location: home, session, set } = await traveller.back(await real.signIn(await traveller.start(), "paula"));
    expect(home).toBe("/");
    expect(set.find((line) => line.startsWith("vigia_session="))).toMatch(/HttpOnly; SameSite=Strict$/);
    const answer = await server.browser().call("GET", "/api/v1/session", undefined, { cookie: session ?? "" });
    expect(answer).toMatchObject({ status: 200, body: { user: { id } } });
  });

  test("the cookie of the way there is this server's alone, short, and comes along from another site", async () => {
    const response = await server.app.inject({ method: "GET", url: `/api/v1/sso/start?organizationId=${organizationId}` });
    expect(response.statusCode).toBe(303);
    expect(response.headers["set-cookie"]).toMatch(/^vigia_sso=[\w-]{64}; Max-Age=600; Path=\/api\/v1\/sso; HttpOnly; SameSite=Lax$/);
    const asked = new URL(String(response.headers.location)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ code_challenge_method: "S256", redirect_uri: CALLBACK, client_id: CLIENT.clientId });
    for (const secret of ["state", "nonce", "code_challenge"]) expect(asked.get(secret)?.length).toBeGreaterThan(40);
  });

  test("an unknown person is refused clearly, and their e-mail address links them to nobody", async () => {
    const { email } = await makeUser(server.db.database, organizationId, { name: "Quentin", passwordHash });
    expect(email).toBe("quentin@example.test");
    const before = await users();
    const traveller = new Traveller();
    const arrival = await traveller.back(await real.signIn(await traveller.start(), "quentin"));
    expect(arrival).toMatchObject({ location: "/signin?sso=not_linked", session: undefined });
    expect(await users()).toBe(before);
    expect(await lastAudit()).toMatchObject({ action: "sso.refused" });
  });

  test("where the organization allows it a new person becomes a member without any right; never under somebody's address", async () => {
    await use(real.issuer, { allowNewUsers: true });
    const traveller = new Traveller();
    const { session } = await traveller.back(await real.signIn(await traveller.start(), "nadia"));
    const answer = await server.browser().call("GET", "/api/v1/session", undefined, { cookie: session ?? "" });
    expect(answer.body).toMatchObject({ user: { email: "nadia@example.test", name: "Name of nadia" }, permissions: [] });
    expect((await server.browser().call("GET", "/api/v1/resources", undefined, { cookie: session ?? "" })).status).toBe(403);
    const again = new Traveller();
    expect((await again.back(await real.signIn(await again.start(), "quentin"))).location).toBe("/signin?sso=not_linked");
  });

  test("a disabled person, an unlinked one and one whose provider is switched off do not get in", async () => {
    const { id } = await linked((url) => real.signIn(url, "dora"));
    const member = { where: { userId: id, organizationId } };
    const disable = (disabledAt: Date | null) =>
      server.db.database.withTenant(organizationId, (tx) => tx.membership.updateMany({ ...member, data: { disabledAt } }));
    await disable(new Date());
    const first = new Traveller();
    expect((await first.back(await real.signIn(await first.start(), "dora"))).location).toBe("/signin?sso=disabled");
    await disable(null);
    const { browser } = await linked((url) => real.signIn(url, "dorothy"));
    await browser.ok("DELETE", "/api/v1/me/sso");
    const second = new Traveller();
    expect((await second.back(await real.signIn(await second.start(), "dorothy"))).location).toBe("/signin?sso=not_linked");
    const third = new Traveller();
    const back = await real.signIn(await third.start(), "dora");
    await use(real.issuer, { enabled: false });
    expect((await third.back(back)).location).toBe("/signin?sso=unavailable");
    expect(await new Traveller().start()).toBe("/signin?sso=unavailable");
  });

  test("a subject that belongs to somebody is not given to another", async () => {
    await linked((url) => real.signIn(url, "only-once"));
    expect((await linked((url) => real.signIn(url, "only-once"))).location).toBe("/account?sso=taken");
  });

  test("linking ends with the session that began it", async () => {
    const { email } = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
    const browser = server.browser();
    await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
    const answer = await browser.call("POST", "/api/v1/me/sso/link");
    const traveller = new Traveller();
    traveller.cookies = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
    const back = await real.signIn(answer.body.url, "late");
    await server.db.database.withTenant(organizationId, (tx) => tx.session.updateMany({ where: {}, data: { revokedAt: new Date() } }));
    expect((await traveller.back(back)).location).toBe("/account?sso=session_over");
    ana = await server.administrator();
  });
});

describe("the organization's settings", () => {
  test("keep the secret to themselves, and never send it to another issuer", async () => {
    const saved = await use(real.issuer);
    expect(saved).toEqual({ issuer: real.issuer, clientId: CLIENT.clientId, hasClientSecret: true, enabled: true, allowNewUsers: false });
    const row = await server.db.database.withTenant(organizationId, (tx) => tx.ssoConfiguration.findFirstOrThrow());
    expect(Buffer.from(row.clientSecret).includes(CLIENT.clientSecret)).toBe(false);
    const kept = { issuer: real.issuer, clientId: CLIENT.clientId, enabled: true };
    expect((await ana.call("PUT", "/api/v1/sso", kept)).status).toBe(200);
    expect((await ana.call("PUT", "/api/v1/sso", { ...kept, issuer: fake.issuer })).status).toBe(400);
    expect((await ana.call("PUT", "/api/v1/sso", { ...kept, ...CLIENT, issuer: "http://sso.example.test" })).status).toBe(400);
  });

  test("can be tried out", async () => {
    await use(real.issuer);
    expect(await ana.ok("POST", "/api/v1/sso/test")).toEqual({ ok: true, problem: null });
    await use("http://127.0.0.1:1");
    expect(await ana.ok("POST", "/api/v1/sso/test")).toEqual({ ok: false, problem: "unreachable" });
    await use(`${fake.issuer}/elsewhere`);
    expect(await ana.ok("POST", "/api/v1/sso/test")).toEqual({ ok: false, problem: "issuer" });
  });

  test("are offered on the sign-in page while enabled: by the organization's own address, and without it where there is only one", async () => {
    const offered = async (query = "") => (await server.browser().ok("GET", `/api/v1/sso/offer${query}`)).organizationId;
    await use(real.issuer);
    expect(await offered()).toBe(organizationId);
    expect(await offered(`?organizationId=${organizationId}`)).toBe(organizationId);
    expect(await offered(`?organizationId=${randomUUID()}`)).toBeNull();
    await use(real.issuer, { enabled: false });
    expect(await offered()).toBeNull();
    await use(real.issuer);
    await makeOrganization(server.db.database);
    expect(await offered()).toBeNull();
    expect(await offered(`?organizationId=${organizationId}`)).toBe(organizationId);
  });

  test("are for those alone who may manage them", async () => {
    const technician = await server.member("technician");
    expect((await technician.get("/api/v1/sso")).status).toBe(403);
  });
});

describe("with a provider that lies", () => {
  beforeEach(async () => {
    fake.next = () => undefined;
    fake.metadata = {};
    await use(fake.issuer, { allowNewUsers: true });
  });

  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const seconds = () => Math.floor(Date.now() / 1000);
  const spoil: Record<string, (token: Token) => void> = {
    "has no signature (alg none)": (token) => Object.assign(token, { sign: unsigned }),
    "is keyed with the public key (HS256)": (token) => Object.assign(token, { sign: keyedWith(fake.publicPem) }),
    "names a key that there is not": (token) => Object.assign(token.header, { kid: "another" }),
    "is signed by somebody else": (token) => Object.assign(token, { key: stranger }),
    "comes from another issuer": (token) => Object.assign(token.claims, { iss: "https://elsewhere.example.test" }),
    "comes from another organization's provider": (token) => Object.assign(token.claims, { iss: real.issuer }),
    "is for another client": (token) => Object.assign(token.claims, { aud: "another" }),
    "is for several and does not say for whom": (token) => Object.assign(token.claims, { aud: [CLIENT.clientId, "another"] }),
    "was made for another party (azp)": (token) => Object.assign(token.claims, { azp: "another" }),
    "answers another request (nonce)": (token) => Object.assign(token.claims, { nonce: "another" }),
    "answers no request at all (no nonce)": (token) => Object.assign(token.claims, { nonce: undefined }),
    "has expired": (token) => Object.assign(token.claims, { iat: seconds() - 900, exp: seconds() - 600 }),
    "is not valid yet (nbf)": (token) => Object.assign(token.claims, { nbf: seconds() + 600 }),
  };

  test("a good token of it is taken, so that the refusals below mean something", async () => {
    fake.next = ({ claims }) => Object.assign(claims, { email: "good@example.test", email_verified: true });
    const traveller = new Traveller();
    expect((await traveller.back(fake.authorize(await traveller.start(), "good"))).location).toBe("/");
  });

  test.each(Object.entries(spoil))("a token that %s is refused, makes nobody and is audited", async (_name, change) => {
    fake.next = (token) => {
      Object.assign(token.claims, { email: "victim@example.test", email_verified: true });
      change(token);
    };
    const before = await users();
    const traveller = new Traveller();
    const arrival = await traveller.back(fake.authorize(await traveller.start(), "victim"));
    expect(arrival).toMatchObject({ location: "/signin?sso=refused", session: undefined });
    expect(await users()).toBe(before);
    expect(await lastAudit()).toMatchObject({ action: "sso.refused", details: { refusal: "refused" } });
  });

  test("an address that the provider does not vouch for makes nobody", async () => {
    fake.next = ({ claims }) => Object.assign(claims, { email: "unverified@example.test", email_verified: false });
    const before = await users();
    const traveller = new Traveller();
    const arrival = await traveller.back(fake.authorize(await traveller.start(), "unverified"));
    expect(arrival).toMatchObject({ location: "/signin?sso=not_linked", session: undefined });
    expect(await users()).toBe(before);
  });

  test("a return works once, in the browser that left, with the state it left with, and not for long", async () => {
    await linked((url) => fake.authorize(url, "linked"));
    const traveller = new Traveller();
    const back = fake.authorize(await traveller.start(), "linked");
    expect((await traveller.back(back, "")).location).toBe("/signin?sso=expired");
    expect((await traveller.back(back)).location).toBe("/");
    expect((await traveller.back(back)).location).toBe("/signin?sso=expired");

    const replay = new Traveller();
    const state = new URL(await replay.start()).searchParams.get("state") ?? "";
    const replayed = new URL(back);
    replayed.searchParams.set("state", state);
    expect((await replay.back(replayed.href)).location).toBe("/signin?sso=refused");

    const other = new Traveller();
    const wrong = new URL(fake.authorize(await other.start(), "linked"));
    wrong.searchParams.set("state", "another");
    expect((await other.back(wrong.href)).location).toBe("/signin?sso=refused");

    const slow = new Traveller();
    const late = fake.authorize(await slow.start(), "linked");
    server.clock.advance(10 * 60_000);
    expect((await slow.back(late)).location).toBe("/signin?sso=expired");
    // The administrator's own proof has grown old with it.
    ana = await server.administrator();
  });

  test("one that signs with nothing acceptable is not used at all", async () => {
    fake.metadata = { id_token_signing_alg_values_supported: ["HS256", "none"] };
    expect(await ana.ok("POST", "/api/v1/sso/test")).toEqual({ ok: false, problem: "algorithm" });
    expect(await new Traveller().start()).toBe("/signin?sso=unavailable");
  });
});
