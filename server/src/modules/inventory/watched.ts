// Which things and fields of which section make history, and how a thing is recognised again. What comes and goes by itself (a
// service's state, addresses, uptime, waiting updates, who is signed in) is left out on purpose: history is read by people.
import type { SectionName } from "@vigia/protocol";
import type { Bodies } from "./sections/index.ts";

type Row = Readonly<Record<string, unknown>>;

/** Fields of the section itself. */
export interface WatchedFields {
  readonly fields: readonly string[];
}

/** Things in a list of the section. */
export interface WatchedList {
  readonly rows: (body: never) => readonly Row[];
  /** Recognises a thing again. */
  readonly key: (row: Row) => string;
  /** Names it for people. */
  readonly label: (row: Row) => string;
  /** One word about one that came or went: a version, a size. */
  readonly says: (row: Row) => string | null;
  readonly watch: readonly string[];
}

type Bytes = { readonly bytes?: number };
const gibibytes = ({ bytes }: Bytes): string | null => (bytes === undefined ? null : `${Math.round((bytes / 2 ** 30) * 10) / 10} GiB`);
const joined = (...parts: readonly (string | undefined | null)[]): string => parts.filter((part) => part != null && part !== "").join(" ");

function list<Name extends SectionName, One extends object>(
  _section: Name,
  rows: (body: NonNullable<Bodies[Name]>) => readonly One[] | undefined,
  key: (row: One) => string | undefined,
  watch: readonly (keyof One & string)[],
  more: { label?: (row: One) => string | undefined; says?: (row: One) => string | null } = {},
): WatchedList {
  const { label = key, says = () => null } = more;
  return {
    rows: (body) => (rows(body) ?? []) as unknown as readonly Row[],
    key: (row) => key(row as One) ?? "",
    label: (row) => label(row as One) ?? "",
    says: (row) => says(row as One),
    watch,
  };
}

const fields = <Name extends SectionName>(_section: Name, ...names: (keyof NonNullable<Bodies[Name]> & string)[]): WatchedFields => ({
  fields: names,
});

/** Cards and cables that people plug in; those that programs make come and go by the hour. */
const REAL = new Set(["ethernet", "wifi", "mobile"]);

export const WATCHED: Readonly<Record<SectionName, readonly (WatchedFields | WatchedList)[]>> = {
  system: [fields("system", "manufacturer", "model", "serial", "uuid", "assetTag", "hypervisor")],
  os: [
    fields(
      "os",
      "name",
      "version",
      "build",
      "servicePack",
      "kernel",
      "architecture",
      "installedAtMs",
      "timeZone",
      "domain",
      "workgroup",
      "hostname",
    ),
  ],
  processors: [
    list(
      "processors",
      (body) => body.processors,
      ({ socket, model }) => socket ?? model,
      ["model", "cores"],
      { label: ({ model }) => model },
    ),
  ],
  memory: [
    list(
      "memory",
      (body) => body.slots?.filter(({ bytes = 0 }) => bytes > 0),
      ({ slot }) => slot,
      ["bytes", "type", "manufacturer", "partNumber", "serial"],
      { says: (row) => joined(gibibytes(row), row.type, row.serial) },
    ),
  ],
  board: [fields("board", "manufacturer", "model", "serial", "firmwareVersion", "firmwareDate", "uefi", "secureBoot", "tpmVersion")],
  disks: [
    list(
      "disks",
      (body) => body.disks?.filter(({ kind }) => kind !== "removable"),
      ({ serial, name }) => serial ?? name,
      ["bytes", "firmware", "health"],
      {
        label: ({ model, name, serial }) => joined(model ?? name, serial),
        says: (row) => gibibytes(row),
      },
    ),
  ],
  volumes: [
    list(
      "volumes",
      (body) => body.volumes,
      ({ mount, device }) => mount ?? device,
      ["filesystem", "bytes", "encryption"],
      {
        says: (row) => gibibytes(row),
      },
    ),
  ],
  network: [
    list(
      "network",
      (body) => body.interfaces?.filter(({ kind }) => REAL.has(kind ?? "")),
      ({ mac, name }) => mac ?? name,
      ["name"],
      { label: ({ description, name }) => description ?? name, says: ({ mac }) => mac ?? null },
    ),
  ],
  graphics: [
    list(
      "graphics",
      (body) => body.cards,
      ({ name }) => name,
      ["memoryBytes"],
    ),
    list(
      "graphics",
      (body) => body.monitors,
      ({ serial, name }) => joined(name, serial),
      [],
      { says: ({ serial }) => serial ?? null },
    ),
  ],
  printers: [
    list(
      "printers",
      (body) => body.printers,
      ({ name }) => name,
      ["port", "driver"],
    ),
  ],
  audio: [],
  batteries: [
    list(
      "batteries",
      (body) => body.batteries,
      ({ serial, name }) => serial ?? name,
      [],
      { label: ({ name, serial }) => joined(name, serial) },
    ),
  ],
  software: [
    list(
      "software",
      (body) => body.programs,
      ({ name, source, user }) => [name, source, user].join("\n"),
      ["version"],
      {
        label: ({ name }) => name,
        says: ({ version }) => version ?? null,
      },
    ),
  ],
  updates: [],
  services: [
    list(
      "services",
      (body) => body.services,
      ({ name }) => name,
      ["start", "account"],
      { says: ({ title }) => title ?? null },
    ),
  ],
  users: [
    list(
      "users",
      (body) => body.users,
      ({ name }) => name,
      ["administrator", "disabled"],
      { says: ({ administrator }) => (administrator ? "administrator" : null) },
    ),
  ],
  security: [
    list(
      "security",
      (body) => body.antivirus,
      ({ name }) => name,
      ["active"],
    ),
    list(
      "security",
      (body) => body.firewalls,
      ({ name, profile }) => joined(name, profile),
      ["active"],
    ),
  ],
  licences: [
    list(
      "licences",
      (body) => body.licences,
      ({ product, lastFive }) => joined(product, lastFive),
      ["channel", "status"],
      { label: ({ product }) => product },
    ),
  ],
  guests: [
    list(
      "guests",
      (body) => body.guests,
      ({ uuid, name }) => uuid ?? name,
      ["name"],
      { label: ({ name }) => name, says: ({ hypervisor }) => hypervisor ?? null },
    ),
  ],
};
