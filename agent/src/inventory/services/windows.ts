// Services of a Windows machine, by WMI.
import { type Service, ServiceState, type ServicesSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { wmi } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";

export async function readWindows(machine: Machine): Promise<ServicesSection> {
  return { services: windowsServices((await wmi(machine)).objects("Win32_Service")) };
}

/** A service that Windows starts anew for each session carries that session's number: "CDPUserSvc_4f2d1". */
const OF_A_SESSION = /^(.+)_[0-9a-f]{4,8}$/i;

/** Sorted by name; what Windows makes for a session is told by its template alone, which does not change. */
function windowsServices(objects: readonly WmiObject[]): Service[] {
  const names = new Set(objects.map((object) => object.text("Name").toLowerCase()));
  return objects
    .filter((object) => {
      const template = OF_A_SESSION.exec(object.text("Name"))?.[1];
      return object.text("Name") !== "" && (template === undefined || !names.has(template.toLowerCase()));
    })
    .map((object) => ({
      name: clean(object.text("Name")),
      title: clean(object.text("DisplayName")),
      state: state(object),
      start: start(object),
      account: clean(object.text("StartName")),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What Windows says of a service that was not started since the system was. */
const NEVER_STARTED = 1077;

function state(object: WmiObject): ServiceState {
  switch (object.text("State").toLowerCase()) {
    case "running":
    case "start pending":
    case "continue pending":
      return ServiceState.SERVICE_STATE_RUNNING;
    case "stopped": {
      const code = object.number("ExitCode") ?? 0;
      const failed = code !== 0 && code !== NEVER_STARTED && start(object) !== "disabled";
      return failed ? ServiceState.SERVICE_STATE_FAILED : ServiceState.SERVICE_STATE_STOPPED;
    }
    case "paused":
    case "pause pending":
    case "stop pending":
      return ServiceState.SERVICE_STATE_STOPPED;
    default:
      return ServiceState.SERVICE_STATE_UNSPECIFIED;
  }
}

function start(object: WmiObject): string {
  const mode = object.text("StartMode").toLowerCase();
  if (mode === "auto") return object.flag("DelayedAutoStart") ? "delayed" : "auto";
  return mode === "manual" || mode === "disabled" ? mode : mode === "" ? "" : "other";
}
