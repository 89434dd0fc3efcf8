// Written in the formats of Debian's policy (reboot-required) and of needs-restarting(1).
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { linuxRebootPending, newestKernel } from "./linux-reboot.ts";

const DEBIAN = { "/boot/vmlinuz-6.1.0-9-amd64": "", "/boot/vmlinuz-6.1.0-18-amd64": "", "/boot/vmlinuz-6.1.0-30-cloud-amd64": "" };
const NEEDS = "sh -c needs-restarting -r 2>/dev/null; true";

test("a newer kernel of the same flavour waits for a restart", async () => {
  const machine = fixtureMachine({ files: DEBIAN, os: { release: "6.1.0-9-amd64" } });
  expect(await linuxRebootPending(machine)).toEqual({
    pending: true,
    reasons: ["Kernel 6.1.0-18-amd64 is installed, 6.1.0-9-amd64 runs"],
  });
  expect(await linuxRebootPending(fixtureMachine({ files: DEBIAN, os: { release: "6.1.0-18-amd64" } }))).toEqual({
    pending: false,
    reasons: [],
  });
});

test("packages that ask for a restart are named once each", async () => {
  const files = {
    ...DEBIAN,
    "/run/reboot-required": "*** System restart required ***\n",
    "/run/reboot-required.pkgs": "libc6\ndbus\nlibc6\n",
  };
  const machine = fixtureMachine({ files, os: { release: "6.1.0-18-amd64" } });
  expect(await linuxRebootPending(machine)).toEqual({ pending: true, reasons: ["Updated: dbus, libc6"] });
});

test("on Red Hat's systems their tool is asked", async () => {
  const files = { "/var/lib/rpm/rpmdb.sqlite": "" };
  const yes =
    "Core libraries or services have been updated since boot-up:\n  * glibc\n  * systemd\n\nReboot is required to fully utilize these updates.\n";
  const no = "No core libraries or services have been updated since boot-up.\nReboot should not be necessary.\n";
  expect(await linuxRebootPending(fixtureMachine({ files, programs: { [NEEDS]: yes } }))).toEqual({
    pending: true,
    reasons: ["Updated: glibc, systemd"],
  });
  expect(await linuxRebootPending(fixtureMachine({ files, programs: { [NEEDS]: no } }))).toEqual({ pending: false, reasons: [] });
  expect(await linuxRebootPending(fixtureMachine({ files, programs: { [NEEDS]: "" } }))).toEqual({ reasons: [] });
});

test("nothing is said of a container, whose kernel is not its own", async () => {
  expect(await linuxRebootPending(fixtureMachine({ files: DEBIAN, os: { release: "5.15.0-1-other" } }))).toEqual({ reasons: [] });
  expect(
    newestKernel(["vmlinuz-5.14.0-362.8.1.el9_3.x86_64", "vmlinuz-5.14.0-70.el9.x86_64", "vmlinuz-0-rescue-1"], "5.14.0-70.el9.x86_64"),
  ).toBe("5.14.0-362.8.1.el9_3.x86_64");
});
