// The link keeps one session to the server alive: it connects, waits as long as it should, and connects again, for ever.
import type { KeyObject } from "node:crypto";
import { type AgentEvent, AgentEventKind, type Envelope, Lane, type Settings } from "@vigia/protocol";
import type { Identity, IdentityStore } from "../identity.ts";
import type { Log } from "../log.ts";
import type { Service } from "../service.ts";
import type { OpenSpool } from "../spool/index.ts";
import { createBackoff } from "./backoff.ts";
import type { ServerClock } from "./server-clock.ts";
import { type Agreement, type LogsAsked, Session, type SessionEnd, type Silence } from "./session.ts";
import { afterEnd } from "./standing.ts";
import type { Connect } from "./transport.ts";
import { wait } from "./wait.ts";

/** A session that stood this long after its Welcome was good, milliseconds. */
const STABLE_MS = 15_000;

export interface LinkStatus {
  readonly phase: "connecting" | "connected" | "waiting" | "stopped";
  readonly server: string;
  /** When this phase began, milliseconds since 1970. */
  readonly sinceMs: number;
  /** Hexadecimal, while connected. */
  readonly sessionId?: string;
  /** Why there is no connection, one sentence. */
  readonly problem?: string;
  /** When the next try comes, milliseconds since 1970. */
  readonly nextTryMs?: number;
}

export interface LinkParts {
  readonly identity: IdentityStore;
  readonly key: KeyObject;
  /** The machine's boot, 16 bytes; zeroes where unknown. */
  readonly bootId: Uint8Array;
  readonly agentVersion: string;
  readonly spool: OpenSpool;
  readonly connect: Connect;
  readonly clock: ServerClock;
  readonly log: Log;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** For tests that do not wait so long. */
  readonly silence?: Silence | undefined;
  onSettings(settings: Settings): void;
  /** The server wants an inventory now, with all sections when `full`. */
  readonly onInventoryRequest?: ((full: boolean) => void) | undefined;
  readonly logs?: LogsAsked | undefined;
  onStatus(status: LinkStatus): void;
  /** The identity was wiped: there is nobody left to connect as. */
  onGone(): void;
}

export interface Link extends Service {
  /** Resolves when the server has every event, or after so many milliseconds. */
  drain(timeoutMs: number): Promise<void>;
  /** Sends a message on the standing session; false when there is none. */
  say(envelope: Envelope): boolean;
}

export function createLink(parts: LinkParts): Link {
  const { identity, spool, clock, log } = parts;
  const backoff = createBackoff(parts.random);
  let session: Session | undefined;
  let giveUp: (() => void) | undefined;
  let stop = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let ackListener: (() => void) | undefined;
  let welcomedAt: number | undefined;
  let timeKnown = false;
  let crashed: ((error: unknown) => void) | undefined;

  const report = (status: Omit<LinkStatus, "sinceMs">) => parts.onStatus({ ...status, sinceMs: clock.now() });
  const tell = (kind: AgentEventKind, detail: string) => {
    const event: AgentEvent = { kind, detail };
    spool.event(event, clock.now()).catch((error) => log.error("an event could not be kept", { error }));
  };

  async function welcomed(server: string, agreed: Agreement): Promise<void> {
    const known = identity.current;
    welcomedAt = clock.monotonic();
    const behindMs = clock.anchor(agreed.serverTimeMs);
    // Later ones find small errors only: the clock has gone on from the server's time since.
    if (!timeKnown) await spool.correctTimes(behindMs);
    timeKnown = true;
    const tlsKey = Buffer.from(agreed.tlsKeyHash).toString("base64");
    const changed = known.tlsKey !== "" && tlsKey !== "" && known.tlsKey !== tlsKey;
    const standing = agreed.active ? "active" : "pending";
    const offsetMs = clock.offsetMs();
    await identity.update({
      standing,
      standingReason: "",
      serverGeneration: agreed.generation,
      tlsKey: tlsKey || known.tlsKey,
      // Not for every millisecond: each change is a write that must reach the disk.
      clockOffsetMs: Math.abs(offsetMs - known.clockOffsetMs) < 1_000 ? known.clockOffsetMs : offsetMs,
    });
    if (changed) tell(AgentEventKind.AGENT_EVENT_KIND_TLS_KEY_CHANGED, "The server's TLS key is another one than last time.");
    log.info("connected", { server, session: agreed.sessionId, standing });
    report({ phase: "connected", server, sessionId: agreed.sessionId });
  }

  function open(server: string, who: Identity): Session {
    const bytes = (text: string, form: "hex" | "base64") => Buffer.from(text, form);
    const opened = new Session({
      ...parts,
      organizationId: bytes(who.organizationId, "hex"),
      agentId: bytes(who.agentId, "hex"),
      serverKey: bytes(who.identityKey, "base64"),
      knownGeneration: who.serverGeneration,
      onWelcome: (agreed) => welcomed(server, agreed),
      onAcked: () => ackListener?.(),
    });
    giveUp = parts.connect(server, opened);
    return opened;
  }

  /** One connection from beginning to end; answers how long to wait, milliseconds. */
  async function once(server: string, signal: AbortSignal): Promise<number> {
    report({ phase: "connecting", server });
    welcomedAt = undefined;
    session = open(server, identity.current);
    const end: SessionEnd = await session.ended;
    // Left before it opened: nobody waits for that socket any more.
    giveUp?.();
    session = undefined;
    giveUp = undefined;
    if (signal.aborted) return 0;
    if (welcomedAt !== undefined && clock.monotonic() - welcomedAt > STABLE_MS) backoff.reset();
    const { delayMs, problem, standing } = afterEnd(end, backoff, parts.random);
    if (standing !== undefined) await identity.update({ standing, standingReason: problem });
    log.warn("not connected", { server, problem, retryInSeconds: Math.round(delayMs / 1000) });
    report({ phase: "waiting", server, problem, nextTryMs: clock.now() + delayMs });
    return delayMs;
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let turn = 0; !signal.aborted; turn++) {
      // Read anew each time: `unenroll` and `enroll --force` work on the same folder.
      if ((await identity.load()) === undefined) {
        parts.onGone();
        return;
      }
      const { servers } = identity.current;
      const server = servers[turn % servers.length] ?? "";
      await wait(await once(server, signal), signal);
    }
  }

  return {
    name: "link",
    async start(signal) {
      stop = new AbortController();
      const ends = AbortSignal.any([signal, stop.signal]);
      ends.addEventListener("abort", () => session?.leave("the agent stops"), { once: true });
      running = run(ends);
      running.catch((error) => crashed?.(error));
    },
    onCrash(listener) {
      crashed = listener;
    },
    async stop() {
      stop.abort();
      // A server that does not answer the close must not hold the agent.
      const timer = setTimeout(() => giveUp?.(), 500);
      await running.catch((error) => log.debug("the link had failed", { error })).finally(() => clearTimeout(timer));
      report({ phase: "stopped", server: "" });
    },
    say: (envelope) => session?.say(envelope) ?? false,
    drain(timeoutMs) {
      const events = spool.lanes.find((reader) => reader.lane === Lane.LANE_EVENT);
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          ackListener = undefined;
          resolve();
        };
        const timer = setTimeout(done, session === undefined ? 0 : timeoutMs);
        ackListener = () => {
          if ((events?.backlog() ?? 0) === 0) done();
        };
        ackListener();
      });
    },
  };
}
