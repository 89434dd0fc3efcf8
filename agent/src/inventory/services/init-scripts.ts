// Systems without systemd: the scripts of /etc/init.d, run by OpenRC (which keeps its states as files) or by System V's init (which keeps
// none: a pid file has to tell).
import { type Service, ServiceState } from "@vigia/protocol";
import { type Host, listOptional, readOptional } from "../../host/host.ts";
import { clean } from "../text.ts";

const SCRIPTS = "/etc/init.d";
const OPENRC_STATES = "/run/openrc";
/** Files beside the scripts that start no service of their own. */
const NO_SERVICE =
  /^(?:README|skeleton|functions(?:\.sh)?|rc|rcS|single|halt|reboot|sendsigs|umount\w*|killall|killprocs|.*\.(?:sh|dpkg-\w+))$/;

/** Services of /etc/init.d, sorted by name. */
export async function readInitScripts(host: Host): Promise<Service[]> {
  const scripts = (await listOptional(host, SCRIPTS)).filter((name) => !NO_SERVICE.test(name));
  const openRc = (await listOptional(host, OPENRC_STATES)).length > 0;
  const starting = openRc ? await inRunlevels(host) : await inRcFolders(host);
  const started = new Set(await listOptional(host, `${OPENRC_STATES}/started`));
  const failed = new Set(await listOptional(host, `${OPENRC_STATES}/failed`));
  const services: Service[] = [];
  for (const name of scripts) {
    const script = (await readOptional(host, `${SCRIPTS}/${name}`)) ?? "";
    const title = /^#\s*Short-Description:\s*(.+)$/m.exec(script)?.[1] ?? /^description="(.+)"$/m.exec(script)?.[1];
    const state = openRc ? openRcState(name, started, failed) : await stateByPid(host, name);
    services.push({ name: clean(name), title: clean(title), state, start: starting.has(name) ? "auto" : "disabled" });
  }
  return services;
}

/** OpenRC: folders of links by run level. */
async function inRunlevels(host: Host): Promise<Set<string>> {
  const levels = await listOptional(host, "/etc/runlevels");
  return new Set((await Promise.all(levels.map((level) => listOptional(host, `/etc/runlevels/${level}`)))).flat());
}

/** System V: links "S20name" in the folders of the levels with network. */
async function inRcFolders(host: Host): Promise<Set<string>> {
  const folders = ["/etc/rcS.d", "/etc/rc2.d", "/etc/rc3.d", "/etc/rc5.d", "/etc/rc.d/rc3.d"];
  const links = (await Promise.all(folders.map((folder) => listOptional(host, folder)))).flat();
  return new Set(links.flatMap((link) => /^S\d\d(.+)$/.exec(link)?.[1] ?? []));
}

function openRcState(name: string, started: ReadonlySet<string>, failed: ReadonlySet<string>): ServiceState {
  if (failed.has(name)) return ServiceState.SERVICE_STATE_FAILED;
  return started.has(name) ? ServiceState.SERVICE_STATE_RUNNING : ServiceState.SERVICE_STATE_STOPPED;
}

async function stateByPid(host: Host, name: string): Promise<ServiceState> {
  for (const path of [`/run/${name}.pid`, `/run/${name}/${name}.pid`, `/var/run/${name}.pid`]) {
    const pid = /^\d+/.exec(((await readOptional(host, path)) ?? "").trim())?.[0];
    if (pid === undefined) continue;
    const alive = (await readOptional(host, `/proc/${pid}/stat`)) !== undefined;
    return alive ? ServiceState.SERVICE_STATE_RUNNING : ServiceState.SERVICE_STATE_STOPPED;
  }
  return ServiceState.SERVICE_STATE_UNSPECIFIED;
}
