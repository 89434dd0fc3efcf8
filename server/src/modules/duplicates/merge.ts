// Two resources become one: the older one stays, with its place, its name and all that people noted; the younger one's agent takes its seat.
import type { Tx } from "../../database/index.ts";
import { handOver } from "./hanging.ts";

interface Merged {
  readonly organizationId: string;
  /** The younger resource, which is hidden. */
  readonly source: string;
  /** The older one, which stays. */
  readonly target: string;
  readonly at: Date;
}

/** Longest notes a resource may have, characters. */
const MOST_NOTES = 10_000;

/** Runs inside withTenant, both resources there and locked by nobody else's merge. */
export async function mergeResources(tx: Tx, { organizationId, source, target, at }: Merged): Promise<void> {
  await handOver(tx, organizationId, source, target);
  // In one statement: between two of them, two agents would have one resource.
  await tx.$executeRaw`update agents set resource_id = case when resource_id = ${source}::uuid then ${target}::uuid else ${source}::uuid end,
      version = version + 1
    where organization_id = ${organizationId}::uuid and resource_id in (${source}::uuid, ${target}::uuid)`;
  // Whoever holds the old key is not this machine any more.
  await tx.agent.updateMany({
    where: { resourceId: source, state: { in: ["pending", "active"] } },
    data: { state: "revoked", decidedAt: at, version: { increment: 1 } },
  });
  const { hostname, platform, osName, notes } = await tx.resource.findFirstOrThrow({ where: { id: source } });
  const before = await tx.resource.findFirstOrThrow({ where: { id: target } });
  const both = [before.notes, notes].filter((text) => text !== "").join("\n\n");
  await tx.resource.updateMany({
    where: { id: target },
    data: {
      hostname,
      platform,
      osName,
      notes: both.slice(0, Math.max(MOST_NOTES, before.notes.length)),
      updatedAt: at,
      version: { increment: 1 },
    },
  });
  await tx.resource.updateMany({ where: { id: source }, data: { deletedAt: at, updatedAt: at, version: { increment: 1 } } });
  await tx.duplicateProposal.updateMany({ where: { resourceId: source, otherId: target }, data: { state: "merged", updatedAt: at } });
}
