// What people may do with resources: see them, rename and move them, let agents in or out, delete them.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { toPage } from "../../http/pagination.ts";
import { versionMismatch } from "../../http/versioning.ts";
import type { CoverFor } from "../clients/index.ts";
import type { ResourceEvent } from "./board-schemas.ts";
import { changeResource } from "./changing.ts";
import { DECISIONS, type Decision, decideAgent } from "./deciding.ts";
import { toCollectors, toFacts } from "./facts.ts";
import { findEvents } from "./history.ts";
import { readLatest } from "./latest.ts";
import { findRows, type ListedRow } from "./list-query.ts";
import { columnsOf, cutToColumns } from "./listed.ts";
import { type FilterFor, markOf, type Needs, type SparkFor } from "./needs.ts";
import type { Page } from "./page.ts";
import { countQuarantined, findReport, findRow, findStates, findTraits, moveAgent, writeResource } from "./queries.ts";
import { type StoredRow, toRow } from "./row.ts";
import type { ListedResource, ListQuery, Resource, UpdateBody } from "./schemas.ts";

/** All of it answers NOT_FOUND for an id of another organization or out of the person's reach, like one that never was. */
export interface ResourceService {
  list(viewer: Viewer, query: ListQuery): Promise<Page<ListedResource>>;
  get(viewer: Viewer, id: string): Promise<Resource>;
  /** Throws VERSION_MISMATCH, and NOT_FOUND for a site or group that cannot hold it or is out of reach. */
  update(caller: Caller, id: string, version: number, change: UpdateBody): Promise<Resource>;
  /** Hides the resource and revokes its agent's key. Throws VERSION_MISMATCH. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
  /** Lets the agent in or out; it meets its new state with its next hello. Throws CONFLICT when it cannot come from where it stands. */
  decide(caller: Caller, id: string, decision: Decision): Promise<Resource>;
  events(viewer: Viewer, id: string, query: { limit?: number; cursor?: string }): Promise<Page<ResourceEvent>>;
}

const notFound = () => new AppError("NOT_FOUND", "no such resource");

/** Builds the service. `sparkFor` draws the small curves of a list; `coverFor` knows contracts. */
export function createResourceService({
  database,
  clock,
  marks,
  agents,
  sparkFor,
  filterFor,
  coverFor,
}: Needs & { sparkFor: SparkFor; filterFor: FilterFor; coverFor: CoverFor }): ResourceService {
  async function present(tx: Tx, row: StoredRow & { notes: string }): Promise<Resource> {
    const [states, report, quarantined, sparks, traits, covers] = [
      await findStates(tx, row.id),
      await findReport(tx, row.id),
      await countQuarantined(tx, row.id),
      await sparkFor(tx, [row.id]),
      await findTraits(tx, [row.id]),
      await coverFor(tx, [row.id]),
    ];
    return {
      ...toRow(row, agents, sparks.get(row.id) ?? [], traits.get(row.id) ?? null),
      notes: row.notes,
      facts: toFacts(states),
      latest: report === undefined ? null : readLatest(report.at, report.report),
      collectors: toCollectors(states),
      quarantined,
      contract: covers.get(row.id) ?? null,
    };
  }

  async function existing(tx: Tx, { reach }: Viewer, id: string): Promise<StoredRow & { notes: string }> {
    const row = await findRow(tx, reach, id);
    if (row === undefined) throw notFound();
    return row;
  }

  return {
    list: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const columns = columnsOf(query.columns);
        const { page, rows, total } = await findRows(tx, reach, query, columns, filterFor);
        const shown = rows.slice(0, page.limit).map((row) => row.id);
        const sparks = columns === undefined || columns.includes("cpu") ? await sparkFor(tx, shown) : new Map<string, []>();
        const whole = (row: ListedRow) => toRow(row, agents, sparks.get(row.id) ?? [], row.traits);
        return toPage(page, rows, total, (row) => (columns === undefined ? whole(row) : cutToColumns(whole(row), row.cells, columns)));
      }),

    get: (viewer, id) => database.withTenant(viewer.organizationId, async (tx) => present(tx, await existing(tx, viewer, id))),

    update: (caller, id, version, change) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const after = await changeResource(tx, { clock, marks }, caller, { id, version, change });
        return present(tx, after);
      }),

    async remove(caller, id, version) {
      await database.withTenant(caller.organizationId, async (tx) => {
        const row = await existing(tx, caller, id);
        const at = new Date(clock.now());
        if (!(await writeResource(tx, id, version, { deletedAt: at }, at))) throw versionMismatch();
        if (row.agentId !== null) await moveAgent(tx, row.agentId, ["pending", "active"], "revoked", { at, by: caller.userId });
        await marks.audit(tx, caller.organizationId, {
          ...markOf(caller),
          action: "resource.deleted",
          subject: { kind: "resource", id },
          details: { name: row.name },
        });
        await marks.publish(tx, caller.organizationId, "resource.deleted", { resourceId: id });
      });
      agents.disconnect(id, "deleted");
    },

    async decide(caller, id, decision) {
      const { to, told } = DECISIONS[decision];
      let changed = false;
      const resource = await database.withTenant(caller.organizationId, async (tx) => {
        const { agentId, agentState: state, name } = await existing(tx, caller, id);
        if (agentId === null) throw new AppError("CONFLICT", "it has no agent");
        changed = state !== to;
        if (changed) await decideAgent(tx, { clock, marks }, caller, { resourceId: id, name, agentId, state }, decision);
        return present(tx, await existing(tx, caller, id));
      });
      if (changed) agents.disconnect(id, told);
      return resource;
    },

    events: (viewer, id, query) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await existing(tx, viewer, id);
        return findEvents(tx, id, query);
      }),
  };
}
