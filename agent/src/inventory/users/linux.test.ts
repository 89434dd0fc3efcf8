import { describe, expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";
import { parseLast, parseWho } from "./sessions.ts";
import { parseSudoers } from "./sudoers.ts";

// Written in the formats of passwd(5), shadow(5), group(5) and sudoers(5).
const PASSWD = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
backup:x:102:105::/var/backups:/bin/sh
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
ana:x:1000:1000:Ana Souza,Room 1,,:/home/ana:/bin/bash
bruno:x:1001:1001::/home/bruno:/bin/bash
carla:x:1002:1002::/home/carla:/bin/zsh
davi:x:1003:1003::/home/davi:/usr/sbin/nologin
eva:x:1004:1004::/home/eva:/bin/bash
`;
const SHADOW = `root:*:19000:0:99999:7:::
postgres:!:19000::::::
backup:$y$j9T$salt$hash:19000:0:99999:7:::
ana:$y$j9T$salt$hash:19000:0:99999:7:::
bruno:!$y$j9T$salt$hash:19000:0:99999:7:::
carla:!:19000:0:99999:7:::
davi:$y$j9T$salt$hash:19000:0:99999:7:::
eva:$y$j9T$salt$hash:19000:0:99999:7::19500:
`;
const FILES = {
  "/etc/passwd": PASSWD,
  "/etc/group": "root:x:0:\nsudo:x:27:ana\nops:x:300:bruno\n",
  "/etc/shadow": SHADOW,
  "/etc/sudoers": "Defaults env_reset\n%ops ALL=(ALL:ALL) NOPASSWD: ALL\n",
  "/etc/sudoers.d/eva": "eva ALL=(ALL) ALL\n",
  "/etc/sudoers.d/carla.bak": "carla ALL=(ALL) ALL\n",
  "/home/carla/.ssh/authorized_keys": "ssh-ed25519 AAAA carla\n",
};
const NOW = Date.UTC(2026, 0, 1);

describe("local accounts", () => {
  test("are people, administrators, and the system's own that can sign in", async () => {
    const { users } = await readLinux(fixtureMachine({ files: FILES }), NOW);
    expect(users).toEqual([
      { name: "ana", fullName: "Ana Souza", administrator: true, disabled: false },
      { name: "backup", fullName: "", administrator: false, disabled: false },
      { name: "bruno", fullName: "", administrator: true, disabled: true },
      { name: "carla", fullName: "", administrator: false, disabled: false },
      { name: "davi", fullName: "", administrator: false, disabled: true },
      { name: "eva", fullName: "", administrator: true, disabled: true },
      { name: "root", fullName: "root", administrator: true, disabled: true },
    ]);
  });

  test("are not said to be open or closed when that may not be read", async () => {
    const { users } = await readLinux(fixtureMachine({ files: { ...FILES, "/etc/shadow": null } }), NOW);
    expect(users?.map(({ name, disabled }) => [name, disabled])).toEqual([
      ["ana", undefined],
      ["bruno", undefined],
      ["carla", undefined],
      ["davi", true],
      ["eva", undefined],
      ["root", undefined],
    ]);
  });
});

test("the user at the screen is the current one, else who came last, else who was there last", async () => {
  expect(parseWho("ana      tty2         2026-01-02 08:00 (tty2)\nroot     pts/0        2026-01-03 08:00 (192.0.2.1)\n")).toBe("ana");
  expect(parseWho("ana      pts/1        2026-01-02 08:00 (192.0.2.9)\nroot     pts/0        2026-01-03 08:00 (192.0.2.1)\n")).toBe("root");
  const last =
    "reboot   system boot  6.1.0        Sun Nov 22 03:00   still running\nana      tty2         tty2       Sat Nov 21 08:00 - down   (02:00)\n\nwtmp begins Mon";
  expect(parseLast(last)).toBe("ana");
  expect(parseLast("\nwtmp begins Tue May 20 00:00:00 2025\n")).toBe("");
  const machine = fixtureMachine({ files: { "/var/log/wtmp": "" }, programs: { who: "", "last -w -n 50": last } });
  expect((await readLinux(machine, NOW)).currentUser).toBe("ana");
});

test("sudoers grants everything only where it says everything, as root", () => {
  const { users, groups } = parseSudoers(`# comment ALL=(ALL) ALL
User_Alias ADMINS = ana, "%domain\\ admins"
ADMINS ALL = (root) NOPASSWD: ALL
bruno web=(www-data) ALL
carla ALL = /usr/bin/systemctl restart nginx
davi ALL=(ALL:ALL) \\
  ALL
#1007 ALL=ALL
`);
  expect([...users]).toEqual(["ana", "davi", "#1007"]);
  expect([...groups]).toEqual(["domain admins"]);
});
