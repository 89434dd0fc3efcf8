export type SetupStep = "account" | "key" | "machine";
export interface SetupSearch {
  readonly step?: SetupStep;
}

const STEPS: readonly unknown[] = ["account", "key", "machine"];

export function readSetupSearch(search: Record<string, unknown>): SetupSearch {
  return STEPS.includes(search["step"]) ? { step: search["step"] as SetupStep } : {};
}
