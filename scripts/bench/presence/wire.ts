// Bytes on the wire at IP level, as the kernel counts them for a connection: what TCP carried in both directions, and a header for each
// segment, acknowledgements without data included. Loopback cuts no segment smaller than a network would where all are small.
import { execFileSync } from "node:child_process";

/** IPv4 without options, TCP with the timestamps that Linux always sends. */
const HEADER_BYTES = 20 + 32;
/** A line is some 500 bytes, and a whole fleet stands on the list. */
const MOST_BYTES = 64 * 1_048_576;

/** IP bytes so far of the one connection of process `pid` to this port. Throws when there is not exactly one. */
export function wireBytes(pid: number, port: number): number {
  const output = execFileSync("ss", ["-tinpHO", "state", "established", `( dport = :${port} )`], {
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  const lines = output.split("\n").filter((line) => line.includes(`pid=${pid},`));
  const [line] = lines;
  if (line === undefined || lines.length !== 1) throw new Error(`process ${pid} has ${lines.length} connections to port ${port}`);
  const figure = (name: string) => Number(new RegExp(`\\b${name}:(\\d+)`).exec(line)?.[1] ?? 0);
  return figure("bytes_sent") + figure("bytes_received") + (figure("segs_out") + figure("segs_in")) * HEADER_BYTES;
}
