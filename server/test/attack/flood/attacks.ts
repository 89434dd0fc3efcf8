// The floods: what has felled other servers (bodies, fragments, frames and messages without measure, slow senders, crowds) in one list.
import { randomBytes } from "node:crypto";
import { type Attack, always, byteByByte, once } from "./attack.ts";
import { deepJson, emptyMessages, falseHello, fullBatch, gzipBody, nested, wideJson } from "./bombs.ts";
import { BINARY, CONTINUATION, chunk, crumbs, frame, frameHead, head, PING, request, upgrade } from "./wire.ts";

const AGENT_SOCKET = "/agent/v1";
const SIGN_IN = "/api/v1/session";
const MEBIBYTE = 1_048_576;
const noise = randomBytes(MEBIBYTE);
const json = { "Content-Type": "application/json" };

const endlessBody = (path: string, sockets: number) => ({
  as: "stranger" as const,
  sockets,
  opening: head("POST", path, { ...json, "Transfer-Encoding": "chunked" }),
  words: always(chunk(Buffer.alloc(65_536, '"'))),
});

const bodiesWithoutEnd: Attack = {
  name: "bodies without an end",
  voices: [
    endlessBody(SIGN_IN, 30),
    endlessBody("/api/v1/clients", 10),
    endlessBody("/nowhere", 10),
    {
      as: "stranger",
      sockets: 30,
      opening: head("POST", SIGN_IN, { ...json, "Content-Length": "1000000" }),
      words: always(Buffer.from(" ")),
      pace: 100,
    },
  ],
  least: { bytes: 10 * MEBIBYTE },
};

const fragments: Attack = {
  name: "messages in fragments of one byte",
  voices: [
    { as: "stranger", sockets: 50, opening: upgrade(AGENT_SOCKET), words: once(crumbs(20_000, true)) },
    { as: "agent", sockets: 10, words: once(crumbs(40, true), crumbs(60_000, false)) },
    { as: "agent", sockets: 4, words: always(Buffer.concat([frame(Buffer.of(7), BINARY, false), frame(Buffer.of(7), CONTINUATION)])) },
  ],
  least: { bytes: MEBIBYTE },
};

const frames: Attack = {
  name: "frames that are too large",
  voices: [
    { as: "stranger", sockets: 20, opening: upgrade(AGENT_SOCKET), words: once(frameHead(2 ** 31), noise, noise) },
    { as: "stranger", sockets: 20, opening: upgrade(AGENT_SOCKET), words: once(frameHead(MEBIBYTE), noise) },
    { as: "agent", sockets: 8, words: once(frameHead(64 * MEBIBYTE), noise, noise) },
    { as: "agent", sockets: 4, words: always(frame(noise)) },
    { as: "agent", sockets: 4, words: once(frameHead(MEBIBYTE), noise.subarray(0, MEBIBYTE - 1)) },
  ],
  least: { bytes: 4 * MEBIBYTE },
};

/** A frame that is sent again and again by an agent, and one small enough for strangers. */
const bomb = (bytes: Buffer) => ({ as: "agent" as const, sockets: 4, words: always(frame(bytes)) });
const smallBomb = (bytes: Buffer) => ({
  as: "stranger" as const,
  sockets: 10,
  opening: upgrade(AGENT_SOCKET),
  words: once(frame(bytes)),
  leavesAfterMs: 500,
});

const messages: Attack = {
  name: "messages that are bombs",
  voices: [
    bomb(emptyMessages(18, 3, MEBIBYTE - 100)),
    bomb(nested(18, 2_000)),
    bomb(Buffer.alloc(MEBIBYTE, 0x1b)),
    smallBomb(emptyMessages(16, 1, 8_000)),
    smallBomb(nested(16, 1_000)),
    smallBomb(Buffer.alloc(8_000, 0x1b)),
  ],
  least: { bytes: MEBIBYTE },
};

