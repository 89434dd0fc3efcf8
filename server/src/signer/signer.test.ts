import { randomBytes, randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestClock } from "../../test/build-app.ts";
import { SoftwareAuthenticator } from "../../test/software-authenticator.ts";
import { type OpenSigner, openSigner } from "./signer.ts";

const ORIGIN = "http://localhost:8080";
const START = 1_800_000_000_000;
let folder: string;
let clock: TestClock;
let signer: OpenSigner;
const journal = () => path.join(folder, "journal/000000000001.log");
const open = () => openSigner(folder, { clock, random: randomBytes, needKey: false });

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-signer-"));
  clock = new TestClock(START);
  signer = await open();
});
afterEach(async () => {
  await signer.close();
  rmSync(folder, { recursive: true });
});

const codeOf = (secret: string, at = clock.now()) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
/** A person with an authenticator app. */
async function withTotp(userId: string = randomUUID()) {
  const { secret, uri } = await signer.ask("totp.begin", { userId, label: "ana@example.test" });
  const { recoveryCodes } = await signer.ask("totp.confirm", { userId, code: codeOf(secret), name: "phone" });
  clock.advance(30_000);
  return { userId, secret, uri, recoveryCodes };
}
async function withPasskey(userId: string = randomUUID()) {
  const authenticator = new SoftwareAuthenticator(ORIGIN);
  const { options } = await signer.ask("passkey.begin", { userId, userName: "ana", displayName: "Ana", origin: ORIGIN });
  const { recoveryCodes } = await signer.ask("passkey.confirm", { userId, name: "laptop", response: authenticator.create(options) });
  return { userId, authenticator, recoveryCodes };
}
const totp = (userId: string, code: string) => signer.ask("verify", { userId, method: "totp", code });
const stateOf = (userId: string) => signer.ask("factors.state", { userId, organizationId: randomUUID() });

describe("codes of an app", () => {
  test("are good once, in any order within one step around now", async () => {
    const { userId, secret, uri } = await withTotp();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Vigia:ana%40example\.test\?issuer=Vigia&secret=[A-Z2-7]{32}/);
    const code = codeOf(secret);
    await totp(userId, code);
    await expect(totp(userId, code)).rejects.toMatchObject({ code: "WRONG_CODE" });
    await totp(userId, codeOf(secret, clock.now() + 30_000));
    clock.advance(120_000);
    await expect(totp(userId, codeOf(secret, clock.now() - 60_000))).rejects.toMatchObject({ code: "WRONG_CODE" });
    await totp(userId, codeOf(secret, clock.now() - 30_000));
  });

  test("of one step sent together are taken once", async () => {
    const { userId, secret } = await withTotp();
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => totp(userId, codeOf(secret))));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("the code that confirmed the app is used up", async () => {
    const userId = randomUUID();
    const { secret } = await signer.ask("totp.begin", { userId, label: "a" });
    await signer.ask("totp.confirm", { userId, code: codeOf(secret), name: "phone" });
    await expect(totp(userId, codeOf(secret))).rejects.toMatchObject({ code: "WRONG_CODE" });
  });

  test("after five wrong ones the right one waits too, and a new start does not forget", async () => {
    const { userId, secret } = await withTotp();
    for (let guess = 0; guess < 5; guess++) await expect(totp(userId, "000000")).rejects.toMatchObject({ code: "WRONG_CODE" });
    await signer.close();
    signer = await open();
    await expect(totp(userId, codeOf(secret))).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS", retryAfterSeconds: 900 });
    clock.advance(15 * 60_000);
    await totp(userId, codeOf(secret));
  });

  test("wrong ones lock nobody out for good: a passkey is taken meanwhile, and the host forgets them at once", async () => {
    const { userId, secret } = await withTotp();
    const { authenticator } = await withPasskey(userId);
    for (let guess = 0; guess < 8; guess++) await totp(userId, "000000").catch(() => undefined);
    await expect(totp(userId, codeOf(secret))).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    const { options } = await signer.ask("passkey.challenge", { userId, origin: ORIGIN });
    await signer.ask("verify", { userId, method: "passkey", assertion: authenticator.get(options) });
    for (let guess = 0; guess < 5; guess++) await totp(userId, "000000").catch(() => undefined);
    await expect(totp(userId, codeOf(secret))).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    await signer.ask("host.unlock", { userId });
    await totp(userId, codeOf(secret));
  });

  test("property: whatever the clock, the tries and the restarts, no step is taken twice", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.record({ do: fc.constant("try" as const), offset: fc.integer({ min: -3, max: 3 }) }),
            fc.record({ do: fc.constant("wait" as const), seconds: fc.integer({ min: -60, max: 90 }) }),
            fc.record({ do: fc.constant("restart" as const) }),
          ),
          { maxLength: 25 },
        ),
        async (steps) => {
          const { userId, secret } = await withTotp();
          const taken: number[] = [];
          for (const step of steps) {
            if (step.do === "wait") clock.advance(step.seconds * 1000);
            else if (step.do === "restart") {
              await signer.close();
              signer = await open();
            } else {
              const at = clock.now() + step.offset * 30_000;
              const accepted = await totp(userId, codeOf(secret, at)).then(
                () => true,
                () => false,
              );
              if (!accepted) continue;
              expect(Math.abs(step.offset)).toBeLessThanOrEqual(1);
              taken.push(Math.floor(at / 30_000));
            }
          }
          expect(new Set(taken).size).toBe(taken.length);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("recovery codes", () => {
  test("come with the first factor, ten of them, each good once, however they are typed", async () => {
    const { userId, recoveryCodes } = await withTotp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = "", second = ""] = recoveryCodes;
    const use = (code: string) => signer.ask("verify", { userId, method: "recovery_code", code });
    await use(first);
    await expect(use(first)).rejects.toMatchObject({ code: "WRONG_CODE" });
    await use(second.toLowerCase().replaceAll("-", " "));
    expect((await stateOf(userId)).recoveryCodesLeft).toBe(8);
    expect(readFileSync(journal(), "utf8")).not.toContain(recoveryCodes[3]?.replaceAll("-", ""));
  });

  test("renewed under a proof are ten others, and the old ones prove nothing", async () => {
    const { userId, secret, recoveryCodes } = await withTotp();
    clock.advance(5 * 60_000);
    const renew = () => signer.ask("recovery.renew", { userId });
    await expect(renew()).rejects.toMatchObject({ code: "PROOF_NEEDED" });
    await totp(userId, codeOf(secret));
    const renewed = (await renew()).recoveryCodes;
    expect(new Set([...recoveryCodes, ...renewed]).size).toBe(20);
    const use = (code = "") => signer.ask("verify", { userId, method: "recovery_code", code });
    await expect(use(recoveryCodes[0])).rejects.toMatchObject({ code: "WRONG_CODE" });
    await use(renewed[0]);
  });

  test("are gone with the last factor", async () => {
    const { userId } = await withTotp();
    const [factor] = (await stateOf(userId)).factors;
    await signer.ask("factors.remove", { userId, factorId: factor?.id ?? "" });
    expect(await stateOf(userId)).toMatchObject({ factors: [], recoveryCodesLeft: 0, methods: [] });
  });
});

