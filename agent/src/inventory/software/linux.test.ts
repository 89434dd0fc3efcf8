// dpkg: paragraphs and dates captured on a Debian 12. rpm, snap and flatpak: written in the format their manuals document.
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { FLATPAK_COLUMNS } from "./flatpak.ts";
import { readLinux } from "./linux.ts";
import { RPM_FORMAT } from "./rpm.ts";
import { sortedPrograms } from "./sorted-programs.ts";

const STATUS = `Package: adduser
Status: install ok installed
Priority: important
Maintainer: Debian Adduser Developers <adduser@example.org>
Architecture: all
Version: 3.134
Conffiles:
 /etc/adduser.conf cc3493ecd2d09837ffdcc3e25fdfff18
Description: add and remove users and groups
 This package includes the 'adduser' and 'deluser' commands.
 .
 Status: install ok installed

Package: vlc-nox
Status: deinstall ok config-files
Version: 2.2.2
Maintainer: Nobody <nobody@example.org>

Package: libc6
Status: hold ok installed
Maintainer: GNU Libc Maintainers <glibc@example.org>
Architecture: amd64
Version: 2.36-9+deb12u10
`;
const FIND = "find /var/lib/dpkg/info -name *.list -printf %f\\t%T@\\n";

test("Debian's packages are those of dpkg's own file that are installed, with the day they came", async () => {
  const files = { "/var/lib/dpkg/status": STATUS };
  const programs = { [FIND]: "adduser.list\t1747743000.0000000000\nlibc6:amd64.list\t1750723200.12\n" };
  expect((await readLinux(fixtureMachine({ files, programs }))).programs).toEqual([
    { name: "adduser", version: "3.134", vendor: "Debian Adduser Developers", installedOn: "2025-05-20", source: "dpkg" },
    { name: "libc6", version: "2.36-9+deb12u10", vendor: "GNU Libc Maintainers", installedOn: "2025-06-24", source: "dpkg" },
  ]);
});

test("without a program to tell the days the packages are still there", async () => {
  const { programs } = await readLinux(fixtureMachine({ files: { "/var/lib/dpkg/status": STATUS } }));
  expect(programs?.map(({ name, installedOn }) => [name, installedOn])).toEqual([
    ["adduser", ""],
    ["libc6", ""],
  ]);
});

test("rpm's packages stand without the keys that rpm keeps among them", async () => {
  const rows = [
    "bash\tx86_64\t5.2.15-3.el9\t1700000000\t7738634\tRed Hat, Inc.",
    "gpg-pubkey\t(none)\tfd431d51-4ae0493b\t1700000000\t0\t(none)",
    "tool\tnoarch\t1-1\t1700000000\t10\t(none)",
  ];
  const programs = { [`rpm -qa --queryformat ${RPM_FORMAT}`]: `${rows.join("\n")}\n` };
  expect((await readLinux(fixtureMachine({ files: { "/var/lib/rpm/rpmdb.sqlite": "" }, programs }))).programs).toEqual([
    { name: "bash", version: "5.2.15-3.el9", vendor: "Red Hat, Inc.", installedOn: "2023-11-14", source: "rpm" },
    { name: "tool", version: "1-1", vendor: "", installedOn: "2023-11-14", source: "rpm" },
  ]);
});

test("snaps and flatpaks are listed, a person's own with his name", async () => {
  const files = {
    "/etc/passwd": "root:x:0:0::/root:/bin/sh\nana:x:1000:1000::/home/ana:/bin/sh\n",
    "/var/lib/snapd/snaps/hello_42.snap": "",
    "/var/lib/flatpak/app/org.gimp.GIMP/current.link": "x86_64/stable",
    "/home/ana/.local/share/flatpak/app/org.gaphor.Gaphor/current.link": "x86_64/stable",
  };
  const programs = {
    "snap list --unicode=never":
      "Name   Version    Rev   Tracking       Publisher    Notes\nhello  2.10       42    latest/stable  canonical**  -\nmine   1          x1    -              -            -\n",
    [`flatpak list --system --columns=${FLATPAK_COLUMNS}`]:
      "org.gimp.GIMP\tstable\tsystem\tGNU Image Manipulation Program\t2.10.38\tflathub\norg.gnome.Platform\t46\tsystem\tGNOME Application Platform\t\tflathub\n",
  };
  expect((await readLinux(fixtureMachine({ files, programs }))).programs).toEqual([
    { name: "GNOME Application Platform", version: "46", vendor: "flathub", source: "flatpak", user: "" },
    { name: "GNU Image Manipulation Program", version: "2.10.38", vendor: "flathub", source: "flatpak", user: "" },
    { name: "hello", version: "2.10", vendor: "canonical", source: "snap" },
    { name: "mine", version: "1", vendor: "", source: "snap" },
    { name: "org.gaphor.Gaphor", version: "stable", source: "flatpak", user: "ana" },
  ]);
});

test("the list has one order and each program once", () => {
  const [a, b, c] = [
    { name: "a", version: "1" },
    { name: "a", version: "2" },
    { name: "b", user: "ana" },
  ];
  expect(sortedPrograms([c, b, a, { ...a }, { name: "" }])).toEqual([a, b, c]);
});
