// What tells one machine from others, out of its inventory. Pure: makers' placeholders and what firmware invents never come through.

/** Strongest first: what the mainboard, its TPM, the maker, the disks and the network cards say. */
export const IDENTIFIER_KINDS = ["uuid", "tpm", "serial", "board", "disk", "mac", "loose_mac"] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Values of each kind, in the one form they are compared in; a kind of which nothing is known is left out. */
export type Identifiers = Readonly<Partial<Record<IdentifierKind, readonly string[]>>>;

/** The parts of an inventory that name a machine. */
export interface NamingSections {
  readonly system?: { readonly serial?: string; readonly uuid?: string; readonly tpmKey?: string };
  readonly board?: { readonly serial?: string };
  readonly disks?: { readonly disks?: readonly { readonly serial?: string; readonly kind?: string }[] };
  readonly network?: { readonly interfaces?: readonly { readonly mac?: string; readonly kind?: string }[] };
}

/** Most values of one kind: a machine that lies about a million disks is not worth more. */
const MOST_VALUES = 16;

/** UUIDs that firmware ships with on many machines. */
const COMMON_UUIDS = new Set([
  "03000200040005000006000700080009",
  "00020003000400050006000700080009",
  "12345678123456789012123456789012",
  "1234567812345678900abcdeffedcba0",
  "0123456789abcdef0123456789abcdef",
  "fefefefefefefefefefefefefefefefe",
]);

/** Serial numbers that say "nobody filled this in", in lower case without what is no letter or digit. */
const PLACEHOLDERS = new Set(
  `default defaultstring none null na nil no unknown undefined unspecified notspecified notavailable notapplicable notprovided notset
  empty invalid oem system systemname systemserialnumber serialnumber sernum serial chassisserialnumber baseboardserialnumber
  basebserialnumber mbserialnumber bsn12345678901234567 test generic noserialnumber unavailable asset1234567890 0123456789abcdef
  abcdef0123456789 1234567890abcdef`.split(/\s+/),
);
const DIGITS = "01234567890123456789";
/** Shorter than this, a serial number is a count or a slip. */
const SHORTEST_SERIAL = 4;

/** Makers of docks and of adapters that move from one machine to the next, and makers of virtual machines, by the first half of their MAC. */
const LOOSE_MAKERS = new Set([
  "00e04c", // Realtek's USB adapters
  "00249b", // Action Star's docks
  "0050b6", // Good Way's docks
  "a0cec8", // CE Link's docks
  "c8f750", // Dell's docks
  "8cae4c", // Plugable's docks
  "000c29",
  "005056",
  "000569",
  "080027",
  "00155d",
  "00163e",
  "001c42",
]);
/** Kinds of interfaces that are software. */
const SOFT_INTERFACES = new Set(["bridge", "bond", "vlan", "virtual", "tunnel"]);

/** Answers what names the machine of which these sections are known. */
export function identifiersOf({ system, board, disks, network }: NamingSections): Identifiers {
  const macs = (network?.interfaces ?? []).filter(({ kind }) => !SOFT_INTERFACES.has(kind ?? "")).map(({ mac }) => hexOf(mac, 12));
  const known: Record<IdentifierKind, readonly string[]> = {
    uuid: [uuidOf(system?.uuid)],
    tpm: [hexOf(system?.tpmKey, 64)],
    serial: [serialOf(system?.serial)],
    board: [serialOf(board?.serial)],
    disk: (disks?.disks ?? []).filter(({ kind }) => kind !== "removable").map(({ serial }) => serialOf(serial)),
    mac: macs.filter((mac) => !isLoose(mac)),
    loose_mac: macs.filter(isLoose),
  };
  const entries = IDENTIFIER_KINDS.map((kind) => [kind, distinct(known[kind])] as const);
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

const distinct = (values: readonly string[]): string[] =>
  [...new Set(values.filter((value) => value !== ""))].sort(compare).slice(0, MOST_VALUES);

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

/** Lower-case hexadecimal of exactly that many digits, or "". All the same digit is no identity. */
function hexOf(text: string | undefined, digits: number): string {
  const bare = (text ?? "").toLowerCase().replace(/[-:.{}\s]/g, "");
  return bare.length === digits && /^[0-9a-f]+$/.test(bare) && !/^(.)\1*$/.test(bare) ? bare : "";
}

/** Systems disagree about the order of bytes of the first three groups: the lesser of both orders stands for the two. */
function uuidOf(text: string | undefined): string {
  const uuid = hexOf(text, 32);
  if (uuid === "") return "";
  const turned = [uuid.slice(0, 8), uuid.slice(8, 12), uuid.slice(12, 16)].map(turn).join("") + uuid.slice(16);
  return COMMON_UUIDS.has(uuid) || COMMON_UUIDS.has(turned) ? "" : lesser(uuid, turned);
}

const lesser = (one: string, other: string): string => (compare(one, other) < 0 ? one : other);
const turn = (hex: string): string => (hex.match(/../g) ?? []).toReversed().join("");

function serialOf(text: string | undefined): string {
  const bare = (text ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (bare.length < SHORTEST_SERIAL || /^(.)\1*$/u.test(bare) || PLACEHOLDERS.has(bare) || bare.startsWith("tobefilled")) return "";
  return DIGITS.includes(bare) ? "" : bare.slice(0, 128);
}

/** Chosen by software (the second bit of the first byte says so), or of something that is plugged in elsewhere tomorrow. */
function isLoose(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0 || LOOSE_MAKERS.has(mac.slice(0, 6));
}
