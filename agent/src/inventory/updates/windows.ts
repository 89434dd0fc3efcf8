// Updates that wait on a Windows machine: what Windows Update found at its own last look, without asking anybody now.
import type { PendingUpdate, UpdatesSection } from "@vigia/protocol";
import { Unsupported } from "../../collectors/collector.ts";
import type { Machine } from "../reader.ts";
import { powershell, UPDATES_SCRIPT } from "../sources/powershell.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { wmiIfAny } from "../sources/wmi.ts";
import { parseAnswers, type WmiObject } from "../sources/wmi-text.ts";
import { clean, isoDate } from "../text.ts";

export async function readWindows(machine: Machine): Promise<UpdatesSection> {
  const text = await powershell(machine, UPDATES_SCRIPT);
  if (text === undefined) throw new Unsupported("Windows Update cannot be asked without PowerShell");
  const answer = parseAnswers(text).get("Update");
  if (answer === undefined || !("objects" in answer)) throw new Error(`Windows Update did not answer: ${answer?.trouble ?? "nothing"}`);
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  return {
    ...pendingUpdates(answer.objects),
    lastInstalledOn: lastInstalledOn(known.optional("Win32_QuickFixEngineering"), keys),
  };
}

/** Categories that Microsoft calls critical updates and security updates; not definitions, which come several times a day. */
const CRITICAL = new Set(["e6cf1350-c01b-414d-a61f-263d14d133b4", "0fa1201d-4330-4fa8-8ae9-b877473b6441"]);

/** All that wait, sorted by id and title. */
function pendingUpdates(objects: readonly WmiObject[]): Pick<UpdatesSection, "pending" | "critical" | "updates"> {
  const updates = objects
    .map((object): PendingUpdate & { id: string; title: string } => ({
      id: clean(object.text("Id")) || clean(object.text("UpdateID")),
      title: clean(object.text("Title")),
      critical: object.text("Severity") !== "" || object.list("Categories").some((id) => CRITICAL.has(id.toLowerCase())),
    }))
    .toSorted((a, b) => (`${a.id}\u0000${a.title}` < `${b.id}\u0000${b.title}` ? -1 : 1));
  return { pending: updates.length, critical: updates.filter(({ critical }) => critical).length, updates };
}

const MS_FROM_1601_TO_1970 = 11_644_473_600_000;
const TICKS_A_MS = 10_000;

/** The newest day on which an update was installed; "" when nothing tells. Old systems write it as ticks since 1601, in hexadecimal. */
export function lastInstalledOn(fixes: readonly WmiObject[], keys: Registry): string {
  const days = fixes.map((fix) => {
    const text = fix.text("InstalledOn");
    return /^[0-9a-f]{16}$/i.test(text) ? isoDate(Number(`0x${text}`) / TICKS_A_MS - MS_FROM_1601_TO_1970) : isoDate(text);
  });
  return [...days, isoDate(keys.text(KEYS.updateResults, "LastSuccessTime"))].reduce((newest, day) => (day > newest ? day : newest), "");
}
