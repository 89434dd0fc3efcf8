// A report's row (report-row.ts) straight from the report's bytes, without objects in between: what happens for nearly every report of a
// fleet. It answers nothing for a report that is in any way unusual; that one is decoded, and read-report.ts says what is wrong with it.
import { FlatReport, type UnreadReport } from "@vigia/protocol";
import { KINDS } from "./kinds.ts";
import { HIGHEST, MAX_NAME, MAX_UPTIME_SECONDS } from "./read-report.ts";

/** PostgreSQL's own numbers of the element types, as in report-row.ts. */
const OID = { text: 25, float8: 701 } as const;
const NULL_FIELD = -1;
/** Rows are cut from pieces of this size: one piece of memory for hundreds of rows. */
const PIECE_BYTES = 131_072;
/** Fixed part of a row: the host's values and three times two array heads. */
const HEAD_BYTES = 5 * 12 + 3 * 2 * 24;
/** One thing without its name. */
const THING_BYTES = 4 + 3 * 12;

type Things = FlatReport["volumes"];
/** A table of things: where its name and its three metrics stand, and the highest value of each metric. */
interface Columns {
  readonly name: number;
  readonly metrics: readonly [number, number, number];
  readonly highest: readonly number[];
}

const WIDTH = FlatReport.WIDTH;
const highestOf = (kind: string): number[] => KINDS.find(({ name }) => name === kind)?.metrics.map(({ unit }) => HIGHEST[unit]) ?? [];
/** The share of inodes in use is worked out into the free column 0. */
const VOLUME: Columns = { name: 1, metrics: [4, 5, 0], highest: highestOf("volume") };
const DISK: Columns = { name: 1, metrics: [2, 3, 4], highest: highestOf("disk") };
const INTERFACE: Columns = { name: 1, metrics: [2, 3, 4], highest: highestOf("interface") };
const [HIGHEST_CPU = 0, HIGHEST_IO_WAIT = 0, HIGHEST_LOAD = 0] = highestOf("host");
const FILESYSTEM = 2;
const [INODES_TOTAL, INODES_USED] = [6, 7];

/** Answers a function that makes a report's row, empty when nothing in it is stored; undefined when the report is not an ordinary one. */
export function createFlatRows(): (report: UnreadReport) => Uint8Array | undefined {
  const flat = new FlatReport();
  let piece = new Uint8Array();
  let view = new DataView(piece.buffer);
  let at = 0;

  const writeNull = (): void => {
    view.setInt32(at, NULL_FIELD);
    at += 4;
  };
  const writeDouble = (value: number): void => {
    view.setInt32(at, 8);
    view.setFloat64(at + 4, value);
    at += 12;
  };
  /** Answers where the field's length is to be written. */
  const beginArray = (oid: number, count: number): number => {
    const start = at;
    view.setInt32(at + 4, 1);
    view.setInt32(at + 8, 1);
    view.setInt32(at + 12, oid);
    view.setInt32(at + 16, count);
    view.setInt32(at + 20, 1);
    at += 24;
    return start;
  };
  const endArray = (start: number): void => view.setInt32(start, at - start - 4);

  function writeHost(): void {
    const { cpu, memory } = flat;
    if (cpu.count === 0) for (let index = 0; index < 3; index++) writeNull();
    else
      for (let field = 1; field <= 3; field++) {
        // Busy is 0 where it did not come, the other two were not measured then.
        if (field === 1 || cpu.present & (1 << field)) writeDouble(cpu.numbers[field] ?? 0);
        else writeNull();
      }
    for (const field of MEMORY_STORED) {
      if (memory.count === 0) writeNull();
      else writeDouble(memory.numbers[field] ?? 0);
    }
  }

  function writeThings(bytes: Uint8Array, things: Things, { name, metrics }: Columns): void {
    if (things.count === 0) {
      writeNull();
      writeNull();
      return;
    }
    const names = beginArray(OID.text, things.count);
    for (let row = 0; row < things.count * WIDTH; row += WIDTH) {
      const length = things.textLength[row + name] ?? 0;
      const from = things.textAt[row + name] ?? 0;
      view.setInt32(at, length);
      at += 4;
      for (let index = 0; index < length; index++) piece[at++] = bytes[from + index] ?? 0;
    }
    endArray(names);
    const values = beginArray(OID.float8, things.count * metrics.length);
    for (let row = 0; row < things.count * WIDTH; row += WIDTH)
      for (let index = 0; index < metrics.length; index++) {
        const value = things.numbers[row + (metrics[index] ?? 0)] ?? 0;
        if (value >= 0) writeDouble(value);
        else writeNull();
      }
    endArray(values);
  }

  return (report) => {
    if (!flat.read(report) || !fits(flat)) return undefined;
    const { cpu, memory, volumes, disks, interfaces } = flat;
    const things = volumes.count + disks.count + interfaces.count;
    if (cpu.count + memory.count + things === 0) return new Uint8Array();
    // Names are no longer than the report they came in.
    const most = HEAD_BYTES + things * THING_BYTES + report.reportEnd - report.reportStart;
    if (at + most > piece.length) {
      piece = new Uint8Array(Math.max(PIECE_BYTES, most));
      view = new DataView(piece.buffer);
      at = 0;
    }
    const start = at;
    writeHost();
    writeThings(report.frame, volumes, VOLUME);
    writeThings(report.frame, disks, DISK);
    writeThings(report.frame, interfaces, INTERFACE);
    return piece.subarray(start, at);
  };
}

/** Memory and swap in use: the wire's field numbers. */
const MEMORY_STORED = [2, 4] as const;

/** Whether every value and name is one that may be stored; works out the shares of inodes. */
function fits({ cpu, volumes, disks, interfaces, uptime }: FlatReport): boolean {
  if (uptime > MAX_UPTIME_SECONDS) return false;
  const [, busy = 0, ioWait = 0, load1 = 0] = cpu.numbers;
  if (cpu.count > 0 && !(busy <= HIGHEST_CPU && ioWait <= HIGHEST_IO_WAIT && load1 <= HIGHEST_LOAD)) return false;
  for (let row = 0; row < volumes.count * WIDTH; row += WIDTH) {
    const total = volumes.numbers[row + INODES_TOTAL] ?? 0;
    volumes.numbers[row] = total > 0 ? (volumes.numbers[row + INODES_USED] ?? 0) / total : Number.NaN;
    if ((volumes.textLength[row + FILESYSTEM] ?? 0) > MAX_NAME) return false;
  }
  return thingsFit(volumes, VOLUME) && thingsFit(disks, DISK) && thingsFit(interfaces, INTERFACE);
}

function thingsFit(things: Things, { name, metrics, highest }: Columns): boolean {
  for (let row = 0; row < things.count * WIDTH; row += WIDTH) {
    const length = things.textLength[row + name] ?? 0;
    if (length === 0 || length > MAX_NAME) return false;
    // What was not measured is no number, which is greater than nothing.
    for (let index = 0; index < metrics.length; index++)
      if ((things.numbers[row + (metrics[index] ?? 0)] ?? 0) > (highest[index] ?? 0)) return false;
  }
  return true;
}
