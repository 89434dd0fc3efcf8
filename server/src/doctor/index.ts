// The doctor: looks at everything an installation depends on, also while the server stands still, and says the cure. It changes nothing.
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { serverUsing } from "../data-dir.ts";
import { auditCheck } from "./audit.ts";
import { certificateCheck } from "./certificate.ts";
import { clockCheck } from "./clock.ts";
import { databaseCheck } from "./database.ts";
import { diskCheck } from "./disk.ts";
import { askServer, type Figures } from "./figures.ts";
import { filesCheck } from "./files.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import { journalCheck } from "./journal.ts";
import { keysCheck } from "./keys.ts";
import { limitsCheck } from "./limits.ts";
import { mailCheck } from "./mail.ts";
import type { Check, Patient } from "./patient.ts";
import { proxyCheck } from "./proxy.ts";
import { runtimeCheck } from "./runtime.ts";
import { signerCheck } from "./signer.ts";

export { type Finding, fault, type Level } from "./finding.ts";

const CHECKS: readonly Check[] = [
  runtimeCheck,
  limitsCheck,
  clockCheck,
  diskCheck,
  keysCheck,
  certificateCheck,
  proxyCheck,
  databaseCheck,
  signerCheck,
  journalCheck,
  auditCheck,
  filesCheck,
  mailCheck,
];

export interface Question {
  readonly config: Config;
  readonly clock: Clock;
  readonly dateFrom: string | undefined;
  readonly agents: number | undefined;
}

/** Runs every check, one after the other; answers what each found. */
export async function examine({ config, clock, dateFrom, agents }: Question): Promise<Finding[]> {
  const running = await serverUsing(config.dataDir);
  let refused: Error | undefined;
  const askFigures = async (): Promise<Figures | undefined> => {
    if (running === undefined) return undefined;
    return askServer(config).catch((error: Error) => {
      refused = error;
      return undefined;
    });
  };
  const patient: Patient = { config, clock, running, figures: await askFigures(), askFigures, dateFrom, agents };
  const findings = [judgeServer(running, refused)];
  for (const check of CHECKS) findings.push(...(await perform(check, patient)));
  return findings;
}

function judgeServer(running: number | undefined, refused: Error | undefined): Finding {
  if (running === undefined) return ok("server", "stands still");
  if (refused === undefined) return ok("server", `runs as process ${running}`);
  const cure = "Give this command the same settings as the server; when they are the same, the server's log says what keeps it.";
  return warning("server", `runs as process ${running}, but /metrics cannot be read: ${refused.message}`, cure);
}

/** A check that fails itself is a fault in its own name, and keeps none of the others away. */
async function perform(check: Check, patient: Patient): Promise<readonly Finding[]> {
  try {
    return await check.run(patient);
  } catch (error) {
    return [fault(check.name, `could not be looked at: ${(error as Error).message}`, "Run this as the server's user or as root.")];
  }
}
