// The agents as the gateway asks for them: who they are, what they may, and what was observed of them.
import type { Settings } from "@vigia/protocol";
import type { Tx } from "../../database/index.ts";
import type { AgentDirectory, AgentStanding, HelloFacts, KnownAgent } from "../../gateway/port.ts";
import { createEnroll } from "./enroll.ts";
import type { Needs, SettingsFor } from "./needs.ts";
import { readPresences, writeLastSeen, writePresences } from "./presence-store.ts";
import { addEvent, moveAgent } from "./queries.ts";
import { createRefusalAudit, type RefusalAudit } from "./refusals.ts";
import { showable } from "./text.ts";

/** Builds the directory. `stop` waits for the audit lines under way. */
export function createAgentDirectory(
  needs: Omit<Needs, "agents"> & { settingsFor: SettingsFor },
): AgentDirectory & { stop(): Promise<void> } {
  const { database, clock, marks } = needs;
  const refusals = createRefusalAudit(needs);
  return {
    find: (organizationId, agentId) => database.withTenant(organizationId, (tx) => findAgent(tx, organizationId, agentId)),
    enroll: createEnroll({ ...needs, refusals }),
    connected: (agent, facts) => database.withTenant(agent.organizationId, (tx) => noteConnection(needs, tx, agent, facts)),
    refused: (refusal) => tellRefusedHello(refusals, refusal),
    async cloneSuspected(agent) {
      await database.withTenant(agent.organizationId, async (tx) => {
        await addEvent(tx, agent.organizationId, { resourceId: agent.resourceId, at: new Date(clock.now()), kind: "clone_suspected" });
        await marks.audit(tx, agent.organizationId, {
          actor: { kind: "server" },
          action: "agent.clone_suspected",
          subject: { kind: "resource", id: agent.resourceId },
          details: { agentId: agent.agentId },
        });
      });
    },
    async unenrolled(agent, reason) {
      await database.withTenant(agent.organizationId, async (tx) => {
        const at = new Date(clock.now());
        if (!(await moveAgent(tx, agent.agentId, ["pending", "active"], "unenrolled", { at, by: null }))) return;
        const detail = showable(reason, 500);
        await addEvent(tx, agent.organizationId, { resourceId: agent.resourceId, at, kind: "unenrolled", detail });
        await marks.audit(tx, agent.organizationId, {
          actor: { kind: "agent", id: agent.agentId },
          action: "agent.unenrolled",
          subject: { kind: "resource", id: agent.resourceId },
          details: { reason: detail },
        });
        await marks.publish(tx, agent.organizationId, "resource.unenrolled", { resourceId: agent.resourceId, agentId: agent.agentId });
      });
    },
    presenceChanged: (changes) => writePresences(database, marks, changes),
    lastSeen: (seen) => writeLastSeen(database, seen),
    knownPresence: () => readPresences(database),
    stop: () => refusals.settled(),
  };
}

async function findAgent(tx: Tx, organizationId: string, agentId: string): Promise<KnownAgent | undefined> {
  const agent = await tx.agent.findUnique({
    where: { id: agentId, organizationId },
    select: { resourceId: true, publicKey: true, state: true, resource: { select: { deletedAt: true } } },
  });
  if (agent === null) return undefined;
  const state = agent.resource.deletedAt === null ? (agent.state as AgentStanding) : "deleted";
  return { organizationId, agentId, resourceId: agent.resourceId, publicKey: agent.publicKey, state };
}

async function noteConnection(
  { clock, marks, settingsFor }: Pick<Needs, "clock" | "marks"> & { settingsFor: SettingsFor },
  tx: Tx,
  { organizationId, agentId, resourceId }: KnownAgent,
  facts: HelloFacts,
): Promise<{ settings: Settings; state: "pending" | "active" } | undefined> {
  const before = await tx.agent.findFirst({
    where: { id: agentId, state: { in: ["pending", "active"] }, resource: { deletedAt: null } },
    select: { state: true, tlsSpkiSeen: true, resource: { select: { clientId: true, siteId: true, groupId: true } } },
  });
  if (before === null) return undefined;
  const spki = facts.tlsSpkiSeen.length === 0 ? null : new Uint8Array(facts.tlsSpkiSeen);
  await tx.agent.updateMany({
    where: { id: agentId },
    data: {
      agentVersion: showable(facts.agentVersion, 64),
      protocolVersion: facts.protocolVersion,
      capabilities: facts.capabilities.slice(0, 64).map((capability) => showable(capability, 64)),
      bootId: new Uint8Array(facts.bootId),
      ...(spki === null ? {} : { tlsSpkiSeen: spki }),
    },
  });
  if (spki !== null && before.tlsSpkiSeen !== null && !Buffer.from(spki).equals(before.tlsSpkiSeen)) {
    // Never a reason to lock it out: certificates are renewed and proxies moved. Someone may want to know, though.
    await addEvent(tx, organizationId, { resourceId, at: new Date(clock.now()), kind: "tls_key_changed" });
    await marks.audit(tx, organizationId, {
      actor: { kind: "agent", id: agentId },
      action: "agent.tls_key_changed",
      subject: { kind: "resource", id: resourceId },
      address: facts.address,
    });
  }
  return {
    settings: await settingsFor(tx, organizationId, { ...before.resource, resourceId }),
    state: before.state as "pending" | "active",
  };
}

function tellRefusedHello(refusals: RefusalAudit, refusal: Parameters<AgentDirectory["refused"]>[0]): void {
  const { organizationId, agentId, reason, address } = refusal;
  refusals.tell({
    organizationId,
    key: `${agentId} ${reason}`,
    // The agent is only claimed to be the one that asked: it is not the actor.
    record: {
      actor: { kind: "anonymous" },
      action: "agent.refused",
      subject: { kind: "agent", id: agentId },
      details: { reason },
      address,
    },
  });
}
