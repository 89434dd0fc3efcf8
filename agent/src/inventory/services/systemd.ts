// What systemctl prints in the two forms meant for programs: properties of the units it has loaded, and the unit files that exist.
import { type Service, ServiceState } from "@vigia/protocol";
import { clean } from "../text.ts";

export const SHOW = [
  "show",
  "*.service",
  "--all",
  "--no-pager",
  "--property=Id,Description,LoadState,ActiveState,SubState,UnitFileState,User",
];
export const UNIT_FILES = ["list-unit-files", "--type=service", "--no-legend", "--no-pager"];

/** Units that come and go with sign-ins, timers and messages: a list that holds them is never the same twice. */
const PASSING = /^(?:user@|user-runtime-dir@|run-|dbus-:|session-|systemd-coredump@)/;

const START: ReadonlyMap<string, string> = new Map([
  ["enabled", "auto"],
  ["enabled-runtime", "auto"],
  ["generated", "auto"],
  ["disabled", "disabled"],
  ["masked", "disabled"],
  ["masked-runtime", "disabled"],
  ["static", "manual"],
  ["indirect", "manual"],
]);

/** Services by `systemctl show` (blocks of Key=Value) and `list-unit-files` (NAME STATE …), sorted by name. */
export function parseSystemd(show: string, unitFiles: string): Service[] {
  const services = new Map<string, Service>();
  for (const [, name = "", state = ""] of unitFiles.matchAll(/^(\S+\.service)\s+(\S+)/gm)) {
    // A template is no service until it has an instance, an alias is another name of one.
    if (name.endsWith("@.service") || state === "alias" || PASSING.test(name)) continue;
    services.set(name, { name: clean(name), state: ServiceState.SERVICE_STATE_STOPPED, start: START.get(state) ?? "other" });
  }
  for (const block of show.split(/\n\s*\n/)) {
    const values = new Map([...block.matchAll(/^(\w+)=(.*)$/gm)].map(([, key = "", value = ""]) => [key, value]));
    const name = values.get("Id") ?? "";
    const fileState = values.get("UnitFileState") ?? "";
    if (name === "" || PASSING.test(name) || values.get("LoadState") === "not-found" || fileState === "transient") continue;
    services.set(name, {
      name: clean(name),
      title: clean(values.get("Description")),
      state: state(values.get("ActiveState"), values.get("SubState")),
      start: START.get(fileState) ?? services.get(name)?.start ?? "other",
      account: clean(values.get("User")) || "root",
    });
  }
  return [...services].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, service]) => service);
}

function state(active = "", sub = ""): ServiceState {
  if (active === "active" || active === "reloading") return ServiceState.SERVICE_STATE_RUNNING;
  return active === "failed" || sub === "auto-restart" ? ServiceState.SERVICE_STATE_FAILED : ServiceState.SERVICE_STATE_STOPPED;
}
