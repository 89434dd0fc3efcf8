// The program that runs the server, and as whom.
import { stat } from "node:fs/promises";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "runtime";
/** The release that everything is tested with, and the first one that can run the server. */
const TESTED = [22, 23, 2] as const;
const FIRST = [22, 18, 0] as const;

type Version = readonly [number, number, number];

/** @param version as in process.version */
export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0, patch = 0] = version.replace(/^v/, "").split(".").map(Number);
  const found: Version = [major, minor, patch];
  const cure = `Start the server with the Node ${TESTED.join(".")} that comes with it (node_modules/.bin/node).`;
  if (compare(found, FIRST) < 0) return fault(CHECK, `Node ${version} is too old`, cure);
  if (major !== TESTED[0]) return warning(CHECK, `Node ${version} is another release than the tested ${TESTED.join(".")}`, cure);
  if (compare(found, TESTED) < 0) return warning(CHECK, `Node ${version} is older than the tested ${TESTED.join(".")}`, cure);
  return ok(CHECK, `Node ${version}`);
}

/** @param uid of the server's process; undefined where there are no such numbers */
export function judgeUser(uid: number | undefined): Finding {
  if (uid !== 0) return ok(CHECK, "not running as root");
  return warning(CHECK, "running as root", "Run the server as a user of its own, without rights, that owns the data directory.");
}

const compare = (one: Version, other: Version): number => {
  for (const place of [0, 1, 2] as const) if (one[place] !== other[place]) return one[place] - other[place];
  return 0;
};

export const runtimeCheck: Check = {
  name: CHECK,
  run: async ({ running }) => [judgeNode(process.version), judgeUser(await uidOf(running))],
};

/** Of the running server where the system tells, else of this command. */
async function uidOf(pid: number | undefined): Promise<number | undefined> {
  if (pid === undefined || process.platform !== "linux") return process.getuid?.();
  return (await stat(`/proc/${pid}`)).uid;
}
