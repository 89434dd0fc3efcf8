import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestClock } from "../../test/build-app.ts";
import { SoftwareAuthenticator } from "../../test/software-authenticator.ts";
import { openJournal, verifyJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import { type OpenSigner, openSigner } from "./signer.ts";

const ORIGIN = "http://localhost:8080";
const START = 1_800_000_000_000;
let folder: string;
let clock: TestClock;
let signer: OpenSigner;
const journal = () => path.join(folder, "journal.log");
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

describe("the journal", () => {
  test("is readable by its owner alone, and a new start knows what the old one did", async () => {
    const { userId } = await withTotp();
    await withPasskey(userId);
    const before = await stateOf(userId);
    await signer.close();
    signer = await open();
    expect(await stateOf(userId)).toEqual(before);
    expect(statSync(journal()).mode & 0o777).toBe(0o600);
  });

  test("property: replayed from the disk it gives the state that was", async () => {
    const people = [randomUUID(), randomUUID()];
    const organizationId = randomUUID();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...people), fc.integer({ min: 0, max: 6 })), { maxLength: 12 }), async (steps) => {
        const own = mkdtempSync(path.join(os.tmpdir(), "vigia-signer-"));
        const written = await openJournal(path.join(own, "j"));
        const ledger = createLedger(written, clock);
        for (const [userId, what] of steps) {
          const factorId = what % 2 === 0 ? (people[0] ?? "") : (people[1] ?? "");
          await ledger.record(
            what === 0
              ? { kind: "totp.added", userId, factorId, name: "n", secret: "A", step: 1 }
              : what === 1
                ? { kind: "recovery.issued", userId, salt: "s", hashes: ["a", "b"] }
                : what === 2
                  ? { kind: "recovery.used", userId, hash: "a" }
                  : what === 3
                    ? { kind: "proof.refused", userId, method: "totp" }
                    : what === 4
                      ? { kind: "factor.removed", userId, factorId }
                      : what === 5
                        ? { kind: "reset.requested", resetId: factorId, userId, organizationId, by: userId }
                        : { kind: "host.reset", userId },
          );
          clock.advance(1000);
        }
        await written.close();
        const again = await openJournal(path.join(own, "j"));
        expect(createLedger(again, clock).state).toEqual(ledger.state);
        await again.close();
        rmSync(own, { recursive: true });
      }),
      { numRuns: 30 },
    );
  });

  test("loses an unfinished last line at every length, and nothing else", async () => {
    const { userId } = await withTotp();
    await signer.close();
    const whole = readFileSync(journal());
    const lastStart = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let end = lastStart + 1; end < whole.length; end += 17) {
      writeFileSync(journal(), whole.subarray(0, end));
      const opened = await openJournal(journal());
      await opened.close();
      expect(readFileSync(journal()).length).toBe(lastStart);
    }
    writeFileSync(journal(), Buffer.concat([whole, Buffer.from("abc")]));
    signer = await open();
    expect((await stateOf(userId)).factors).toHaveLength(1);
  });

  test.each<[string, (lines: string[]) => string[], number]>([
    ["edited", (lines) => lines.map((line, index) => (index === 1 ? line.replace("phone", "other") : line)), 2],
    ["removed", (lines) => lines.filter((_, index) => index !== 1), 2],
    ["swapped", ([a = "", b = "", ...rest]) => [b, a, ...rest], 1],
  ])("names the line that was %s, and does not start with it", async (_name, tamper, line) => {
    await withTotp();
    await signer.close();
    const lines = readFileSync(journal(), "utf8").trimEnd().split("\n");
    writeFileSync(journal(), `${tamper(lines).join("\n")}\n`);
    expect(await verifyJournal(journal())).toMatchObject({ brokenAt: line });
    await expect(open()).rejects.toThrow(`line ${line} of`);
    writeFileSync(journal(), `${lines.join("\n")}\n`);
    signer = await open();
  });
});
