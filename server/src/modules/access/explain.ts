// Why somebody may do something somewhere, or why not: the same model as every check, with its reasons.
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Permission } from "../../http/principal.ts";
import type { Target } from "../../http/reach.ts";
import { memberState } from "../accounts/index.ts";
import { allowed, isOrganizationWide } from "./allowed.ts";
import { targetOfScope } from "./guard.ts";
import { findGrants, type GrantRow, grantOf, isOperator } from "./rights.ts";
import type { ExplainQuery, Explanation } from "./schemas.ts";

type Reason = Explanation["reasons"][number];

export type Explain = (organizationId: string, query: ExplainQuery) => Promise<Explanation>;

/** Builds it. It throws NOT_FOUND for a person or thing that is not the organization's. */
export const createExplain =
  (database: Database): Explain =>
  (organizationId, query) =>
    database.withTenant(organizationId, async (tx) => {
      const { userId, permission } = query;
      const state = await memberState(tx, userId);
      if (state === undefined) throw new AppError("NOT_FOUND", "no such user");
      const target = await findTarget(tx, organizationId, query);
      if (state === "gone") return no([{ code: "not_a_member", params: {} }]);
      const rows = await findGrants(tx, { userId });
      const operator = await isOperator(tx);
      const granting = rows.filter((row) => allowed([grantOf(row, operator)], permission, target));
      const reasons =
        granting.length > 0 ? granting.map((row) => reason("granted", row)) : reasonsAgainst(rows, permission, target, operator);
      if (state === "disabled") return no([{ code: "user_disabled", params: {} }, ...reasons]);
      return { allowed: granting.length > 0, reasons };
    });

const no = (reasons: Reason[]): Explanation => ({ allowed: false, reasons });

function reasonsAgainst(rows: readonly GrantRow[], permission: Permission, target: Target, operator: boolean): Reason[] {
  if (permission === "installation:keys" && !operator) return [{ code: "not_operator", params: { permission } }];
  const near = rows.filter((row) => grantOf(row, operator).permissions.includes(permission));
  if (near.length === 0) return [{ code: "no_grant", params: { permission } }];
  const code = isOrganizationWide(permission) || target.kind === "organization" ? "needs_all" : "out_of_scope";
  return near.map((row) => reason(code, row));
}

const reason = (code: Reason["code"], row: GrantRow): Reason => ({
  code,
  params: {
    grantId: row.id,
    permissionGroup: { id: row.permissionGroupId, name: row.permissionGroupName },
    attendantGroup: { id: row.attendantGroupId, name: row.attendantGroupName },
    scopes: row.scopes,
  },
});

async function findTarget(tx: Tx, organizationId: string, { kind, id }: ExplainQuery): Promise<Target> {
  if (kind === "organization") {
    if (id !== undefined && id !== organizationId) throw new AppError("NOT_FOUND", "no such organization");
    return { kind };
  }
  if (id === undefined)
    throw new AppError("INVALID_INPUT", "name the thing's id", { details: { fields: [{ field: "id", problem: "required" }] } });
  if (kind !== "resource") return targetOfScope(tx, { kind: kind === "group" ? "resource_group" : kind, id });
  // Resources stand right of this module; only where one stands is read here.
  const select = { clientId: true, siteId: true, groupId: true };
  const resource = await tx.resource.findFirst({ where: { id, deletedAt: null }, select });
  if (resource === null) throw new AppError("NOT_FOUND", "no such resource");
  return { kind, ...resource };
}
