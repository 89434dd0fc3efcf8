// Until when systems get security updates from their makers without a paid extension, and how a release is recognised.
// Sources: Microsoft Lifecycle (Home and Pro editions of Windows 10 and 11; extended support of Windows Server), Debian LTS, Canonical's
// release cycle (standard support of Ubuntu), the Red Hat, Rocky and AlmaLinux life cycles, CentOS. Where a maker names only a month, its
// last day stands here. Apple publishes no dates, so macOS is not in the table: unknown, never guessed.

interface Release {
  /** For people. */
  readonly name: string;
  /** The last day with updates, YYYY-MM-DD. */
  readonly endsOn: string;
}

export const RELEASES: Readonly<Record<string, Release>> = {
  "windows-xp": { name: "Windows XP", endsOn: "2014-04-08" },
  "windows-vista": { name: "Windows Vista", endsOn: "2017-04-11" },
  "windows-7": { name: "Windows 7", endsOn: "2020-01-14" },
  "windows-8": { name: "Windows 8", endsOn: "2016-01-12" },
  "windows-8.1": { name: "Windows 8.1", endsOn: "2023-01-10" },
  "windows-10240": { name: "Windows 10 1507", endsOn: "2017-05-09" },
  "windows-10586": { name: "Windows 10 1511", endsOn: "2017-10-10" },
  "windows-14393": { name: "Windows 10 1607", endsOn: "2018-04-10" },
  "windows-15063": { name: "Windows 10 1703", endsOn: "2018-10-09" },
  "windows-16299": { name: "Windows 10 1709", endsOn: "2019-04-09" },
  "windows-17134": { name: "Windows 10 1803", endsOn: "2019-11-12" },
  "windows-17763": { name: "Windows 10 1809", endsOn: "2020-11-10" },
  "windows-18362": { name: "Windows 10 1903", endsOn: "2020-12-08" },
  "windows-18363": { name: "Windows 10 1909", endsOn: "2021-05-11" },
  "windows-19041": { name: "Windows 10 2004", endsOn: "2021-12-14" },
  "windows-19042": { name: "Windows 10 20H2", endsOn: "2022-05-10" },
  "windows-19043": { name: "Windows 10 21H1", endsOn: "2022-12-13" },
  "windows-19044": { name: "Windows 10 21H2", endsOn: "2023-06-13" },
  "windows-19045": { name: "Windows 10 22H2", endsOn: "2025-10-14" },
  "windows-22000": { name: "Windows 11 21H2", endsOn: "2023-10-10" },
  "windows-22621": { name: "Windows 11 22H2", endsOn: "2024-10-08" },
  "windows-22631": { name: "Windows 11 23H2", endsOn: "2025-11-11" },
  "windows-26100": { name: "Windows 11 24H2", endsOn: "2026-10-13" },
  "windows-26200": { name: "Windows 11 25H2", endsOn: "2027-10-12" },
  "windows-server-2003": { name: "Windows Server 2003", endsOn: "2015-07-14" },
  "windows-server-2008": { name: "Windows Server 2008", endsOn: "2020-01-14" },
  "windows-server-2012": { name: "Windows Server 2012", endsOn: "2023-10-10" },
  "windows-server-2016": { name: "Windows Server 2016", endsOn: "2027-01-12" },
  "windows-server-2019": { name: "Windows Server 2019", endsOn: "2029-01-09" },
  "windows-server-2022": { name: "Windows Server 2022", endsOn: "2031-10-14" },
  "windows-server-2025": { name: "Windows Server 2025", endsOn: "2034-11-14" },
  "debian-8": { name: "Debian 8", endsOn: "2020-06-30" },
  "debian-9": { name: "Debian 9", endsOn: "2022-06-30" },
  "debian-10": { name: "Debian 10", endsOn: "2024-06-30" },
  "debian-11": { name: "Debian 11", endsOn: "2026-08-31" },
  "debian-12": { name: "Debian 12", endsOn: "2028-06-30" },
  "debian-13": { name: "Debian 13", endsOn: "2030-06-30" },
  "ubuntu-14.04": { name: "Ubuntu 14.04", endsOn: "2019-04-30" },
  "ubuntu-16.04": { name: "Ubuntu 16.04", endsOn: "2021-04-30" },
  "ubuntu-18.04": { name: "Ubuntu 18.04", endsOn: "2023-05-31" },
  "ubuntu-20.04": { name: "Ubuntu 20.04", endsOn: "2025-05-31" },
  "ubuntu-22.04": { name: "Ubuntu 22.04", endsOn: "2027-04-30" },
  "ubuntu-24.04": { name: "Ubuntu 24.04", endsOn: "2029-05-31" },
  "rhel-6": { name: "RHEL 6", endsOn: "2020-11-30" },
  "rhel-7": { name: "RHEL 7", endsOn: "2024-06-30" },
  "rhel-8": { name: "RHEL 8", endsOn: "2029-05-31" },
  "rhel-9": { name: "RHEL 9", endsOn: "2032-05-31" },
  "rhel-10": { name: "RHEL 10", endsOn: "2035-05-31" },
  "rocky-8": { name: "Rocky Linux 8", endsOn: "2029-05-31" },
  "rocky-9": { name: "Rocky Linux 9", endsOn: "2032-05-31" },
  "rocky-10": { name: "Rocky Linux 10", endsOn: "2035-05-31" },
  "almalinux-8": { name: "AlmaLinux 8", endsOn: "2029-05-31" },
  "almalinux-9": { name: "AlmaLinux 9", endsOn: "2032-05-31" },
  "almalinux-10": { name: "AlmaLinux 10", endsOn: "2035-05-31" },
  "centos-6": { name: "CentOS 6", endsOn: "2020-11-30" },
  "centos-7": { name: "CentOS 7", endsOn: "2024-06-30" },
  "centos-8": { name: "CentOS 8", endsOn: "2021-12-31" },
  "centos-stream-8": { name: "CentOS Stream 8", endsOn: "2024-05-31" },
  "centos-stream-9": { name: "CentOS Stream 9", endsOn: "2027-05-31" },
};

