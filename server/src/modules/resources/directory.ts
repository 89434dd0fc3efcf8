// The agents as the gateway asks for them: who they are, what they may, and what was observed of them.

import type { Tx } from "../../database/index.ts";
import type { AgentDirectory, KnownAgent } from "../../gateway/port.ts";
import { gather } from "../../gather.ts";
import { createEnroll } from "./enroll.ts";
import { findAgents, type Hello, noteHellos, type Standing } from "./hellos.ts";
import type { Needs, SettingsFor } from "./needs.ts";
import { readPresences, writeLastSeen, writePresences } from "./presence-store.ts";
import { addEvent, moveAgent } from "./queries.ts";
import { createRefusalAudit, type RefusalAudit } from "./refusals.ts";
import { showable } from "./text.ts";

/** Tells people that two machines have one key, in the transaction that notes it. */
export type TellClone = (tx: Tx, agent: { organizationId: string; resourceId: string }) => Promise<void>;

/** Builds the directory. `stop` waits for the audit lines under way. */
export function createAgentDirectory(
  needs: Omit<Needs, "agents"> & { settingsFor: SettingsFor; tellClone?: TellClone },
): AgentDirectory & { stop(): Promise<void> } {
  const { database, clock, marks, tellClone } = needs;
  const refusals = createRefusalAudit(needs);
  const find = gather<{ organizationId: string; agentId: string }, KnownAgent | undefined>((organizationId, asked) =>
    findAgents(
      database,
      organizationId,
      asked.map(({ agentId }) => agentId),
    ),
  );
  const connected = gather<Hello, Standing | undefined>((organizationId, hellos) =>
    database.withTenant(organizationId, (tx) => noteHellos(needs, tx, organizationId, hellos)),
  );
  return {
    find: (organizationId, agentId) => find({ organizationId, agentId }),
    enroll: createEnroll({ ...needs, refusals }),
    connected: (agent, facts) => connected({ organizationId: agent.organizationId, agent, facts }),
    refused: (refusal) => tellRefusedHello(refusals, refusal),
    async cloneSuspected(agent) {
      await database.withTenant(agent.organizationId, async (tx) => {
        const at = new Date(clock.now());
        // Told once, however often they take turns and the server starts, until somebody lifts it.
        const { count } = await tx.agentQuarantine.createMany({
          data: { organizationId: agent.organizationId, agentId: agent.agentId, since: at },
          skipDuplicates: true,
        });
        if (count === 0) return;
        await addEvent(tx, agent.organizationId, { resourceId: agent.resourceId, at, kind: "clone_suspected" });
        await marks.audit(tx, agent.organizationId, {
          actor: { kind: "server" },
          action: "agent.clone_suspected",
          subject: { kind: "resource", id: agent.resourceId },
          details: { agentId: agent.agentId },
        });
        await marks.publish(tx, agent.organizationId, "resource.quarantined", { resourceId: agent.resourceId, agentId: agent.agentId });
        await tellClone?.(tx, agent);
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
