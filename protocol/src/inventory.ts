// Names of the inventory's message types, and its sections as they are called everywhere.
import "./plain-numbers.ts";

import { vigia } from "#gen/vigia.js";
import type { InventoryBody } from "./codec.ts";

const v1 = vigia.v1;

export const DiskHealth = v1.DiskHealth;
export type DiskHealth = vigia.v1.DiskHealth;
export const Encryption = v1.Encryption;
export type Encryption = vigia.v1.Encryption;
export const ServiceState = v1.ServiceState;
export type ServiceState = vigia.v1.ServiceState;

export type Antivirus = vigia.v1.Antivirus.$Shape;
export type AudioDevice = vigia.v1.AudioDevice.$Shape;
export type AudioSection = vigia.v1.AudioSection.$Shape;
export type BatteriesSection = vigia.v1.BatteriesSection.$Shape;
export type Battery = vigia.v1.Battery.$Shape;
export type BoardSection = vigia.v1.BoardSection.$Shape;
export type DisksSection = vigia.v1.DisksSection.$Shape;
export type Firewall = vigia.v1.Firewall.$Shape;
export type GraphicsCard = vigia.v1.GraphicsCard.$Shape;
export type GraphicsSection = vigia.v1.GraphicsSection.$Shape;
export type Guest = vigia.v1.Guest.$Shape;
export type GuestsSection = vigia.v1.GuestsSection.$Shape;
export type InventoryRequest = vigia.v1.InventoryRequest.$Shape;
export type InventorySection = vigia.v1.InventorySection.$Shape;
export type InventoryTaken = vigia.v1.InventoryTaken.$Shape;
export type Licence = vigia.v1.Licence.$Shape;
export type LicencesSection = vigia.v1.LicencesSection.$Shape;
export type LocalUser = vigia.v1.LocalUser.$Shape;
export type MemorySection = vigia.v1.MemorySection.$Shape;
export type MemorySlot = vigia.v1.MemorySlot.$Shape;
export type Monitor = vigia.v1.Monitor.$Shape;
export type NetworkInterface = vigia.v1.NetworkInterface.$Shape;
export type NetworkSection = vigia.v1.NetworkSection.$Shape;
export type OsSection = vigia.v1.OsSection.$Shape;
export type PendingUpdate = vigia.v1.PendingUpdate.$Shape;
export type PhysicalDisk = vigia.v1.PhysicalDisk.$Shape;
export type Printer = vigia.v1.Printer.$Shape;
export type PrintersSection = vigia.v1.PrintersSection.$Shape;
export type Processor = vigia.v1.Processor.$Shape;
export type ProcessorsSection = vigia.v1.ProcessorsSection.$Shape;
export type Program = vigia.v1.Program.$Shape;
export type SectionTrouble = vigia.v1.SectionTrouble.$Shape;
export type SecuritySection = vigia.v1.SecuritySection.$Shape;
export type Service = vigia.v1.Service.$Shape;
export type ServicesSection = vigia.v1.ServicesSection.$Shape;
export type SoftwareSection = vigia.v1.SoftwareSection.$Shape;
export type SystemSection = vigia.v1.SystemSection.$Shape;
export type UpdatesSection = vigia.v1.UpdatesSection.$Shape;
export type UsersSection = vigia.v1.UsersSection.$Shape;
export type Volume = vigia.v1.Volume.$Shape;
export type VolumesSection = vigia.v1.VolumesSection.$Shape;

/** The name of an inventory's section, e.g. "software": the case of its body. */
export type SectionName = NonNullable<InventoryBody["section"]>;

/** Every section, in the order in which people read them. */
export const SECTION_NAMES = [
  "system",
  "os",
  "processors",
  "memory",
  "board",
  "disks",
  "volumes",
  "network",
  "graphics",
  "printers",
  "audio",
  "batteries",
  "software",
  "updates",
  "services",
  "users",
  "security",
  "licences",
  "guests",
] as const satisfies readonly SectionName[];
