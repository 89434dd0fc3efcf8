// Every setting there is: its meaning, what values it may have, and the value that holds where nobody set one.
import { type Static, type TSchema, Type } from "typebox";
import type { Scope } from "./scopes.ts";

interface SettingKey<Schema extends TSchema> {
  readonly schema: Schema;
  readonly default: Static<Schema>;
  readonly unit: string;
  /** The only scopes where it can be made; all when left out. */
  readonly scopes?: readonly Scope[];
}

const key = <Schema extends TSchema>(setting: SettingKey<Schema>): SettingKey<Schema> => setting;

export const SETTING_KEYS = {
  "agent.metricsIntervalSeconds": key({ schema: Type.Integer({ minimum: 5, maximum: 3_600 }), default: 30, unit: "seconds" }),
  "agent.factsIntervalSeconds": key({ schema: Type.Integer({ minimum: 60, maximum: 86_400 }), default: 3_600, unit: "seconds" }),
  "files.maxFileMebibytes": key({
    schema: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    default: 25,
    unit: "mebibytes",
    scopes: ["organization"],
  }),
  "files.quotaGibibytes": key({
    schema: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    default: 10,
    unit: "gibibytes",
    scopes: ["organization"],
  }),
} as const;

export type SettingName = keyof typeof SETTING_KEYS;
export type SettingValues = { readonly [Name in SettingName]: Static<(typeof SETTING_KEYS)[Name]["schema"]> };

export const SETTING_NAMES = Object.keys(SETTING_KEYS) as SettingName[];

/** Those that can be made at such a thing. */
export const namesAt = (scope: Scope): SettingName[] => SETTING_NAMES.filter((name) => SETTING_KEYS[name].scopes?.includes(scope) ?? true);
