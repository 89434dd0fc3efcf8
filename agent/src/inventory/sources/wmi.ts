// Windows Management Instrumentation, asked once an inventory: by PowerShell, or by wmic where there is none (an old or a locked system,
// Wine).
import { Unsupported } from "../../collectors/collector.ts";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { classesScript, powershell } from "./powershell.ts";
import { oldClasses, type WmiClassName, wmiClasses } from "./wmi-classes.ts";
import { parseAnswers, type WmiAnswer, type WmiObject } from "./wmi-text.ts";

export class Wmi {
  readonly #answers: ReadonlyMap<string, WmiAnswer>;

  constructor(answers: ReadonlyMap<string, WmiAnswer>) {
    this.#answers = answers;
  }

  /** Objects of a class; throws Unsupported where the system does not answer for it. */
  objects(name: WmiClassName): readonly WmiObject[] {
    const answer = this.#answers.get(name);
    if (answer !== undefined && "objects" in answer) return answer.objects;
    throw new Unsupported(
      answer === undefined ? `Windows does not answer for ${name}` : `Windows does not answer for ${name}: ${answer.trouble}`,
    );
  }

  /** Whether the system knows this class. */
  answered(name: WmiClassName): boolean {
    const answer = this.#answers.get(name);
    return answer !== undefined && "objects" in answer;
  }

  /** Objects of a class; none where the system does not answer for it. */
  optional(name: WmiClassName): readonly WmiObject[] {
    const answer = this.#answers.get(name);
    return answer !== undefined && "objects" in answer ? answer.objects : [];
  }
}

/** A provider of WMI that hangs is not rare. Shorter than a section may take, so that what the registry knows is still sent. */
const WMI_MS = 50_000;

/** What Windows answered for all classes; rejects when PowerShell or wmic failed. Knows nothing where neither is there. */
export function wmi(machine: Machine): Promise<Wmi> {
  return machine.once("wmi", async () => {
    const limited = { ...machine, signal: AbortSignal.any([machine.signal, AbortSignal.timeout(WMI_MS)]) };
    const script = classesScript(wmiClasses);
    // Systems that are locked down refuse PowerShell; wmic may still answer.
    const refused: unknown[] = [];
    const text = await powershell(limited, script).catch((error: unknown) => void refused.push(error));
    const answers = parseAnswers(text ?? (await wmic(limited)) ?? "");
    if (answers.size === 0 && refused.length > 0) throw refused[0];
    return new Wmi(answers);
  });
}

/** The same for sections that know the essential from the registry: nothing where WMI failed. Other sections tell why it did. */
export async function wmiIfAny(machine: Machine): Promise<Wmi> {
  try {
    return await wmi(machine);
  } catch {
    return new Wmi(new Map());
  }
}

/** The essential classes by wmic, in one call of cmd.exe (whose command line may have 8191 characters). Code page 65001 is UTF-8. */
function wmic(machine: Machine): Promise<string | undefined> {
  const commands = Object.entries(oldClasses).flatMap(([name, { properties, where }]) => {
    const condition = where === undefined ? [] : ["where", where];
    return ["echo", `#class=${name}`, "&", "wmic", "path", name, ...condition, "get", properties, "/value", "&"];
  });
  return execOptional(machine.host, "cmd.exe", ["/d", "/c", "chcp", "65001", ">nul", "&", ...commands, "exit", "0"], machine.signal);
}
