// A MacBook Pro for the tests of macOS' readers: its files, and what Apple's tools print on it, in their documented formats.
import { readFileSync } from "node:fs";
import { IOREG, ioregArgs } from "./graphics/darwin.ts";
import { PRLCTL } from "./guests/darwin.ts";
import { IFCONFIG } from "./network/darwin.ts";
import { SYSTEM_VERSION } from "./os/darwin.ts";
import { FIREWALL } from "./security/darwin.ts";
import { LAUNCHCTL } from "./services/darwin.ts";
import { INSTALL_HISTORY } from "./sources/install-history.ts";
import { PROFILER } from "./sources/profiler.ts";
import { SYSCTL } from "./sources/sysctl.ts";
import { PLUTIL } from "./updates/darwin.ts";
import { CONSOLE_OWNER, DSCL, READ_ADMINS, READ_USERS } from "./users/darwin.ts";
import { APFS_LIST } from "./volumes/darwin.ts";

type Command = { readonly file: string; readonly args: readonly string[] };
const line = ({ file, args }: Command) => [file, ...args].join(" ");
const plist = (value: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n${value}\n</plist>\n`;
const array = (items: readonly string[]) => `<array>${items.join("\n")}</array>`;
const dict = (pairs: Readonly<Record<string, string>>) =>
  `<dict>${Object.entries(pairs)
    .map(([key, value]) => `<key>${key}</key>${value}`)
    .join("\n")}</dict>`;
const said = (value: string) => `<string>${value}</string>`;

const account = (name: string, id: string, full: string, authority?: string) =>
  dict({
    "dsAttrTypeStandard:RecordName": array([said(name)]),
    "dsAttrTypeStandard:UniqueID": array([said(id)]),
    "dsAttrTypeStandard:RealName": array([said(full)]),
    ...(authority === undefined ? {} : { "dsAttrTypeStandard:AuthenticationAuthority": array([said(authority)]) }),
  });
const installed = (name: string, version: string, day: string, by: string, more = {}) =>
  dict({ displayName: said(name), displayVersion: said(version), date: `<date>${day}T09:00:00Z</date>`, processName: said(by), ...more });
const apfs = (device: string, on: boolean) =>
  dict({ DeviceIdentifier: said(device), FileVault: on ? "<true/>" : "<false/>", Encryption: "<true/>" });

export const FILES: Readonly<Record<string, string>> = {
  [SYSTEM_VERSION]: plist(dict({ ProductName: said("macOS"), ProductVersion: said("14.4.1"), ProductBuildVersion: said("23E224") })),
  [INSTALL_HISTORY]: plist(
    array([
      installed("XProtectPlistConfigData", "2193", "2026-04-30", "softwareupdated", { contentType: said("config-data") }),
      installed("macOS 14.4.1", "14.4.1", "2026-03-26", "softwareupdated"),
      installed("GarageBand", "10.4.10", "2026-02-01", "appstoreagent"),
    ]),
  ),
  "/Library/LaunchDaemons/com.acme.guard.plist": plist(
    dict({ Label: said("com.acme.guard"), KeepAlive: "<true/>", UserName: said("_guard") }),
  ),
  "/Library/LaunchDaemons/com.acme.helper.plist": plist(dict({ Label: said("com.acme.helper"), MachServices: dict({ a: "<true/>" }) })),
};

export const PROGRAMS: Readonly<Record<string, string>> = {
  [line(PROFILER)]: readFileSync(new URL("sources/fixtures/mac-laptop.profiler.xml", import.meta.url), "utf8"),
  [line(SYSCTL)]: [
    "hw.packages: 1",
    "hw.physicalcpu_max: 8",
    "hw.logicalcpu_max: 8",
    "machdep.cpu.brand_string: Apple M1 Pro",
    "kern.boottime: { sec = 1775000000, usec = 123456 } Tue Mar 31 23:33:20 2026",
  ].join("\n"),
  [line(APFS_LIST)]: plist(dict({ Containers: array([dict({ Volumes: array([apfs("disk3s1", true), apfs("disk3s5", true)]) })]) })),
  [line(IFCONFIG)]: `lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
\tinet 127.0.0.1 netmask 0xff000000
en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
\tether 60:00:50:57:00:44
\tinet6 fe80::4444%en0 prefixlen 64 secured scopeid 0xd
\tinet 192.0.2.46 netmask 0xffffff00 broadcast 192.0.2.255
\tinet6 2001:db8::10 prefixlen 64 autoconf secured
\tinet6 2001:db8::a1b2 prefixlen 64 autoconf temporary
\tmedia: autoselect
\tstatus: active
awdl0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> mtu 1500
\tether 1a:00:08:c2:00:80
\tstatus: active
bridge0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
\tether 36:00:07:a1:00:00
\tmember: en1 flags=3<LEARNING,DISCOVER>
\tstatus: inactive
utun0: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1500
\tinet6 fe80::6666%utun0 prefixlen 64 scopeid 0x10
utun4: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1420
\tinet 10.8.0.6 --> 10.8.0.6 netmask 0xffffffff
`,
  [line({ file: IOREG, args: ioregArgs("arm64") })]: `+-o AppleCLCD2  <class AppleCLCD2, id 0x100000300>
    {
      "DisplayAttributes" = {"ProductAttributes"={"ManufacturerID"="00-10-fa"}}
    }
+-o AppleCLCD2  <class AppleCLCD2, id 0x100000301>
    {
      "DisplayAttributes" = {"ProductAttributes"={"ManufacturerID"="DEL","YearOfManufacture"=2021,"SerialNumber"=1,"ProductName"="DELL U2720Q","AlphanumericSerialNumber"="4S0QR63"},"MaxVerticalImageSize"=34,"MaxHorizontalImageSize"=60,"NativeFormatHorizontalPixels"=3840,"NativeFormatVerticalPixels"=2160}
    }
`,
  [line(LAUNCHCTL)]: [
    "PID\tStatus\tLabel",
    "311\t0\tcom.acme.guard",
    "-\t0\tcom.acme.helper",
    "-\t78\tcom.example.broken",
    "-\t-9\tcom.example.idle",
    "90\t0\tcom.apple.mDNSResponder",
    "400\t0\tcom.apple.screensharing",
    "612\t0\tapplication.org.mozilla.firefox.1152921500311.1152921500316",
  ].join("\n"),
  [line({ file: DSCL, args: READ_USERS })]: plist(
    array([
      account("root", "0", "System Administrator"),
      account("_spotlight", "89", "Spotlight", ";ShadowHash;"),
      account("ana", "501", "Ana Souza", ";ShadowHash;HASHLIST:&lt;SALTED-SHA512-PBKDF2&gt;"),
      account("rui", "502", "Rui", ";DisabledUser;;ShadowHash;"),
    ]),
  ),
  [line({ file: DSCL, args: READ_ADMINS })]: plist(dict({ "dsAttrTypeStandard:GroupMembership": array([said("root"), said("ana")]) })),
  [line(CONSOLE_OWNER)]: "ana\n",
  [line(FIREWALL)]: "Firewall is enabled. (State = 1)\n",
  [line(PLUTIL)]: plist(
    dict({
      RecommendedUpdates: array([
        dict({ "Display Name": said("macOS Sonoma 14.5"), "Display Version": said("14.5"), "Product Key": said("MSU_UPDATE_23F79") }),
        dict({ "Display Name": said("Rapid Security Response"), "Display Version": said("14.4.1 (a)"), Identifier: said("RSR") }),
      ]),
    }),
  ),
  [line(PRLCTL)]: `[{"ID":"{B1C2D3E4-0000-4000-8000-112233445566}","Name":"Windows 11","State":"suspended",
    "Hardware":{"cpu":{"cpus":4},"memory":{"size":"8192Mb"}}}]`,
};
