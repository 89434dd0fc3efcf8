// What dmidecode prints, of any of its versions: structures with their fields, in its own words.

/** One structure of the firmware's table. */
export interface DmiStructure {
  /** SMBIOS type, e.g. 17 for a memory device. */
  readonly type: number;
  /** By dmidecode's names, e.g. "Part Number"; the first where a name comes twice. Lists are left out. */
  readonly fields: ReadonlyMap<string, string>;
}

const HEAD = /^\s*(?:Handle 0x[0-9A-Fa-f]+,? ?)?(?:DMI type (\d+),.*)?$/;
const FIELD = /^(\s+)([A-Za-z][^:]{0,60}):\s*(\S.*)?$/;

/** Every structure in its order. Old versions write "DMI type" on a line of its own and indent once more. */
export function parseDmidecode(text: string): DmiStructure[] {
  const structures: { type: number; fields: Map<string, string> }[] = [];
  let depth = 0;
  for (const line of text.split(/\r?\n/)) {
    const head = line.includes("DMI type") || line.includes("Handle 0x") ? HEAD.exec(line) : null;
    if (head !== null) {
      if (head[1] !== undefined) structures.push({ type: Number(head[1]), fields: new Map() });
      depth = 0;
      continue;
    }
    const field = FIELD.exec(line);
    const structure = structures.at(-1);
    if (field === null || structure === undefined) continue;
    const [, indent = "", name = "", value = ""] = field;
    // Deeper lines belong to a list above them.
    if (depth === 0) depth = indent.length;
    if (indent.length === depth && value !== "" && !structure.fields.has(name)) structure.fields.set(name, value.trim());
  }
  return structures;
}
