// A patient for tests of the doctor: real settings over a folder of its own, and nothing running unless a test says so.
import { systemClock } from "../src/clock.ts";
import { readConfig } from "../src/config.ts";
import type { Level } from "../src/doctor/index.ts";
import type { Check, Patient } from "../src/doctor/patient.ts";

/** @param environment as the server would get it */
export const patientOf = (environment: Record<string, string>, parts: Partial<Patient> = {}): Patient => ({
  config: readConfig(environment),
  clock: systemClock,
  running: undefined,
  figures: undefined,
  askFigures: async () => undefined,
  dateFrom: undefined,
  agents: undefined,
  ...parts,
});

/** What a check finds at this level: each as "said → cure". */
export async function foundAt(level: Level, check: Check, patient: Patient): Promise<string[]> {
  const findings = await check.run(patient);
  return findings.filter((one) => one.level === level).map(({ said, cure }) => `${said} → ${cure ?? ""}`);
}
