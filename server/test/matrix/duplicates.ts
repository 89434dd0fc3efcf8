// Machines of client A whose identity is in doubt, for the matrix.
import { newId } from "../../src/ids.ts";
import { resource, type World } from "./world.ts";

/** A pair that may be one machine: the older one's id, the younger one's, and the proposal's. */
export async function doubted(world: World): Promise<{ olderId: string; youngerId: string; proposalId: string }> {
  const { server, organizationId } = world;
  const [older, younger, id] = [await resource(world), await resource(world), newId()];
  const pair = { resourceId: younger.id, otherId: older.id };
  await server.db.database.withTenant(organizationId, (tx) =>
    tx.duplicateProposal.create({ data: { id, organizationId, ...pair, score: 0.93, reasons: [], state: "open" } }),
  );
  return { olderId: older.id, youngerId: younger.id, proposalId: id };
}

/** A machine whose agent is confined to monitoring. */
export async function quarantined(world: World): Promise<string> {
  const { server, organizationId } = world;
  const { id, agentId } = await resource(world);
  await server.db.database.withTenant(organizationId, (tx) =>
    tx.agentQuarantine.create({ data: { organizationId, agentId, since: new Date() } }),
  );
  return id;
}
