// Whether the audit log's guardian does its work, and whether the signed checkpoints are whole.
import { createPublicKey } from "node:crypto";
import path from "node:path";
import { importPrivateKey } from "@vigia/protocol/handshake";
import { readIfThere } from "../files.ts";
import { checkpointFile, createCheckpoints } from "../modules/audit/index.ts";
import { StartError } from "../start-error.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "audit";
/** The server walks all chains every hour and signs their heads every ten minutes. */
const WALK_LATE_SECONDS = 3 * 3_600;
const SIGNATURE_LATE_SECONDS = 1_800;

export interface Watched {
  readonly brokenChains: number | undefined;
  readonly sinceWalkSeconds: number | undefined;
  readonly sinceSignatureSeconds: number | undefined;
}

/** Of a running server. */
export function judgeWatch({ brokenChains, sinceWalkSeconds, sinceSignatureSeconds }: Watched): Finding {
  const cure = "The server's log says what keeps it; `vigia-server audit verify` walks the chains now.";
  if ((brokenChains ?? 0) > 0)
    return fault(
      CHECK,
      `${brokenChains} chains were changed behind the server's back`,
      "Run `vigia-server audit verify`: it names the entries; find out who had access to the database.",
    );
  if ((sinceWalkSeconds ?? 0) > WALK_LATE_SECONDS) return warning(CHECK, `not verified for ${hours(sinceWalkSeconds)} hours`, cure);
  if ((sinceSignatureSeconds ?? 0) > SIGNATURE_LATE_SECONDS)
    return warning(CHECK, `no signed checkpoint for ${hours(sinceSignatureSeconds)} hours`, cure);
  if (sinceWalkSeconds === undefined) return ok(CHECK, "the chains are being walked for the first time since the start");
  return ok(CHECK, `all chains held ${Math.round(sinceWalkSeconds / 60)} minutes ago`);
}

const hours = (seconds: number | undefined): string => ((seconds ?? 0) / 3_600).toFixed(1);

export const auditCheck: Check = {
  name: CHECK,
  async run({ config: { dataDir }, figures }) {
    const findings = await checkpoints(dataDir);
    if (figures !== undefined)
      findings.push(
        judgeWatch({
          brokenChains: figures.get('vigia_audit_chains{state="broken"}'),
          sinceWalkSeconds: figures.get("vigia_audit_verification_age_seconds"),
          sinceSignatureSeconds: figures.get("vigia_audit_checkpoint_age_seconds"),
        }),
      );
    return findings;
  },
};

async function checkpoints(dataDir: string): Promise<Finding[]> {
  const identity = await readIfThere(path.join(dataDir, "keys/identity.pem"));
  if (identity === undefined) return [ok(CHECK, "no checkpoints yet")];
  try {
    const key = createPublicKey(importPrivateKey(identity.toString("utf8")));
    const seen = await createCheckpoints(checkpointFile(dataDir), { verify: key }).read();
    return [ok(CHECK, `the signed checkpoints of ${seen.size} organizations are whole`)];
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return [fault(CHECK, error.problem, error.cure)];
  }
}
