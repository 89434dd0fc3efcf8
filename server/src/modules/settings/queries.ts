// The only reader and writer of the settings table.
import type { Tx } from "../../database/index.ts";
import type { Made } from "./resolve.ts";
import type { ScopeLink } from "./scopes.ts";

/** All values made at any of these links. */
export async function findMade(tx: Tx, links: readonly ScopeLink[]): Promise<Made[]> {
  return tx.setting.findMany({
    // No two scopes have an id in common, whatever their kind.
    where: { scopeId: { in: [...new Set(links.map(({ id }) => id))] } },
    select: { scope: true, scopeId: true, key: true, value: true },
  });
}

export interface SettingChange extends ScopeLink {
  readonly organizationId: string;
  readonly key: string;
  readonly userId: string;
  readonly at: Date;
}

export async function upsertSetting(tx: Tx, change: SettingChange, value: number | string | boolean): Promise<void> {
  const { organizationId, scope, id: scopeId, key, userId, at } = change;
  await tx.setting.upsert({
    where: { organizationId_scope_scopeId_key: { organizationId, scope, scopeId, key } },
    create: { organizationId, scope, scopeId, key, value, updatedAt: at, updatedBy: userId },
    update: { value, updatedAt: at, updatedBy: userId },
  });
}

/** Back to the inherited value. */
export async function deleteSetting(tx: Tx, change: SettingChange): Promise<void> {
  const { scope, id: scopeId, key } = change;
  await tx.setting.deleteMany({ where: { scope, scopeId, key } });
}
