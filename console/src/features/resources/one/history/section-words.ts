/** Sections whose changes make history, in the order of the machine's tabs. */
export const SECTION_WORDS = [
  "equipment",
  "fields",
  "system",
  "processors",
  "memory",
  "board",
  "disks",
  "volumes",
  "graphics",
  "printers",
  "batteries",
  "guests",
  "os",
  "software",
  "licences",
  "network",
  "services",
  "users",
  "security",
] as const;
type SectionWord = (typeof SECTION_WORDS)[number];

export const isSectionWord = (name: string): name is SectionWord => (SECTION_WORDS as readonly string[]).includes(name);
