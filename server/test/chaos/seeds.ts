// Rounds that once found a fault of the product, kept in the gate for ever.
import type { FaultName } from "./faults.ts";
import type { WeatherName } from "./weather.ts";

export interface Kept {
  readonly seed: number;
  readonly fault: FaultName;
  readonly weather: WeatherName;
  /** What was wrong. */
  readonly found: string;
}

export const KEPT: readonly Kept[] = [];
