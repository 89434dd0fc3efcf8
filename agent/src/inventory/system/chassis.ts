// Kinds of enclosure: SMBIOS numbers them, people know fewer.

/** Names by SMBIOS number less one, as dmidecode prints them. */
export const CHASSIS_NAMES = [
  "Other",
  "Unknown",
  "Desktop",
  "Low Profile Desktop",
  "Pizza Box",
  "Mini Tower",
  "Tower",
  "Portable",
  "Laptop",
  "Notebook",
  "Hand Held",
  "Docking Station",
  "All In One",
  "Sub Notebook",
  "Space-saving",
  "Lunch Box",
  "Main Server Chassis",
  "Expansion Chassis",
  "Sub Chassis",
  "Bus Expansion Chassis",
  "Peripheral Chassis",
  "RAID Chassis",
  "Rack Mount Chassis",
  "Sealed-case PC",
  "Multi-system",
  "CompactPCI",
  "AdvancedTCA",
  "Blade",
  "Blade Enclosing",
  "Tablet",
  "Convertible",
  "Detachable",
  "IoT Gateway",
  "Embedded PC",
  "Mini PC",
  "Stick PC",
] as const;

const KINDS: { readonly [kind: string]: readonly number[] } = {
  desktop: [3, 4, 5, 6, 7, 15, 16, 24],
  laptop: [8, 9, 10, 14, 31],
  tablet: [11, 30, 32],
  server: [17, 23, 25],
  blade: [28, 29],
  "all-in-one": [13],
  mini: [35, 36],
  other: [1, 12, 18, 19, 20, 21, 22, 26, 27, 33, 34],
};

/** SystemSection.chassis of an SMBIOS number or of dmidecode's name for it; "" when unknown. */
export function chassisKind(type: number | string | undefined): string {
  const number = typeof type === "string" ? (CHASSIS_NAMES as readonly string[]).indexOf(type) + 1 || Number(type) : type;
  if (number === undefined || !Number.isInteger(number)) return "";
  return Object.keys(KINDS).find((kind) => KINDS[kind]?.includes(number & 0x7f)) ?? "";
}
