// Sections about what runs on the machine.
import type * as wire from "@vigia/protocol";
import { Type } from "typebox";
import { Count, Flag, of, Sure, Text, Texts, words } from "./fields.ts";

const os = of<wire.OsSection>()({
  name: Text,
  version: Text,
  build: Text,
  servicePack: Text,
  kernel: Text,
  architecture: Text,
  installedAtMs: Count,
  bootedAtMs: Count,
  rebootPending: Flag,
  rebootReasons: Texts,
  timeZone: Text,
  domain: Text,
  workgroup: Text,
  hostname: Text,
});

const volumes = of<wire.VolumesSection>()({
  volumes: Type.Array(
    of<wire.Volume>()({
      mount: Text,
      device: Text,
      label: Text,
      filesystem: Text,
      bytes: Count,
      encryption: words("none", "on", "suspended", "changing"),
      encryptionMethod: Text,
      uuid: Text,
    }),
  ),
});

const network = of<wire.NetworkSection>()({
  interfaces: Type.Array(
    of<wire.NetworkInterface>()({
      name: Text,
      description: Text,
      mac: Text,
      kind: Text,
      addresses: Texts,
      gateways: Texts,
      dns: Texts,
      dhcp: Flag,
      up: Flag,
      speedMbps: Count,
    }),
  ),
});

const software = of<wire.SoftwareSection>()({
  programs: Type.Array(of<wire.Program>()({ name: Text, version: Text, vendor: Text, installedOn: Text, source: Text, user: Text })),
});

const updates = of<wire.UpdatesSection>()({
  pending: Count,
  critical: Count,
  updates: Type.Array(of<wire.PendingUpdate>()({ id: Text, title: Text, version: Text, critical: Sure })),
  lastInstalledOn: Text,
});

const services = of<wire.ServicesSection>()({
  services: Type.Array(
    of<wire.Service>()({ name: Text, title: Text, state: words("running", "stopped", "failed"), start: Text, account: Text }),
  ),
});

const users = of<wire.UsersSection>()({
  users: Type.Array(of<wire.LocalUser>()({ name: Text, fullName: Text, administrator: Sure, disabled: Flag })),
  currentUser: Text,
});

const security = of<wire.SecuritySection>()({
  antivirus: Type.Array(of<wire.Antivirus>()({ name: Text, version: Text, active: Flag, upToDate: Flag, definitionsOn: Text })),
  firewalls: Type.Array(of<wire.Firewall>()({ name: Text, profile: Text, active: Flag })),
});

const licences = of<wire.LicencesSection>()({
  licences: Type.Array(of<wire.Licence>()({ product: Text, channel: Text, status: Text, lastFive: Text })),
});

const guests = of<wire.GuestsSection>()({
  guests: Type.Array(of<wire.Guest>()({ name: Text, uuid: Text, state: Text, hypervisor: Text, memoryBytes: Count, processors: Count })),
});

export const SYSTEM = { os, volumes, network, software, updates, services, users, security, licences, guests };
