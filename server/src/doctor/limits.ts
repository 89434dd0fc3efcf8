// How many files the server's process may have open: each agent and each console is one.
import { readFile } from "node:fs/promises";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "limits";
/** Files that are no agent's: database, signer, consoles, certificates, logs. */
const BESIDES = 500;
/** How much more than now there should be room for, and what is enough while nobody knows how many agents come. */
const ROOM = 1.25;
const COMMON = 4_096;

/** @param files the limit; @param agents how many there are or shall be; undefined: nobody knows */
export function judgeFiles(files: number, agents: number | undefined): Finding {
  const said = `${files === Number.POSITIVE_INFINITY ? "any number of" : files} open files allowed${agents === undefined ? "" : `, for ${agents} agents`}`;
  const wanted = Math.max(COMMON, Math.ceil((agents ?? 0) * ROOM) + BESIDES);
  const cure = `Raise the limit to ${wanted} or more (LimitNOFILE= in the systemd unit, or ulimit -n) and restart the server.`;
  if (files < (agents ?? 0) + BESIDES) return fault(CHECK, said, cure);
  return files < wanted ? warning(CHECK, said, cure) : ok(CHECK, said);
}

/** The limit in the text of /proc/<pid>/limits; undefined when it is not there. */
export function readFileLimit(text: string): number | undefined {
  const soft = /^Max open files\s+(\S+)/m.exec(text)?.[1];
  if (soft === undefined) return undefined;
  return soft === "unlimited" ? Number.POSITIVE_INFINITY : Number(soft);
}

export const limitsCheck: Check = {
  name: CHECK,
  async run({ running, figures, agents }) {
    if (process.platform !== "linux") return [ok(CHECK, "open files are not looked at on this system")];
    const limit = readFileLimit(await readFile(`/proc/${running ?? "self"}/limits`, "utf8"));
    return limit === undefined ? [] : [judgeFiles(limit, agents ?? figures?.sum("vigia_resources"))];
  },
};
