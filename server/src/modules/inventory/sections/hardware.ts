// Sections about the machine itself.
import type * as wire from "@vigia/protocol";
import { Type } from "typebox";
import { Count, Flag, of, Sure, Text, words } from "./fields.ts";

const system = of<wire.SystemSection>()({
  manufacturer: Text,
  model: Text,
  serial: Text,
  uuid: Text,
  assetTag: Text,
  chassis: Text,
  virtual: Flag,
  hypervisor: Text,
  tpmKey: Text,
});

const processors = of<wire.ProcessorsSection>()({
  processors: Type.Array(
    of<wire.Processor>()({ manufacturer: Text, model: Text, cores: Count, threads: Count, maxMhz: Count, socket: Text }),
  ),
});

const memory = of<wire.MemorySection>()({
  totalBytes: Count,
  slots: Type.Array(
    of<wire.MemorySlot>()({
      slot: Text,
      bytes: Count,
      type: Text,
      formFactor: Text,
      speed: Count,
      manufacturer: Text,
      partNumber: Text,
      serial: Text,
    }),
  ),
});

const board = of<wire.BoardSection>()({
  manufacturer: Text,
  model: Text,
  serial: Text,
  firmwareVendor: Text,
  firmwareVersion: Text,
  firmwareDate: Text,
  uefi: Flag,
  secureBoot: Flag,
  tpmVersion: Text,
});

const disks = of<wire.DisksSection>()({
  disks: Type.Array(
    of<wire.PhysicalDisk>()({
      name: Text,
      manufacturer: Text,
      model: Text,
      serial: Text,
      firmware: Text,
      bytes: Count,
      kind: Text,
      bus: Text,
      health: words("ok", "failing"),
      healthReason: Text,
      wearPercent: Count,
      poweredHours: Count,
      reallocatedSectors: Count,
    }),
  ),
});

const graphics = of<wire.GraphicsSection>()({
  cards: Type.Array(of<wire.GraphicsCard>()({ name: Text, manufacturer: Text, memoryBytes: Count, driverVersion: Text })),
  monitors: Type.Array(
    of<wire.Monitor>()({
      name: Text,
      manufacturer: Text,
      serial: Text,
      year: Count,
      width: Count,
      height: Count,
      tenthsOfInch: Count,
    }),
  ),
});

const printers = of<wire.PrintersSection>()({
  printers: Type.Array(of<wire.Printer>()({ name: Text, port: Text, driver: Text, default: Sure, shared: Flag })),
});

const audio = of<wire.AudioSection>()({ devices: Type.Array(of<wire.AudioDevice>()({ name: Text, manufacturer: Text })) });

const batteries = of<wire.BatteriesSection>()({
  batteries: Type.Array(
    of<wire.Battery>()({
      name: Text,
      manufacturer: Text,
      serial: Text,
      chemistry: Text,
      designMwh: Count,
      fullMwh: Count,
      cycles: Count,
    }),
  ),
});

export const HARDWARE = { system, processors, memory, board, disks, graphics, printers, audio, batteries };
