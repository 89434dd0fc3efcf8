// The groups that every organization begins with. Migrations 0002 and 0018 gave the same to organizations that were there before.
import type { Tx } from "../../database/index.ts";
import { PERMISSIONS, type Permission } from "../../http/principal.ts";
import { newId } from "../../ids.ts";

export const PREDEFINED = [
  "administrators",
  "tenant_admin",
  "client_admin",
  "technician",
  "scripter",
  "approver",
  "helpdesk",
  "viewer",
] as const;
export type Predefined = (typeof PREDEFINED)[number];

const see = ["resources:read", "clients:read", "settings:read", "live:read"] as const;
/** Who answers tickets knows what is agreed, and not what it costs. */
const SERVE: readonly Permission[] = ["tickets:read", "tickets:write", "contracts:read"];
const ADMINISTER_CLIENTS: readonly Permission[] = ["resources:write", "agents:approve", "enrollment:manage", "clients:write"];

/** What each begins with. Administrators have everything, whatever their row says. */
const GROUPS: Readonly<Record<Predefined, { readonly name: string; readonly permissions: readonly Permission[] }>> = {
  administrators: { name: "Administrators", permissions: [] },
  tenant_admin: { name: "Tenant administrators", permissions: PERMISSIONS.filter((permission) => permission !== "installation:keys") },
  client_admin: {
    name: "Client administrators",
    permissions: [
      ...see,
      ...ADMINISTER_CLIENTS,
      "settings:write",
      "vault:read",
      "vault:write",
      "vault:reveal",
      ...SERVE,
      "contracts:values",
    ],
  },
  technician: { name: "Technicians", permissions: [...see, "audit:read", ...ADMINISTER_CLIENTS, "vault:read", "vault:reveal", ...SERVE] },
  scripter: { name: "Scripters", permissions: [...see, "resources:write", "tickets:read"] },
  approver: { name: "Approvers", permissions: [...see, "agents:approve"] },
  helpdesk: { name: "Help desk", permissions: ["resources:read", "clients:read", "live:read", ...SERVE] },
  viewer: { name: "Viewers", permissions: [...see, "audit:read", "tickets:read", "contracts:read"] },
};

/** Adds the predefined groups and the attendant group "All" to a new organization; answers the ids a first grant needs. */
export async function addPredefinedGroups(tx: Tx, organizationId: string): Promise<{ administrators: string; all: string }> {
  const all = newId();
  await tx.attendantGroup.create({ data: { id: all, organizationId, name: "All", predefined: "all" } });
  await tx.attendantGroupScope.create({ data: { id: newId(), organizationId, attendantGroupId: all, kind: "all" } });
  const groups = PREDEFINED.map((predefined) => {
    const { name, permissions } = GROUPS[predefined];
    return { id: newId(), organizationId, predefined, name, permissions: [...permissions] };
  });
  await tx.permissionGroup.createMany({ data: groups });
  const administrators = groups.find(({ predefined }) => predefined === "administrators")?.id ?? "";
  return { administrators, all };
}

/** What a new organization begins with: its groups, and its first administrator's grant. Inside the caller's transaction. */
export async function addFirstAccess(tx: Tx, { organizationId, userId }: { organizationId: string; userId: string }): Promise<void> {
  const { administrators, all } = await addPredefinedGroups(tx, organizationId);
  const grant = { id: newId(), organizationId, userId, permissionGroupId: administrators, attendantGroupId: all, createdBy: userId };
  await tx.grant.create({ data: grant });
}
