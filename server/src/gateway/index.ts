// The gateway: every agent's socket, from challenge to goodbye, and what the server observes of each machine through it.
// It decides nothing about resources and stores nothing: AgentDirectory and RecordSink do, app.ts joins them.
import { CloseCode, type Settings } from "@vigia/protocol";
import type { App } from "../http/app.ts";
import type { Admission } from "./admission.ts";
import { type GatewayNeeds, randomUpTo } from "./context.ts";
import { createEnrolment } from "./enrolment.ts";
import { HelloShares } from "./hello-shares.ts";
import type { GatewayCounters, Hub, ProvenSeat } from "./hub.ts";
import { createLeaving } from "./leaving.ts";
import { AddressCount, DEFAULT_LIMITS, TokenRate } from "./limits.ts";
import type { AgentPort, Presence, PresenceSeen } from "./port.ts";
import { PresenceRegistry } from "./presence-registry.ts";
import { PresenceWriter } from "./presence-writer.ts";
import { registerAgentRoute } from "./route.ts";
import { Sessions } from "./sessions.ts";
import { NO_LOGS } from "./sink.ts";

export { type Admission, type AdmissionLimits, admissionLimits, createAdmission, mostOpenFiles } from "./admission.ts";
export type { GatewayNeeds } from "./context.ts";
export { type GatewayLimits, WEBSOCKET_OPTIONS } from "./limits.ts";
export type { LogsSink } from "./sink.ts";

const TICK_MS = 250;
const LAST_SEEN_EVERY_MS = 15_000;
/** After a failure of the database the gateway counts as troubled for this long. */
const TROUBLE_LASTS_MS = 10_000;
/** On shutdown each agent is asked back when a restarted server most likely listens, and then spread over as long as their hellos take:
 * two milliseconds for each leave half of the limit on hellos to those that come unasked. */
const RETURN_AFTER_MS = 2_000;
const RETURN_SPREAD_MS = 120_000;
const RETURN_SPREAD_PER_AGENT_MS = 2;

interface GatewayStats extends Readonly<GatewayCounters> {
  readonly sessions: number;
  readonly strangers: number;
  readonly presences: Readonly<Record<Presence, number>>;
  /** Machines that became so since start. */
  readonly presenceChanges: Readonly<Record<Presence, number>>;
}

export interface Gateway extends AgentPort {
  /** Adds the agents' route. X-Forwarded-For is believed of these proxies alone; `proven` is told of each connection that is no stranger's. */
  registerRoute(app: App, trustedProxies?: readonly string[], proven?: Admission["proven"]): void;
  /** Takes over the presences written before and begins to watch. Call once, before listening. */
  start(): Promise<void>;
  /** Sends every agent away, to come back spread over time; writes what was observed. Presences stay as they are: agents did not leave. */
  stop(): Promise<void>;
  /** Called soon (within 20 ms) after presences changed. */
  onPresence(listener: (seen: readonly PresenceSeen[]) => void): void;
  /** Looks at every machine once; the gateway does so itself four times a second. */
  tick(): void;
  /** Writes presences and last-seen times that wait. */
  flush(): Promise<void>;
  stats(): GatewayStats;
}

