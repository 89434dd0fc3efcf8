// Reads and changes settings at a scope, each value with the scope it comes from.
import { Value } from "typebox/value";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { actorOf, type Caller, type Viewer } from "../../http/caller.ts";
import { reaches } from "../../http/reach.ts";
import { publish } from "../../outbox/index.ts";
import type { Audit } from "../audit/index.ts";
import { namesAt, SETTING_KEYS, type SettingName, type SettingValues } from "./keys.ts";
import { deleteSetting, findMade, upsertSetting } from "./queries.ts";
import { type Made, valuesAlong, winning } from "./resolve.ts";
import { type NamedScopeLink, type Scope, type ScopeLink, type SettingsScopes, targetOf } from "./scopes.ts";

interface SettingItem {
  readonly key: string;
  readonly value: number;
  readonly default: number;
  readonly unit: string;
  /** The value made at this very scope. */
  readonly overridden: number | null;
  /** Where the value comes from; null for the default. */
  readonly origin: NamedScopeLink | null;
}

export interface Settings {
  /** Every setting as it holds at a scope. Throws NOT_FOUND for a thing that is not there or out of reach. */
  list(viewer: Viewer, scope: Scope, id: string): Promise<SettingItem[]>;
  /** Makes a value at a scope, or with null takes it back. Throws NOT_FOUND, or INVALID_INPUT for a value out of range. */
  put(caller: Caller, at: ScopeLink, key: SettingName, value: number | null): Promise<SettingItem>;
  /** What holds for a thing whose chain of scopes is known, widest first; within the caller's transaction. */
  values(tx: Tx, chain: readonly ScopeLink[]): Promise<SettingValues>;
  /** The same for many, in their order, with one query. */
  valuesOfAll(tx: Tx, chains: readonly (readonly ScopeLink[])[]): Promise<SettingValues[]>;
}

export interface SettingsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly scopes: SettingsScopes;
}

/** Builds the module. */
export function createSettings({ database, clock, audit, scopes }: SettingsDeps): Settings {
  async function chainOf(tx: Tx, { organizationId, reach }: Viewer, { scope, id }: ScopeLink) {
    const chain = await scopes.chain(tx, organizationId, scope, id);
    if (chain === undefined || !reaches(reach, targetOf(chain))) throw new AppError("NOT_FOUND", `no such ${scope}`);
    return chain;
  }

  return {
    list: (viewer, scope, id) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        const chain = await chainOf(tx, viewer, { scope, id });
        const made = await findMade(tx, chain);
        return namesAt(scope).map((key) => itemOf(key, chain, made));
      }),

    put(caller, at, key, value) {
      const { organizationId, userId, address } = caller;
      if (value !== null && !Value.Check(SETTING_KEYS[key].schema, value)) throw outOfRange(key);
      if (!namesAt(at.scope).includes(key))
        throw new AppError("INVALID_INPUT", `${key} is of another scope`, { details: { fields: [{ field: "scope", problem: "scope" }] } });
      return database.withTenant(organizationId, async (tx) => {
        const chain = await chainOf(tx, caller, at);
        const before = itemOf(key, chain, await findMade(tx, chain)).overridden;
        const change = { organizationId, ...at, key, userId, at: new Date(clock.now()) };
        if (value === null) await deleteSetting(tx, change);
        else await upsertSetting(tx, change, value);
        await audit.record(tx, {
          organizationId,
          actor: actorOf(caller),
          action: "setting.changed",
          subject: { kind: at.scope, id: at.id },
          details: { key, before, after: value },
          address,
        });
        await publish(tx, organizationId, "setting.changed", { scope: at.scope, scopeId: at.id, key });
        return itemOf(key, chain, await findMade(tx, chain));
      });
    },

    values: async (tx, chain) => valuesAlong(chain, await findMade(tx, chain)),

    async valuesOfAll(tx, chains) {
      const made = await findMade(tx, chains.flat());
      const byThing = group(made);
      return chains.map((chain) =>
        valuesAlong(
          chain,
          chain.flatMap(({ id }) => byThing.get(id) ?? []),
        ),
      );
    },
  };
}

function group(made: readonly Made[]): Map<string, Made[]> {
  const found = new Map<string, Made[]>();
  for (const one of made) found.set(one.scopeId, [...(found.get(one.scopeId) ?? []), one]);
  return found;
}

function itemOf(key: SettingName, chain: readonly NamedScopeLink[], made: readonly Made[]): SettingItem {
  const { default: preset, unit } = SETTING_KEYS[key];
  const found = winning(key, chain, made);
  const here = winning(key, chain.slice(-1), made);
  return {
    key,
    value: (found?.value as number | undefined) ?? preset,
    default: preset,
    unit,
    overridden: (here?.value as number | undefined) ?? null,
    origin: found?.link ?? null,
  };
}

function outOfRange(key: SettingName): AppError {
  const { minimum, maximum } = SETTING_KEYS[key].schema as { minimum?: number; maximum?: number };
  return new AppError("INVALID_INPUT", "this value is out of range", {
    details: { fields: [{ field: "value", problem: "range" }], minimum, maximum },
  });
}