/** Linux distributions by how they name themselves; how much of their version tells the release. */
const DISTRIBUTIONS: readonly [RegExp, string, RegExp][] = [
  [/^debian/i, "debian", /\d+/],
  [/^ubuntu/i, "ubuntu", /\d+\.\d+/],
  [/^(red hat enterprise|rhel)/i, "rhel", /\d+/],
  [/^rocky/i, "rocky", /\d+/],
  [/^almalinux/i, "almalinux", /\d+/],
  [/^centos.*stream/i, "centos-stream", /\d+/],
  [/^centos/i, "centos", /\d+/],
];

/** The key of a system's release in the table; null for one that is not in it. */
export function releaseOf({ name = "", version = "", build = "" }: { name?: string; version?: string; build?: string }): string | null {
  const key = /windows/i.test(name) ? windowsKey(name, build) : linuxKey(name, version);
  return key !== undefined && Object.hasOwn(RELEASES, key) ? key : null;
}

function windowsKey(name: string, build: string): string | undefined {
  const server = /server (\d{4})/i.exec(name);
  if (server) return `windows-server-${server[1]}`;
  const old = /windows (xp|vista|7|8\.1|8)\b/i.exec(name);
  if (old) return `windows-${old[1]?.toLowerCase()}`;
  // Long-term editions have dates of their own.
  if (/ltsc|ltsb|iot/i.test(name)) return undefined;
  return `windows-${/\d{5}/.exec(build)?.[0] ?? ""}`;
}

function linuxKey(name: string, version: string): string | undefined {
  for (const [named, key, part] of DISTRIBUTIONS)
    if (named.test(name)) return `${key}-${(part.exec(version) ?? part.exec(name))?.[0] ?? ""}`;
  return undefined;
}

const DAY_MS = 86_400_000;

/** Keys of the releases whose updates ended before this moment (milliseconds since 1970), or will end within `days`. */
export const endedReleases = (now: number, days = 0): string[] =>
  Object.entries(RELEASES).flatMap(([key, { endsOn }]) => (Date.parse(endsOn) + DAY_MS <= now + days * DAY_MS ? [key] : []));
