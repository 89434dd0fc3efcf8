// Memory slots among the firmware's structures.
import type { MemorySlot } from "@vigia/protocol";
import type { DmiStructure } from "../sources/dmi-text.ts";
import { clean, maker, serial } from "../text.ts";

const MEMORY_DEVICE = 17;
const UNITS: { readonly [unit: string]: number } = { kB: 1_024, KB: 1_024, MB: 1_048_576, GB: 1_073_741_824, TB: 1_099_511_627_776 };

/** Every slot in the firmware's order, empty ones with 0 bytes. The chip that holds the firmware itself is no memory. */
export function memorySlots(structures: readonly DmiStructure[]): MemorySlot[] {
  return structures
    .filter(({ type, fields }) => type === MEMORY_DEVICE && fields.get("Type") !== "Flash")
    .map(({ fields }) => {
      const bytes = parseSize(fields.get("Size"));
      const speed = Number(/^(\d+)\s*(?:MT\/s|MHz)/.exec(fields.get("Speed") ?? "")?.[1]);
      const slot = maker(fields.get("Locator")) || maker(fields.get("Bank Locator"));
      // An empty slot keeps its form in some firmware, but no module's facts.
      if (bytes === 0) return { slot, bytes };
      return {
        slot,
        bytes,
        type: word(fields.get("Type")),
        formFactor: word(fields.get("Form Factor")),
        manufacturer: maker(fields.get("Manufacturer")),
        partNumber: maker(fields.get("Part Number")),
        serial: serial(fields.get("Serial Number")),
        ...(speed > 0 ? { speed } : {}),
      };
    });
}

/** Bytes of "16 GB"; 0 for "No Module Installed" and whatever is no size. */
function parseSize(text: string | undefined): number {
  const [, count, unit = ""] = /^(\d+)\s*([kKMGT]B)$/.exec(text ?? "") ?? [];
  return Number(count ?? 0) * (UNITS[unit] ?? 0);
}

/** Not "<OUT OF SPEC>", "Unknown" or "Other", which say as much as nothing. */
function word(text: string | undefined): string {
  return /^[<(]|^(?:unknown|other)$/i.test(text ?? "") ? "" : clean(text);
}
