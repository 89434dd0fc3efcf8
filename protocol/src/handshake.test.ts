import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  exportPrivateKey,
  importPrivateKey,
  keyId,
  makeKey,
  rawPublicKey,
  signAsAgent,
  signAsServer,
  signRoster,
  verifyAgent,
  verifyRoster,
  verifyServer,
} from "./handshake.ts";

const agent = makeKey();
const server = makeKey();
const challenge = randomBytes(60);
const statement = randomBytes(90);
const answer = randomBytes(70);
const hello = "vigia/hello/v1";
const byAgent = signAsAgent(agent, hello, challenge, statement);
const byServer = signAsServer(server, hello, challenge, statement, answer);

describe("the agent's proof", () => {
  test("holds for exactly the bytes that travelled", () => {
    expect(verifyAgent(rawPublicKey(agent), hello, challenge, statement, byAgent)).toBe(true);
  });
  test("does not hold for another connection's challenge, another statement, key or purpose", () => {
    expect(verifyAgent(rawPublicKey(agent), hello, randomBytes(60), statement, byAgent)).toBe(false);
    expect(verifyAgent(rawPublicKey(agent), hello, challenge, randomBytes(90), byAgent)).toBe(false);
    expect(verifyAgent(rawPublicKey(server), hello, challenge, statement, byAgent)).toBe(false);
    expect(verifyAgent(rawPublicKey(agent), "vigia/enroll/v1", challenge, statement, byAgent)).toBe(false);
  });
  test("does not hold when bytes move from one part to the next", () => {
    const whole = Buffer.concat([challenge, statement]);
    expect(verifyAgent(rawPublicKey(agent), hello, whole.subarray(0, 61), whole.subarray(61), byAgent)).toBe(false);
  });
  test("cannot be sent back as the server's", () => {
    expect(verifyServer(rawPublicKey(agent), hello, challenge, statement, new Uint8Array(), byAgent)).toBe(false);
  });
});

describe("the server's proof", () => {
  test("covers the challenge, the agent's words and its own", () => {
    expect(verifyServer(rawPublicKey(server), hello, challenge, statement, answer, byServer)).toBe(true);
    expect(verifyServer(rawPublicKey(server), hello, challenge, randomBytes(90), answer, byServer)).toBe(false);
    expect(verifyServer(rawPublicKey(server), hello, challenge, statement, randomBytes(70), byServer)).toBe(false);
  });
});

test("keys and signatures of the wrong size or shape are refused without an error", () => {
  for (const key of [new Uint8Array(), new Uint8Array(31), new Uint8Array(32).fill(255), new Uint8Array(33)])
    expect(verifyAgent(key, hello, challenge, statement, byAgent)).toBe(false);
  expect(verifyAgent(rawPublicKey(agent), hello, challenge, statement, byAgent.subarray(0, 63))).toBe(false);
});

test("a roster is believed under its signer alone", () => {
  const roster = randomBytes(120);
  const signature = signRoster(server, roster);
  expect(verifyRoster(rawPublicKey(server), roster, signature)).toBe(true);
  expect(verifyRoster(rawPublicKey(agent), roster, signature)).toBe(false);
  expect(verifyRoster(rawPublicKey(server), randomBytes(120), signature)).toBe(false);
});

test("a private key survives its file, and its id is stable", () => {
  const back = importPrivateKey(exportPrivateKey(agent));
  expect(rawPublicKey(back)).toEqual(rawPublicKey(agent));
  expect(keyId(rawPublicKey(back))).toHaveLength(32);
  expect(() => importPrivateKey("nonsense")).toThrow();
});
