// What a link needs, made for tests: a memory spool, a quiet log, an enrolled identity in a temporary folder.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "@vigia/protocol";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { systemClock } from "../../clock.ts";
import { type Identity, IdentityStore } from "../../identity.ts";
import type { Log } from "../../log.ts";
import { openSpool } from "../../spool/index.ts";
import { MemoryFiles } from "../../spool/testing/memory-files.ts";
import type { LinkParts, LinkStatus } from "../link.ts";
import { createServerClock } from "../server-clock.ts";
import { connectWebSocket } from "../ws-transport.ts";
import type { FakeServer } from "./fake-server.ts";

export const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => quiet,
};

export function identityFor(server: FakeServer, url: string): Identity {
  return {
    version: 1,
    organizationId: server.organizationId.toString("hex"),
    organizationName: "Example MSP",
    agentId: server.agentId.toString("hex"),
    resourceId: server.resourceId.toString("hex"),
    servers: [url],
    identityKey: rawPublicKey(server.identity).toString("base64"),
    recoveryKey: rawPublicKey(server.recovery).toString("base64"),
    signerKey: rawPublicKey(server.signer).toString("base64"),
    roster: { version: 1, bytes: "", signature: "" },
    standing: "active",
    standingReason: "",
    serverGeneration: 1,
    tlsKey: "",
    clockOffsetMs: 0,
    bootId: "",
  };
}

/** An agent's parts and what they were told. */
export interface AgentRig {
  readonly parts: LinkParts;
  readonly statuses: readonly LinkStatus[];
  readonly settings: readonly Settings[];
  /** The data folder. */
  readonly dir: string;
  tidy(): Promise<void>;
}

/** Everything createLink takes, connected with `server` and recording what it is told. */
export async function agentParts(server: FakeServer): Promise<AgentRig> {
  const url = await server.listen();
  const dir = await mkdtemp(join(tmpdir(), "vigia-link-"));
  const identity = new IdentityStore(dir);
  const key = makeKey();
  await identity.keepNewKey(key);
  await identity.adopt(identityFor(server, url));
  server.know(rawPublicKey(key));
  const clock = createServerClock({ clock: systemClock, uptimeMs: systemClock.uptimeMs, offsetMs: 0, onStep: () => undefined });
  const files = new MemoryFiles();
  const spool = await openSpool({ files, dir: "/spool", maxBytes: 1, randomBytes, now: () => clock.now(), onTrouble: () => undefined });
  const statuses: LinkStatus[] = [];
  const settings: Settings[] = [];
  const parts = {
    identity,
    key,
    bootId: Buffer.alloc(16, 7),
    agentVersion: "1.2.3",
    spool,
    connect: connectWebSocket(),
    clock,
    log: quiet,
    // The shortest waits the back-off knows.
    random: () => 0.001,
    randomBytes,
    onSettings: (said: Settings) => settings.push(said),
    onStatus: (status: LinkStatus) => statuses.push(status),
    onGone: () => undefined,
  };
  const tidy = async () => {
    await spool.close();
    await server.close();
    await rm(dir, { recursive: true, force: true });
  };
  return { parts, statuses, settings, tidy, dir };
}
