// What open consoles are told about resources: values as they are committed, and that something is worth fetching again.
import type { WireRecord } from "@vigia/protocol";
import { byOrganization } from "../../by-organization.ts";
import type { DomainEvent } from "../../events.ts";
import type { PresenceSeen } from "../../gateway/port.ts";
import type { FactsArrived } from "./facts-sync.ts";
import { findEventsAt } from "./history.ts";
import { toLatest, toLatestRow } from "./latest.ts";
import type { Needs } from "./needs.ts";

/** The live feed (plugins/live-feed.ts), as this module needs it. */
export interface Feed {
  publish(organizationId: string, topic: string, name: string, data: unknown): void;
  /** Whether anybody listens: work for nobody is left out. */
  watched(organizationId: string, topic: string): boolean;
}

interface Reporter {
  readonly organizationId: string;
  readonly resourceId: string;
}

export interface ResourceLive {
  /** Delivery's hook after COMMIT. Never throws. */
  committed(agent: Reporter, records: readonly WireRecord[]): void;
  /** The outbox's subscriber for every event. */
  happened(event: DomainEvent): Promise<void>;
  /** The gateway's observation, one call per turn with all that changed. */
  presences(changes: readonly PresenceSeen[]): void;
}

/** Builds it. */
export function createResourceLive({
  database,
  log,
  feed,
  factsArrived,
}: Pick<Needs, "database" | "log"> & { feed: Feed; factsArrived: FactsArrived }): ResourceLive {
  /** When the newest report that was shown was measured: a backlog that arrives late is no news. */
  const shown = new Map<string, number>();

  function showLatest({ organizationId, resourceId }: Reporter, record: WireRecord): void {
    const at = record.atMs ?? 0;
    if (record.body !== "metrics" || at < (shown.get(resourceId) ?? 0)) return;
    shown.set(resourceId, at);
    const [row, open] = [`latest:${resourceId}`, `resource:${resourceId}`];
    const wanted = [row, open].filter((topic) => feed.watched(organizationId, topic));
    if (wanted.length === 0) return;
    const latest = toLatest(at, record.metrics);
    for (const topic of wanted) feed.publish(organizationId, topic, "latest", topic === row ? toLatestRow(resourceId, latest) : latest);
  }

  async function showEvents(organizationId: string, resourceId: string, which: Parameters<typeof findEventsAt>[2]): Promise<void> {
    const topic = `resource:${resourceId}`;
    if (!feed.watched(organizationId, topic)) return;
    const events = await database.withTenant(organizationId, (tx) => findEventsAt(tx, resourceId, which));
    for (const event of events) feed.publish(organizationId, topic, "event", event);
  }

  function changed(organizationId: string, resourceId: string): void {
    feed.publish(organizationId, "resources", "changed", { ids: [resourceId] });
    feed.publish(organizationId, `resource:${resourceId}`, "changed", { ids: [resourceId] });
  }

  const failed = (what: string) => (error: unknown) => log.error({ err: error }, what);

  return {
    committed(agent, records) {
      const { organizationId, resourceId } = agent;
      const newest = records.findLast((record) => record.body === "metrics");
      if (newest !== undefined) showLatest(agent, newest);
      const facts = records.findLast((record) => record.hostFacts != null)?.hostFacts;
      if (facts != null)
        factsArrived(organizationId, resourceId, facts).catch(failed("host facts could not be taken over into the resource"));
      // Facts and collectors' states are part of the open machine's page.
      if (records.some((record) => record.hostFacts != null || record.collectorStatus != null))
        feed.publish(organizationId, `resource:${resourceId}`, "changed", { ids: [resourceId] });
      const seqs = records.flatMap((record) => (record.agentEvent == null ? [] : [record.seq ?? 0]));
      if (seqs.length > 0) showEvents(organizationId, resourceId, { seqs }).catch(failed("events could not be shown live"));
    },

    async happened({ organizationId, name, payload }) {
      if (name.startsWith("client.") || name.startsWith("site.")) {
        if ("clientId" in payload) feed.publish(organizationId, "clients", "changed", { ids: [payload.clientId] });
        return;
      }
      if (!name.startsWith("resource.") || !("resourceId" in payload)) return;
      const { resourceId } = payload;
      // Presence has its own message; these two only add to the history.
      if ("at" in payload)
        return showEvents(organizationId, resourceId, { at: new Date(payload.at), kind: name.slice("resource.".length) });
      if ("tokenId" in payload) await showEnrolled(organizationId, payload);
      changed(organizationId, resourceId);
    },

    presences(changes) {
      for (const [organizationId, group] of byOrganization(changes)) {
        const items = group.map(toPresenceItem);
        feed.publish(organizationId, "resources", "presence", { items });
        for (const item of items) feed.publish(organizationId, `resource:${item.id}`, "presence", { items: [item] });
      }
    },
  };

  async function showEnrolled(
    organizationId: string,
    { resourceId, tokenId, state }: { resourceId: string; tokenId: string; state: string },
  ) {
    if (!feed.watched(organizationId, "resources")) return;
    const resource = await database.withTenant(organizationId, (tx) =>
      tx.resource.findFirst({ where: { id: resourceId }, select: { name: true } }),
    );
    if (resource !== null) feed.publish(organizationId, "resources", "enrolled", { id: resourceId, name: resource.name, tokenId, state });
  }
}

/** One machine's presence as the live feed says it, in the words of ResourceRow. */
function toPresenceItem({ resourceId, pending, presence, since, lastSeenAt }: PresenceSeen) {
  return {
    id: resourceId,
    presence: pending ? "pending" : presence,
    online: presence === "online",
    since: new Date(since).toISOString(),
    lastSeenAt: lastSeenAt === undefined ? null : new Date(lastSeenAt).toISOString(),
  };
}
