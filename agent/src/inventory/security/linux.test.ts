// Written in the formats that nft(8), iptables(8), ufw(8), `mdatp health` and `bduitool get ps` document.
import { describe, expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { iptablesFilters, nftablesFilters } from "./firewall-rules.ts";
import { readLinux } from "./linux.ts";
import { parseMdatpHealth } from "./mdatp.ts";

function installed(...packages: string[]): string {
  return packages.map((name) => `Package: ${name}\nStatus: install ok installed\nVersion: 1.2.3\n`).join("\n");
}

describe("antivirus", () => {
  test("is found by its package, and protects when its process runs", async () => {
    const files = {
      "/var/lib/dpkg/status": installed("clamav", "clamav-daemon", "falcon-sensor", "kesl"),
      "/var/lib/clamav/daily.cld": "",
      "/proc/9/comm": "clamd\n",
      "/proc/10/comm": "falcon-sensor-b\n",
      "/proc/uptime": "1 1",
    };
    const programs = {
      "head -c 64 /var/lib/clamav/daily.cld": "ClamAV-VDB:20 Nov 2026 03-31 -0500:27824:",
      "/opt/CrowdStrike/falconctl -g --rfm-state": "rfm-state=true.\n",
    };
    expect((await readLinux(fixtureMachine({ files, programs }))).antivirus).toEqual([
      { name: "ClamAV", version: "1.2.3", active: true, definitionsOn: "2026-11-20" },
      { name: "CrowdStrike Falcon", version: "1.2.3", active: false },
      { name: "Kaspersky Endpoint Security", version: "1.2.3", active: false },
    ]);
  });

  test("that has a tool of its own is as the tool says", async () => {
    const programs = {
      "/opt/bitdefender-security-tools/bin/bduitool get ps":
        "Product version: 7.0.3.2239\nLast security content update: 2026-11-20 at 11:44:37 GMT+2\nNew security content available: yes\nFeatures:\n  - Antimalware status: On\n",
      "mdatp health":
        'healthy                       : true\napp_version                   : "101.23062.0010"\nreal_time_protection_enabled  : false\ndefinitions_updated           : Jul 20, 2026 at 12:00:00 PM\ndefinitions_status            : "up_to_date"\n',
    };
    expect((await readLinux(fixtureMachine({ programs }))).antivirus).toEqual([
      { name: "Bitdefender Endpoint Security Tools", version: "7.0.3.2239", active: true, upToDate: false, definitionsOn: "2026-11-20" },
      { name: "Microsoft Defender for Endpoint", version: "101.23062.0010", active: false, upToDate: true, definitionsOn: "2026-07-20" },
    ]);
    expect(parseMdatpHealth("ATTENTION: No license found.\n")).toBeUndefined();
  });
});

const NFT = `table inet filter {
	chain input {
		type filter hook input priority filter; policy accept;
		ct state established accept
		jump guard
	}
	chain guard {
		tcp dport 22 accept
		RULE
	}
}
table ip nat {
	chain postrouting {
		type nat hook postrouting priority srcnat; policy accept;
		drop
	}
}`;

describe("firewalls", () => {
  test("that people set up stand alone when they are on", async () => {
    const files = { "/etc/ufw/ufw.conf": "# comment\nENABLED=yes\nLOGLEVEL=low\n" };
    expect((await readLinux(fixtureMachine({ files, programs: { "nft list ruleset": NFT } }))).firewalls).toEqual([
      { name: "ufw", active: true },
    ]);
    const fedora = { "/usr/lib/firewalld/zones/public.xml": "", "/proc/5/comm": "firewalld\n" };
    expect((await readLinux(fixtureMachine({ files: fedora }))).firewalls).toEqual([{ name: "firewalld", active: true }]);
  });

  test("of the kernel are told where the others are off", async () => {
    const files = { "/etc/ufw/ufw.conf": "ENABLED=no\n", "/proc/net/ip_tables_names": "nat\nfilter\n" };
    const programs = { "nft list ruleset": NFT.replace("RULE", "reject with icmpx admin-prohibited"), "iptables -S": "-P INPUT ACCEPT\n" };
    expect((await readLinux(fixtureMachine({ files, programs }))).firewalls).toEqual([
      { name: "ufw", active: false },
      { name: "nftables", active: true },
      { name: "iptables", active: false },
    ]);
  });

  test("filter when something that comes in is turned away, in a chain of theirs too", () => {
    expect(nftablesFilters(NFT.replace("RULE", "counter drop"))).toBe(true);
    expect(nftablesFilters(NFT.replace("RULE", "counter accept"))).toBe(false);
    expect(nftablesFilters(NFT.replace("policy accept", "policy drop"))).toBe(true);
    expect(nftablesFilters("")).toBe(false);
    expect(iptablesFilters("-P INPUT DROP\n-P FORWARD ACCEPT\n")).toBe(true);
    expect(
      iptablesFilters(
        "-P INPUT ACCEPT\n-P FORWARD DROP\n-N MINE\n-A INPUT -p tcp -j MINE\n-A MINE -s 192.0.2.1/32 -j REJECT --reject-with icmp-port-unreachable\n",
      ),
    ).toBe(true);
    expect(iptablesFilters("-P INPUT ACCEPT\n-N f2b-sshd\n-A INPUT -j f2b-sshd\n-A f2b-sshd -s 192.0.2.1/32 -j REJECT\n")).toBe(false);
    expect(iptablesFilters("-P INPUT ACCEPT\n-N A\n-A INPUT -j A\n-A A -j A\n")).toBe(false);
  });

  test("whose rules may not be listed are there, and nobody knows whether they filter", async () => {
    const machine = fixtureMachine({});
    const host = {
      ...machine.host,
      exec: (file: string) => Promise.reject(file === "nft" ? new Error("not permitted") : Object.assign(new Error(), { code: "ENOENT" })),
    };
    expect((await readLinux({ ...machine, host })).firewalls).toEqual([{ name: "nftables" }]);
  });
});
