// Written in the formats of systemctl(1), the LSB's comment conventions and OpenRC's folders.
import { ServiceState } from "@vigia/protocol";
import { expect, test } from "vitest";
import { Unsupported } from "../../collectors/collector.ts";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";
import { SHOW, UNIT_FILES } from "./systemd.ts";

const { SERVICE_STATE_RUNNING: RUNNING, SERVICE_STATE_STOPPED: STOPPED, SERVICE_STATE_FAILED: FAILED } = ServiceState;

test("systemd's services are those it has loaded and those that only lie there, without what comes and goes", async () => {
  const show = `Id=ssh.service
Description=OpenBSD Secure Shell server
LoadState=loaded
ActiveState=active
SubState=running
UnitFileState=enabled
User=

Id=postgresql@15-main.service
Description=PostgreSQL Cluster 15-main
LoadState=loaded
ActiveState=failed
SubState=failed
UnitFileState=enabled-runtime
User=postgres

Id=loop.service
Description=Starts again and again
LoadState=loaded
ActiveState=activating
SubState=auto-restart
UnitFileState=
User=loop

Id=apt-daily.service
Description=Daily apt download activities
LoadState=loaded
ActiveState=activating
SubState=start
UnitFileState=static
User=

Id=user@1000.service
LoadState=loaded
ActiveState=active

Id=plymouth.service
LoadState=not-found
ActiveState=inactive
`;
  const unitFiles = `apt-daily.service static -
autovt@.service alias -
dbus-org.freedesktop.login1.service alias -
getty@.service enabled enabled
nfs-common.service masked enabled
rsync.service disabled enabled
ssh.service enabled enabled
`;
  const programs = { [`systemctl ${SHOW.join(" ")}`]: show, [`systemctl ${UNIT_FILES.join(" ")}`]: unitFiles };
  expect((await readLinux(fixtureMachine({ files: { "/run/systemd/system/x": "" }, programs }))).services).toEqual([
    { name: "apt-daily.service", title: "Daily apt download activities", state: STOPPED, start: "manual", account: "root" },
    { name: "loop.service", title: "Starts again and again", state: FAILED, start: "other", account: "loop" },
    { name: "nfs-common.service", state: STOPPED, start: "disabled" },
    { name: "postgresql@15-main.service", title: "PostgreSQL Cluster 15-main", state: FAILED, start: "auto", account: "postgres" },
    { name: "rsync.service", state: STOPPED, start: "disabled" },
    { name: "ssh.service", title: "OpenBSD Secure Shell server", state: RUNNING, start: "auto", account: "root" },
  ]);
});

test("System V's services run when the process of their pid file does, and nothing is said of those without one", async () => {
  const files = {
    "/etc/init.d/README": "",
    "/etc/init.d/cron": "#!/bin/sh\n### BEGIN INIT INFO\n# Short-Description: Regular background program processing daemon\n",
    "/etc/init.d/ssh": "#!/bin/sh\n",
    "/etc/init.d/rsync": "#!/bin/sh\n",
    "/etc/rc2.d/S01cron": "",
    "/etc/rc2.d/K01rsync": "",
    "/run/cron.pid": "77\n",
    "/proc/77/stat": "77 (cron) S",
    "/run/ssh.pid": "78\n",
  };
  expect((await readLinux(fixtureMachine({ files }))).services).toEqual([
    { name: "cron", title: "Regular background program processing daemon", state: RUNNING, start: "auto" },
    { name: "rsync", title: "", state: ServiceState.SERVICE_STATE_UNSPECIFIED, start: "disabled" },
    { name: "ssh", title: "", state: STOPPED, start: "disabled" },
  ]);
});

test("OpenRC's services are as its folders say", async () => {
  const files = {
    "/etc/init.d/crond": '#!/sbin/openrc-run\ndescription="Cron"\n',
    "/etc/init.d/ntpd": "#!/sbin/openrc-run\n",
    "/etc/runlevels/default/crond": "",
    "/run/openrc/started/crond": "",
    "/run/openrc/failed/ntpd": "",
  };
  expect((await readLinux(fixtureMachine({ files }))).services).toEqual([
    { name: "crond", title: "Cron", state: RUNNING, start: "auto" },
    { name: "ntpd", title: "", state: FAILED, start: "disabled" },
  ]);
});

test("a system without any says so", async () => {
  await expect(readLinux(fixtureMachine({}))).rejects.toThrow(Unsupported);
});