describe("passkeys", () => {
  test("are made and proven by real signatures", async () => {
    const { userId, authenticator } = await withPasskey();
    const { options } = await signer.ask("passkey.challenge", { userId, origin: ORIGIN });
    const assertion = authenticator.get(options);
    await signer.ask("verify", { userId, method: "passkey", assertion });
    await expect(signer.ask("verify", { userId, method: "passkey", assertion })).rejects.toMatchObject({ code: "EXPIRED" });
  });

  test.each<[string, (authenticator: SoftwareAuthenticator, options: Record<string, unknown>) => Record<string, unknown>]>([
    [
      "of another key",
      (own, options) => ({ ...new SoftwareAuthenticator(ORIGIN).get(options), id: own.get(options).id, rawId: own.get(options).id }),
    ],
    ["for another challenge", (own, options) => own.get({ ...options, challenge: randomBytes(32).toString("base64url") })],
    ["for another site", (own, options) => own.get({ ...options, rpId: "evil.example" })],
    [
      "from a page of another origin",
      (own, options) => {
        own.origin = "http://localhost:9999";
        return own.get(options);
      },
    ],
    ["with a counter that went back", (own, options) => own.get(options, { counter: 1 })],
  ])("a proof %s is refused", async (_name, forge) => {
    const { userId, authenticator } = await withPasskey();
    const prove = async (make: (options: Record<string, unknown>) => Record<string, unknown>) => {
      const { options } = await signer.ask("passkey.challenge", { userId, origin: ORIGIN });
      return signer.ask("verify", { userId, method: "passkey", assertion: make(options) });
    };
    await prove((options) => authenticator.get(options, { counter: 7 }));
    await expect(prove((options) => forge(authenticator, options))).rejects.toMatchObject({ code: "WRONG_CODE" });
  });

  test("made with a PIN or a finger are never proven with less; made without, they are taken without", async () => {
    const prove = async (madeVerified: boolean, userVerified: boolean) => {
      const userId = randomUUID();
      const authenticator = new SoftwareAuthenticator(ORIGIN);
      const { options } = await signer.ask("passkey.begin", { userId, userName: "ana", displayName: "Ana", origin: ORIGIN });
      const response = authenticator.create(options, { userVerified: madeVerified });
      await signer.ask("passkey.confirm", { userId, name: "key", response });
      const challenge = (await signer.ask("passkey.challenge", { userId, origin: ORIGIN })).options;
      return signer.ask("verify", { userId, method: "passkey", assertion: authenticator.get(challenge, { userVerified }) });
    };
    await prove(true, true);
    await prove(false, false);
    await expect(prove(true, false)).rejects.toMatchObject({ code: "WRONG_CODE" });
  });

  test("of one person prove nobody else, and a challenge given to one is no challenge of another's", async () => {
    const ana = await withPasskey();
    const bia = await withPasskey();
    const { options } = await signer.ask("passkey.challenge", { userId: ana.userId, origin: ORIGIN });
    await signer.ask("passkey.challenge", { userId: bia.userId, origin: ORIGIN });
    const assertion = ana.authenticator.get(options);
    await expect(signer.ask("verify", { userId: bia.userId, method: "passkey", assertion })).rejects.toMatchObject({ code: "WRONG_CODE" });
    await signer.ask("verify", { userId: ana.userId, method: "passkey", assertion });
  });

  test("a browser at another origin cannot make one", async () => {
    const userId = randomUUID();
    const { options } = await signer.ask("passkey.begin", { userId, userName: "a", displayName: "a", origin: ORIGIN });
    const response = new SoftwareAuthenticator("http://localhost:9999").create(options);
    await expect(signer.ask("passkey.confirm", { userId, name: "x", response })).rejects.toMatchObject({ code: "WRONG_CODE" });
  });

  test("need a host name", async () => {
    const begin = signer.ask("passkey.begin", { userId: randomUUID(), userName: "a", displayName: "a", origin: "https://192.0.2.1" });
    await expect(begin).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("what changes a person's factors", () => {
  test("needs a proof of one of them within five minutes", async () => {
    const { userId, secret } = await withTotp();
    clock.advance(5 * 60_000);
    const change = () => signer.ask("totp.begin", { userId, label: "second" });
    await expect(change()).rejects.toMatchObject({ code: "PROOF_NEEDED" });
    await totp(userId, codeOf(secret));
    await change();
  });

  test("where passkeys are demanded, an app's code serves only who has none", async () => {
    const organizationId = randomUUID();
    await signer.ask("policy.set", { organizationId, requireFactor: "passkey", by: randomUUID() });
    const { userId } = await withTotp();
    const state = () => signer.ask("factors.state", { userId, organizationId });
    expect(await state()).toMatchObject({ fits: false, methods: ["totp", "recovery_code"] });
    await withPasskey(userId);
    expect(await state()).toMatchObject({ fits: true, methods: ["passkey", "recovery_code"] });
  });
});

describe("a reset", () => {
  test("needs another administrator, who proves their own factor", async () => {
    const organizationId = randomUUID();
    const asker = randomUUID();
    const lost = await withTotp();
    const approver = await withTotp();
    const { id: resetId } = await signer.ask("reset.request", { userId: lost.userId, organizationId, by: asker });
    const approve = (by: string, of = organizationId) => signer.ask("reset.approve", { resetId, organizationId: of, by });
    await expect(approve(asker)).rejects.toMatchObject({ code: "SAME_PERSON" });
    await expect(approve(lost.userId)).rejects.toMatchObject({ code: "SAME_PERSON" });
    await expect(approve(randomUUID())).rejects.toMatchObject({ code: "PROOF_NEEDED" });
    await expect(approve(approver.userId, randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await approve(approver.userId);
    expect((await stateOf(lost.userId)).factors).toEqual([]);
    expect(await signer.ask("reset.list", { organizationId })).toEqual({ resets: [] });
  });
});

describe("what the signer keeps", () => {
  test("is readable by its owner alone, and a new start knows what the old one did", async () => {
    const { userId } = await withTotp();
    await withPasskey(userId);
    const before = await stateOf(userId);
    await signer.close();
    signer = await open();
    expect(await stateOf(userId)).toEqual(before);
    for (const file of [journal(), path.join(folder, "journal.key")]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("a copied journal gives no secret away, and proves nobody without its key", async () => {
    const { userId, secret } = await withTotp();
    const raw = Buffer.from(Secret.fromBase32(secret).bytes);
    const text = readFileSync(journal(), "utf8");
    for (const clear of [secret, raw.toString("base64"), raw.toString("hex")]) expect(text).not.toContain(clear);
    const thief = mkdtempSync(path.join(os.tmpdir(), "vigia-thief-"));
    cpSync(path.join(folder, "journal"), path.join(thief, "journal"), { recursive: true });
    const deps = { clock, random: randomBytes, needKey: false };
    await expect(openSigner(thief, deps)).rejects.toThrow(/journal\.key.* is missing; restore/);
    // With a key of somebody else's it opens no secret.
    const stranger = mkdtempSync(path.join(os.tmpdir(), "vigia-thief-"));
    await (await openSigner(stranger, deps)).close();
    cpSync(path.join(stranger, "journal.key"), path.join(thief, "journal.key"));
    const forged = await openSigner(thief, deps);
    await expect(forged.ask("verify", { userId, method: "totp", code: codeOf(secret) })).rejects.not.toHaveProperty("code");
    await forged.close();
    for (const made of [thief, stranger]) rmSync(made, { recursive: true });
  });
});
