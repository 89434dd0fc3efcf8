// apt: captured on a Debian 12. dnf, yum and zypper: written in the format their manuals document.
import { describe, expect, test } from "vitest";
import { Unsupported } from "../../collectors/collector.ts";
import { fixtureMachine } from "../machine-fixture.ts";
import { APT_LIST, lastUpgrade } from "./apt.ts";
import { DNF_LIST, DNF_SECURITY, parseDnf } from "./dnf.ts";
import { readLinux } from "./linux.ts";
import { ZYPPER_PATCHES } from "./zypper.ts";

const LIST = `base-files/oldstable 12.4+deb12u15 amd64 [upgradable from: 12.4+deb12u11]
libgcrypt20/oldstable,oldstable-security 1.10.1-3+deb12u1 amd64 [upgradable from: 1.10.1-3]
`;
const DEBIAN = {
  "/var/lib/dpkg/status": "",
  "/var/lib/apt/lists/deb.example_dists_bookworm_main_binary-amd64_Packages.lz4": "",
  "/var/log/dpkg.log": "2026-11-22 04:23:09 status installed pci.ids:all 0.0\n",
  "/var/log/dpkg.log.1":
    "2026-10-20 10:00:00 upgrade bash:amd64 5.1 5.2\n2026-10-21 10:00:00 upgrade libc6:amd64 2.35 2.36\n2026-10-21 10:00:01 status half-configured libc6:amd64 2.36\n",
};

describe("updates of Debian", () => {
  test("are those apt has a newer version of, security's marked", async () => {
    const programs = { [`apt ${APT_LIST.join(" ")}`]: LIST };
    expect(await readLinux(fixtureMachine({ files: DEBIAN, programs }))).toEqual({
      pending: 2,
      critical: 1,
      updates: [
        { id: "base-files", title: "", version: "12.4+deb12u15", critical: false },
        { id: "libgcrypt20", title: "", version: "1.10.1-3+deb12u1", critical: true },
      ],
      lastInstalledOn: "2026-10-21",
    });
  });

  test("are unknown where apt has no lists to know them from", async () => {
    const files = Object.fromEntries(Object.entries(DEBIAN).filter(([path]) => !path.includes("/lists/")));
    expect(await readLinux(fixtureMachine({ files }))).toEqual({ lastInstalledOn: "2026-10-21" });
    expect(lastUpgrade("")).toBe("");
  });
});

test("updates of Red Hat's systems are critical when an advisory says security", async () => {
  const programs = {
    [`dnf ${DNF_LIST.join(" ")}`]:
      "Available Upgrades\nbash.x86_64        5.2.26-3.fc39     updates\nopenssl-libs.x86_64  1:3.1.1-5.fc39   updates\n",
    [`dnf ${DNF_SECURITY.join(" ")}`]: "FEDORA-2026-0a1b2c Important/Sec. openssl-libs-1:3.1.1-5.fc39.x86_64\n",
  };
  const files = { "/var/lib/rpm/rpmdb.sqlite": "" };
  expect(await readLinux(fixtureMachine({ files, programs }))).toEqual({
    pending: 2,
    critical: 1,
    updates: [
      { id: "bash", title: "", version: "5.2.26-3.fc39", critical: false },
      { id: "openssl-libs", title: "", version: "1:3.1.1-5.fc39", critical: true },
    ],
    lastInstalledOn: "",
  });
  const wrapped = "Updated Packages\na-package-with-a-very-long-name.noarch\n                 2:1.0-1.el7   updates-testing\n";
  expect(parseDnf(wrapped, "RHSA-2026:1 Critical/Sec. a-package-with-a-very-long-name-1.0-1.el7.noarch")).toEqual([
    { id: "a-package-with-a-very-long-name", title: "", version: "2:1.0-1.el7", critical: true },
  ]);
});

test("updates of SUSE's systems are patches with what they are for", async () => {
  const xml = `<?xml version='1.0'?><stream><update-status version="0.6"><update-list>
<update name="openSUSE-2026-12" edition="1" arch="noarch" status="needed" category="security" severity="important" kind="patch">
<summary>Security update for curl</summary><source url="x" alias="update"/></update>
</update-list></update-status></stream>`;
  expect(await readLinux(fixtureMachine({ programs: { [`zypper ${ZYPPER_PATCHES.join(" ")}`]: xml } }))).toMatchObject({
    pending: 1,
    critical: 1,
    updates: [{ id: "openSUSE-2026-12", title: "Security update for curl", version: "1", critical: true }],
  });
});

test("a system without any of these says so", async () => {
  await expect(readLinux(fixtureMachine({}))).rejects.toThrow(Unsupported);
});
