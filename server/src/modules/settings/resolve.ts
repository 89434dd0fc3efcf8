// Pure: which of the values made along a chain of scopes holds.
import { SETTING_KEYS, SETTING_NAMES, type SettingName, type SettingValues } from "./keys.ts";
import type { ScopeLink } from "./scopes.ts";

/** A value as made at one scope. */
export interface Made {
  readonly scope: string;
  readonly scopeId: string;
  readonly key: string;
  readonly value: unknown;
}

/** The narrowest value made along the chain (widest link first), and where; undefined where nobody made one. */
export function winning<Link extends ScopeLink>(
  key: SettingName,
  chain: readonly Link[],
  made: readonly Made[],
): { value: unknown; link: Link } | undefined {
  for (const link of chain.toReversed()) {
    const found = made.find((one) => one.key === key && one.scope === link.scope && one.scopeId === link.id);
    if (found !== undefined) return { value: found.value, link };
  }
  return undefined;
}

/** Every setting as it holds at the end of the chain. */
export function valuesAlong(chain: readonly ScopeLink[], made: readonly Made[]): SettingValues {
  const entries = SETTING_NAMES.map((key) => [key, winning(key, chain, made)?.value ?? SETTING_KEYS[key].default]);
  return Object.fromEntries(entries) as SettingValues;
}
