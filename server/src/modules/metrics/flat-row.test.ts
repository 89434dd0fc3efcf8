import { decodeSparingly, encode, Lane, type Metrics, UnreadReport } from "@vigia/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unfit } from "../../delivery/index.ts";
import { createFlatRows } from "./flat-row.ts";
import { readReport } from "./read-report.ts";
import { encodeRow } from "./report-row.ts";

function unread(metrics: Metrics): UnreadReport {
  const frame = encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: 1, records: [{ seq: 1, body: "metrics", metrics }] } });
  const [one] = decodeSparingly(frame).batch?.records ?? [];
  if (!(one instanceof UnreadReport)) throw new Error("not an unread report");
  return one;
}

/** The row that the decoded report gets; what is wrong with it when it gets none. */
function ordinaryRow(report: UnreadReport): string {
  try {
    const rows = readReport(report.metrics);
    return rows.some((of) => of.length > 0) ? Buffer.from(encodeRow(rows)).toString("hex") : "";
  } catch (error) {
    if (error instanceof Unfit) return error.message;
    throw error;
  }
}

const absent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, 1.1, -0, -1, Number.NaN, Number.POSITIVE_INFINITY),
);
const rate = fc.oneof(fc.double({ min: 0, max: 1e15, noNaN: true }), fc.constantFrom(0, 1e16, -5));
const bytes = fc.oneof(fc.nat(), fc.maxSafeNat());
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.constantFrom("", "/", "C:", "d\u00e9", "a\0b", "x".repeat(255), "x".repeat(256)),
);
const some = <T>(of: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.array(fc.record(of), { maxLength: 4 });
const reports: fc.Arbitrary<Metrics> = fc.record({
  cpu: absent(fc.record({ busy: absent(share), ioWait: absent(share), load1: absent(rate) })),
  memory: absent(
    fc.record({ totalBytes: absent(bytes), usedBytes: absent(bytes), swapTotalBytes: absent(bytes), swapUsedBytes: absent(bytes) }),
  ),
  volumes: some({
    mount: name,
    filesystem: name,
    totalBytes: absent(bytes),
    usedBytes: bytes,
    freeBytes: bytes,
    inodesTotal: absent(bytes),
    inodesUsed: absent(fc.nat({ max: 5 })),
    readOnly: fc.boolean(),
  }),
  disks: some({ device: name, readBytesPerSecond: rate, writtenBytesPerSecond: absent(rate), busy: share }),
  interfaces: some({ name, receivedBytesPerSecond: rate, sentBytesPerSecond: rate, errorsPerSecond: absent(share), up: fc.boolean() }),
  uptimeSeconds: absent(rate),
});

describe("a row made straight from a report's bytes", () => {
  const flatRow = createFlatRows();

  it("is the row of the decoded report, or is not made: never another one, and none for a report that is not fit", () => {
    fc.assert(
      fc.property(reports, (metrics) => {
        const report = unread(metrics);
        const row = flatRow(report);
        if (row !== undefined) expect(Buffer.from(row).toString("hex")).toBe(ordinaryRow(report));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is made for an ordinary report, however many came before", () => {
    const metrics = {
      cpu: { busy: 0.5, ioWait: 0.1, load1: 2 },
      memory: { totalBytes: 8e9, usedBytes: 4e9, swapTotalBytes: 0, swapUsedBytes: 0 },
      volumes: ["/", "/home"].map((mount) => ({
        mount,
        filesystem: "ext4",
        totalBytes: 9,
        usedBytes: 5,
        freeBytes: 4,
        inodesTotal: 4,
        inodesUsed: 1,
      })),
      disks: [{ device: "sda", readBytesPerSecond: 1.5, writtenBytesPerSecond: 2.5, busy: 0.25 }],
      interfaces: [{ name: "eth0", receivedBytesPerSecond: 1e6, sentBytesPerSecond: 2e5, errorsPerSecond: 0, up: true }],
      uptimeSeconds: 1234.5,
    };
    const report = unread(metrics);
    const expected = ordinaryRow(report);
    for (let count = 0; count < 1_000; count++) expect(Buffer.from(flatRow(report) ?? []).toString("hex")).toBe(expected);
  });
});
