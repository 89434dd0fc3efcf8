// `vigia-server doctor`: a line for each thing that was looked at, and the cure below each that is not well.
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { examine, type Finding, fault, type Level } from "../doctor/index.ts";
import { StartError } from "../start-error.ts";

const USAGE = "vigia-server doctor [--json] [--date-from URL] [--agents N]";
const WORDS: Readonly<Record<Level, string>> = { ok: "ok", warning: "WARNING", fault: "FAULT" };

/** Answers 1 when there is a fault, 0 otherwise. Throws StartError for words it does not know. */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const { json, dateFrom, agents } = parse(args);
  const config = settings();
  const findings = "check" in config ? [config] : await examine({ config, clock: systemClock, dateFrom, agents });
  const level = worst(findings);
  if (json) console.log(JSON.stringify({ level, findings }, null, 2));
  else for (const line of linesOf(findings)) console.log(line);
  return level === "fault" ? 1 : 0;
}

/** Settings that cannot be read are the one finding: everything else depends on them. */
function settings(): Config | Finding {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return fault("settings", error.problem, error.cure);
  }
}

function worst(findings: readonly Finding[]): Level {
  const has = (level: Level): boolean => findings.some((one) => one.level === level);
  return has("fault") ? "fault" : has("warning") ? "warning" : "ok";
}

function linesOf(findings: readonly Finding[]): string[] {
  const lines = findings.flatMap(({ check, level, said, cure }) => [
    `${WORDS[level].padEnd(8)}${check.padEnd(12)}${said}`,
    ...(cure === undefined ? [] : [`${" ".repeat(20)}→ ${cure}`]),
  ]);
  const count = (level: Level): number => findings.filter((one) => one.level === level).length;
  return [...lines, `faults: ${count("fault")}, warnings: ${count("warning")}, well: ${count("ok")}`];
}

function parse(args: readonly string[]): { json: boolean; dateFrom: string | undefined; agents: number | undefined } {
  try {
    const options = { json: { type: "boolean" }, "date-from": { type: "string" }, agents: { type: "string" } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const [dateFrom, agents] = [values["date-from"], values.agents];
    if (dateFrom !== undefined && !/^https?:/.test(URL.parse(dateFrom)?.protocol ?? "")) throw new Error(`"${dateFrom}" is no web address`);
    if (agents !== undefined && !/^\d{1,7}$/.test(agents)) throw new Error(`"${agents}" is no number of agents`);
    return { json: values.json ?? false, dateFrom, agents: agents === undefined ? undefined : Number(agents) };
  } catch (error) {
    throw new StartError((error as Error).message, `Use: ${USAGE}`, { cause: error });
  }
}
