// Agents as the gateway sees them: connections, hellos, refusals, presence.
import { CloseCode, RefusalCode } from "@vigia/protocol";
import type { Gateway } from "../../gateway/index.ts";
import { by, type Figure, plain } from "./figure.ts";

export function agentFigures({ stats }: Pick<Gateway, "stats">): Figure[] {
  return [
    plain("gauge", "agents_connected", "Agents with an open session", () => stats().sessions),
    plain("gauge", "agent_strangers", "Connections that have not proven an agent yet", () => stats().strangers),
    by("presence", "gauge", "resources", "Resources by what the server sees of them", () => stats().presences),
    by("to", "counter", "presence_changes_total", "Resources that became so since start", () => stats().presenceChanges),
    plain("counter", "agent_hellos_total", "Hellos that were welcomed", () => stats().welcomed),
    plain("counter", "agent_enrolments_total", "Machines that enrolled", () => stats().enrolled),
    by("reason", "counter", "agent_refusals_total", "Hellos and enrolments that were refused", () =>
      named(stats().refusals, (code) => (RefusalCode[code] ?? "unknown").replace("REFUSAL_CODE_", "")),
    ),
    by("reason", "counter", "agent_turned_away_total", "Connections closed before they proved an agent", () =>
      named(stats().turnedAway, closeName),
    ),
    plain("counter", "agent_frames_total", "Frames that agents and strangers sent", () => stats().frames),
  ];
}

/** Codes as words in lower case. */
function named(counts: ReadonlyMap<number, number>, nameOf: (code: number) => string): Record<string, number> {
  return Object.fromEntries([...counts].map(([code, count]) => [nameOf(code).toLowerCase(), count]));
}

const closeName = (code: number): string => Object.entries(CloseCode).find(([, value]) => value === code)?.[0] ?? "other";
