// The inventory's sections, one line each in order of names, loaded only when an inventory is taken: the agent itself never holds the
// readers, its short-lived child does (child.ts). A section stands here as soon as one system can read it.
import type { SectionName } from "@vigia/protocol";
import type { SectionReaders } from "./reader.ts";

export type Sections = { readonly [Name in SectionName]?: () => Promise<SectionReaders<Name>> };

/** E.g. `audio: async () => (await import("./audio/index.ts")).audio,`. */
export const sections: Sections = {
  audio: async () => (await import("./audio/index.ts")).audio,
  batteries: async () => (await import("./batteries/index.ts")).batteries,
  board: async () => (await import("./board/index.ts")).board,
  disks: async () => (await import("./disks/index.ts")).disks,
  graphics: async () => (await import("./graphics/index.ts")).graphics,
  guests: async () => (await import("./guests/index.ts")).guests,
  licences: async () => (await import("./licences/index.ts")).licences,
  memory: async () => (await import("./memory/index.ts")).memory,
  network: async () => (await import("./network/index.ts")).network,
  os: async () => (await import("./os/index.ts")).os,
  printers: async () => (await import("./printers/index.ts")).printers,
  processors: async () => (await import("./processors/index.ts")).processors,
  security: async () => (await import("./security/index.ts")).security,
  services: async () => (await import("./services/index.ts")).services,
  software: async () => (await import("./software/index.ts")).software,
  system: async () => (await import("./system/index.ts")).system,
  updates: async () => (await import("./updates/index.ts")).updates,
  users: async () => (await import("./users/index.ts")).users,
  volumes: async () => (await import("./volumes/index.ts")).volumes,
};