/** Builds the gateway. */
export function createGateway(needs: GatewayNeeds): Gateway {
  const { clock, log, directory } = needs;
  const limits = { ...DEFAULT_LIMITS, ...needs.limits };
  const listeners = new Set<(seen: readonly PresenceSeen[]) => void>();
  let troubledAt = Number.NEGATIVE_INFINITY;
  const troubled = (): void => {
    troubledAt = clock.now();
  };
  const show = (seen: readonly PresenceSeen[]): void => {
    for (const listener of listeners) listener(seen);
  };
  const writer = new PresenceWriter(directory, log, show, troubled);
  let stopped = false;
  const registry = new PresenceRegistry(clock, (change) => {
    if (!stopped) writer.add(change);
  });
  const hub: Hub = {
    needs,
    limits,
    ofSessions: {
      clock,
      log,
      limits,
      messages: new TokenRate(clock, limits.messagesPerSecond, limits.messageBurst),
      delivery: needs.delivery,
      logs: needs.logs ?? NO_LOGS,
      left: createLeaving(directory, registry, log),
    },
    standing: new Set(),
    registry,
    sessions: new Sessions<ProvenSeat>(clock),
    hellos: new HelloShares(clock, limits),
    addresses: new AddressCount(limits.unauthenticatedPerAddress, limits.unauthenticated),
    judgeEnrolment: createEnrolment(needs, limits),
    counters: { welcomed: 0, enrolled: 0, refusals: new Map(), turnedAway: new Map(), frames: 0 },
    troubled,
  };
  let timer: NodeJS.Timeout | undefined;
  let seenWrittenAt = clock.now();

  async function writeSeen(): Promise<void> {
    seenWrittenAt = clock.now();
    const seen = registry.takeSeen();
    if (seen.length > 0) await directory.lastSeen(seen);
  }

  function tick(): void {
    for (const connection of hub.sessions.all()) {
      connection.session?.review();
      if (connection.session?.paused) registry.excuse(connection.agent.resourceId);
    }
    // Agents that could not be let in are not to blame for being away.
    if (clock.now() - troubledAt < TROUBLE_LASTS_MS) registry.forgive();
    const { ping, silent } = registry.tick();
    for (const resourceId of ping) hub.sessions.ofResource(resourceId)?.session?.ping();
    for (const resourceId of silent) closeSilent(hub.sessions.ofResource(resourceId));
    if (clock.now() - seenWrittenAt >= LAST_SEEN_EVERY_MS)
      writeSeen().catch((error: unknown) => log.error({ err: error }, "last-seen times could not be written"));
  }

  function closeSilent(connection: ProvenSeat | undefined): void {
    if (connection?.session === undefined) return;
    connection.session.closedHow = "silent";
    connection.session.close(CloseCode.SILENT, "silent for too long");
  }

  async function flush(): Promise<void> {
    await writeSeen();
    await writer.flush();
  }

  return {
    registerRoute: (app, trustedProxies = [], proven = () => undefined) => registerAgentRoute(app, hub, trustedProxies, proven),
    async start() {
      for await (const known of directory.knownPresence()) registry.load(known);
      timer = setInterval(tick, TICK_MS);
    },
    async stop() {
      clearInterval(timer);
      const connections = hub.sessions.all();
      const spread = Math.min(RETURN_SPREAD_MS, connections.length * RETURN_SPREAD_PER_AGENT_MS);
      stopped = true;
      for (const connection of connections) connection.session?.goAway("shutdown", RETURN_AFTER_MS + randomUpTo(needs.random, spread));
      try {
        await flush();
      } catch (error) {
        log.error({ err: error }, "last-seen times could not be written");
      }
      writer.stop();
    },
    onPresence: (listener) => void listeners.add(listener),
    tick,
    flush,
    stats: () => ({
      ...hub.counters,
      sessions: hub.sessions.size,
      strangers: hub.addresses.total,
      presences: registry.counts(),
      presenceChanges: registry.changes,
    }),
    presence: (resourceId) => registry.now(resourceId),
    isConnected: (resourceId) => hub.sessions.ofResource(resourceId) !== undefined,
    applySettings: (resourceId: string, settings: Settings) => hub.sessions.ofResource(resourceId)?.applySettings(settings),
    requestInventory(resourceId, full) {
      const session = hub.sessions.ofResource(resourceId)?.session;
      session?.requestInventory(full);
      return session !== undefined;
    },
    requestLogs(resourceId, requestId) {
      const session = hub.sessions.ofResource(resourceId)?.session;
      session?.requestLogs(requestId);
      return session !== undefined;
    },
    wantLogs: (resourceId, requestId, offset) => hub.sessions.ofResource(resourceId)?.session?.wantLogs(requestId, offset),
    disconnect(resourceId, reason) {
      if (reason !== "approved") registry.retire(resourceId);
      hub.sessions.ofResource(resourceId)?.dismiss(reason);
    },
    trust: (agentId) => hub.sessions.forgetBoots(agentId),
    watch: (resourceId) => registry.watch(resourceId),
  };
}
