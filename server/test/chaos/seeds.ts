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

export const KEPT: readonly Kept[] = [
  {
    seed: 678509,
    fault: "bits turned in the spool",
    weather: "cut-down",
    found:
      "events that an agent gave numbers its disk had lost were taken for duplicates of what its older connection still had in the queue; " +
      "those among them that got new numbers were overtaken by those that kept theirs",
  },
];
