// The inventory on the machine itself: printed for people, or handed to the running agent by its child. Loaded only for that.
import { setPriority } from "node:os";
import { SECTION_NAMES, type SectionName } from "@vigia/protocol";
import { systemClock } from "../clock.ts";
import { createNodeHost } from "../host/node-host.ts";
import { printTaken } from "../inventory/child.ts";
import { collect } from "../inventory/collect.ts";
import { sections } from "../inventory/index.ts";
import { readable, withNames } from "../inventory/print.ts";
import { CommandError } from "./context.ts";

/** As little as possible of what the machine's own work needs: half of the way down. */
const NICE = 10;

/** Prints what this machine is, with no server and no identity. Exit code 0, also when sections could not be read. */
export async function inventoryCommand(json: boolean, wanted: readonly string[], say: (text: string) => void): Promise<number> {
  const unknown = wanted.find((name) => !(SECTION_NAMES as readonly string[]).includes(name));
  if (unknown !== undefined) throw new CommandError(`"${unknown}" is no section; sections: ${SECTION_NAMES.join(", ")}`);
  const only = wanted.length === 0 ? undefined : (wanted as readonly SectionName[]);
  const taken = await collect({ host: createNodeHost(), sections, clock: systemClock, only });
  const named = taken.sections.map(({ name, body }) => [name, { ...withNames(body[name]), ...leftOut(body.leftOut) }] as const);
  if (json) say(JSON.stringify({ ...Object.fromEntries(named), troubles: taken.troubles }, undefined, 2));
  else for (const line of readable(named, taken.troubles)) say(line);
  return 0;
}

function leftOut(rows: number | null | undefined) {
  return rows ? { leftOut: rows } : {};
}

/** Takes an inventory, without the sections named, for the agent that started this process, and ends when that agent does. */
export async function inventoryChild(skip: readonly string[], say: (text: string) => void): Promise<number> {
  setPriority(NICE);
  process.stdin.on("close", () => process.exit(1)).resume();
  const only = SECTION_NAMES.filter((name) => !skip.includes(name));
  say(printTaken(await collect({ host: createNodeHost(), sections, clock: systemClock, only })));
  process.stdin.removeAllListeners("close").destroy();
  return 0;
}