const slowHeads: Attack = {
  name: "heads that come byte by byte",
  voices: [
    { as: "stranger", sockets: 350, words: byteByByte(head("GET", "/api/v1/session", { Accept: "x".repeat(8_000) })), pace: 250 },
    { as: "stranger", sockets: 150 },
  ],
  least: { sockets: 500 },
};

const upgrades: Attack = {
  name: "upgrades by thousands",
  voices: [
    { as: "stranger", sockets: 150, opening: upgrade(AGENT_SOCKET), leavesAfterMs: 40 },
    { as: "stranger", sockets: 50, opening: upgrade("/api/v1/live"), leavesAfterMs: 40 },
  ],
  least: { sockets: 400 },
};

const silence: Attack = {
  name: "sockets that never say hello",
  voices: [{ as: "stranger", sockets: 700, opening: upgrade(AGENT_SOCKET) }],
  least: { sockets: 700 },
};

const hellos: Attack = {
  name: "hellos that prove nothing",
  voices: [{ as: "stranger", sockets: 200, opening: upgrade(AGENT_SOCKET), words: () => once(frame(falseHello()))(), leavesAfterMs: 100 }],
  least: { sockets: 500 },
};

let guesses = 0;
const guess = () => request("POST", SIGN_IN, JSON.stringify({ email: `g${++guesses}@example.test`, password: "not the right password" }));
const signIns: Attack = {
  name: "sign-ins that cost a hash each",
  voices: [{ as: "stranger", sockets: 100, words: () => guess, pace: "answered" }],
  least: { bytes: 5_000 },
};

const bodies: Attack = {
  name: "bodies that are bombs",
  voices: [
    { as: "stranger", sockets: 12, words: always(request("POST", SIGN_IN, gzipBody, { "Content-Encoding": "gzip" })), pace: "answered" },
    { as: "stranger", sockets: 12, words: always(request("POST", SIGN_IN, deepJson(16_000))), pace: "answered" },
    { as: "stranger", sockets: 12, words: always(request("POST", SIGN_IN, wideJson(1_400))), pace: "answered" },
    { as: "stranger", sockets: 6, words: always(request("POST", "/api/v1/session/step-up/options", wideJson(70_000))), pace: "answered" },
  ],
  least: { bytes: MEBIBYTE },
};

const manyHeaders = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x-${index}`, "y"]));
const manyParameters = `/api/v1/clients?${Array.from({ length: 2_000 }, (_, index) => `p${index}=1`).join("&")}`;
const heads: Attack = {
  name: "heads that are bombs, asked without reading",
  voices: [
    { as: "stranger", sockets: 10, words: always(head("GET", SIGN_IN, { Cookie: "c=1; ".repeat(2_500) })), pace: "answered" },
    { as: "stranger", sockets: 10, words: always(head("GET", SIGN_IN, manyHeaders)), pace: "answered" },
    { as: "stranger", sockets: 10, words: always(head("GET", manyParameters)), pace: "answered" },
    { as: "stranger", sockets: 10, opening: head("GET", "/", { Cookie: "x".repeat(20_000) }) },
    { as: "stranger", sockets: 10, words: always(head("GET", "/api/openapi.json")), deaf: true },
  ],
  least: { bytes: MEBIBYTE },
};

const batches = (epoch: number) => {
  let seq = 1;
  return () => {
    const bytes = frame(fullBatch(epoch, seq, Date.now()));
    seq += 256;
    return bytes;
  };
};
const hostileAgents: Attack = {
  name: "agents that send as much as they can and read nothing",
  voices: [
    { as: "agent", sockets: 8, words: batches, deaf: true },
    { as: "agent", sockets: 4, words: always(frame(Buffer.alloc(100), PING)), deaf: true },
  ],
  least: { bytes: MEBIBYTE },
};

export const ATTACKS: readonly Attack[] = [
  bodiesWithoutEnd,
  fragments,
  frames,
  messages,
  slowHeads,
  upgrades,
  silence,
  hellos,
  signIns,
  bodies,
  heads,
  hostileAgents,
];
