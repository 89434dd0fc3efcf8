// Agents that say hello, read and noted many at a time: a storm of thousands costs a few queries, not several for each.
import type { Settings } from "@vigia/protocol";
import type { Database, Tx } from "../../database/index.ts";
import type { AgentStanding, HelloFacts, KnownAgent } from "../../gateway/port.ts";
import type { Needs, SettingsFor } from "./needs.ts";
import { addEvent } from "./queries.ts";
import { showable } from "./text.ts";

interface AgentRow {
  id: string;
  resourceId: string;
  publicKey: Uint8Array;
  state: string;
  deleted: boolean;
}

/** The agents of these ids, in their order; undefined for one that the organization has not. */
export async function findAgents(
  database: Database,
  organizationId: string,
  agentIds: readonly string[],
): Promise<(KnownAgent | undefined)[]> {
  const rows = await database.withTenant(
    organizationId,
    (tx) => tx.$queryRaw<AgentRow[]>`
      select a.id, a.resource_id as "resourceId", a.public_key as "publicKey", a.state, r.deleted_at is not null as deleted
      from agents a join resources r on r.organization_id = a.organization_id and r.id = a.resource_id
      where a.organization_id = ${organizationId}::uuid and a.id = any(${[...agentIds]}::uuid[])`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return agentIds.map((agentId) => {
    const row = found.get(agentId);
    if (row === undefined) return undefined;
    const { resourceId, publicKey, state, deleted } = row;
    return { organizationId, agentId, resourceId, publicKey, state: deleted ? "deleted" : (state as AgentStanding) };
  });
}

export interface Hello {
  readonly organizationId: string;
  readonly agent: KnownAgent;
  readonly facts: HelloFacts;
}

/** What holds for an agent that was let in. */
export interface Standing {
  readonly settings: Settings;
  readonly state: "pending" | "active";
}

interface StandingRow {
  id: string;
  state: "pending" | "active";
  agentVersion: string;
  protocolVersion: number;
  capabilities: string[];
  bootId: Uint8Array | null;
  tlsSpkiSeen: Uint8Array | null;
  resourceId: string;
  clientId: string;
  siteId: string;
  groupId: string | null;
  seenFrom: string | null;
}

/** Notes what proven hellos of one organization said. Answers in their order; undefined for an agent that was let go in between. */
export async function noteHellos(
  { clock, marks, settingsFor }: Pick<Needs, "clock" | "marks"> & { settingsFor: SettingsFor },
  tx: Tx,
  organizationId: string,
  hellos: readonly Hello[],
): Promise<(Standing | undefined)[]> {
  const rows = await tx.$queryRaw<StandingRow[]>`
    select a.id, a.state, a.agent_version as "agentVersion", a.protocol_version as "protocolVersion", a.capabilities, a.boot_id as "bootId",
      a.tls_spki_seen as "tlsSpkiSeen", a.seen_from as "seenFrom", r.id as "resourceId", r.client_id as "clientId", r.site_id as "siteId", r.group_id as "groupId"
    from agents a join resources r on r.organization_id = a.organization_id and r.id = a.resource_id and r.deleted_at is null
    where a.organization_id = ${organizationId}::uuid and a.state in ('pending', 'active')
      and a.id = any(${hellos.map(({ agent }) => agent.agentId)}::uuid[])`;
  const known = new Map(rows.map((row) => [row.id, row]));
  // The last word of an agent that came twice holds.
  const said = new Map(hellos.map(({ agent, facts }) => [agent.agentId, facts]));
  const changed = rows.map((row) => ({ row, now: noted(said.get(row.id), row) })).filter(({ row, now }) => differs(row, now));
  if (changed.length > 0) await writeFacts(tx, organizationId, changed);
  for (const { row, now } of changed) {
    if (row.tlsSpkiSeen === null || now.spki === hex(row.tlsSpkiSeen)) continue;
    // Never a reason to lock it out: certificates are renewed and proxies moved. Someone may want to know, though.
    await addEvent(tx, organizationId, { resourceId: row.resourceId, at: new Date(clock.now()), kind: "tls_key_changed" });
    await marks.audit(tx, organizationId, {
      actor: { kind: "agent", id: row.id },
      action: "agent.tls_key_changed",
      subject: { kind: "resource", id: row.resourceId },
      address: said.get(row.id)?.address,
    });
  }
  const settings = await settingsFor(tx, organizationId, rows);
  const settingsOf = new Map(rows.map((row, index) => [row.id, settings[index]]));
  return hellos.map(({ agent }) => {
    const [row, own] = [known.get(agent.agentId), settingsOf.get(agent.agentId)];
    return row && own && { settings: own, state: row.state };
  });
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

interface Noted {
  readonly id: string;
  readonly version: string;
  readonly protocol: number;
  readonly capabilities: readonly string[];
  /** Hexadecimal. */
  readonly boot: string;
  /** Hexadecimal; what was seen before where this connection has no TLS. */
  readonly spki: string | null;
  /** Where the connection came from. */
  readonly address: string | null;
}

/** What is to be kept of an agent's words; of one that said nothing, what is kept already. */
function noted(facts: HelloFacts | undefined, before: StandingRow): Noted {
  const seen = facts === undefined || facts.tlsSpkiSeen.length === 0 ? before.tlsSpkiSeen : facts.tlsSpkiSeen;
  return {
    id: before.id,
    version: showable(facts?.agentVersion ?? before.agentVersion, 64),
    protocol: facts?.protocolVersion ?? before.protocolVersion,
    capabilities: (facts?.capabilities ?? before.capabilities).slice(0, 64).map((capability) => showable(capability, 64)),
    boot: hex(facts?.bootId ?? before.bootId ?? new Uint8Array()),
    spki: seen === null ? null : hex(seen),
    address: facts?.address ?? before.seenFrom,
  };
}

/** Most agents come back as they were: then nothing is written. */
function differs(before: StandingRow, now: Noted): boolean {
  const { agentVersion, protocolVersion, capabilities, bootId, tlsSpkiSeen, seenFrom } = before;
  const same =
    agentVersion === now.version &&
    seenFrom === now.address &&
    protocolVersion === now.protocol &&
    hex(bootId ?? new Uint8Array()) === now.boot &&
    (tlsSpkiSeen === null ? null : hex(tlsSpkiSeen)) === now.spki &&
    capabilities.join("\n") === now.capabilities.join("\n");
  return !same;
}

async function writeFacts(tx: Tx, organizationId: string, changed: readonly { now: Noted }[]): Promise<void> {
  await tx.$executeRaw`
    update agents a set agent_version = f.version, protocol_version = f.protocol, capabilities = f.capabilities,
      boot_id = decode(f.boot, 'hex'), tls_spki_seen = decode(f.spki, 'hex'), seen_from = f.address
    from jsonb_to_recordset(${JSON.stringify(changed.map(({ now }) => now))}::jsonb)
      as f(id uuid, version text, protocol int, capabilities text[], boot text, spki text, address text)
    where a.organization_id = ${organizationId}::uuid and a.id = f.id`;
}
