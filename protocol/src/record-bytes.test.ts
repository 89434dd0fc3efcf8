import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encode, Metrics, WireRecord } from "./codec.ts";
import { Lane } from "./messages.ts";
import { metricsBytes, recordBytes } from "./record-bytes.ts";

describe("a record's own bytes", () => {
  it("are found in its frame, whatever the batch holds", () => {
    const record = fc.oneof(
      fc.record({
        seq: fc.maxSafeNat(),
        atMs: fc.maxSafeNat(),
        body: fc.constant("metrics" as const),
        metrics: fc.record({ uptimeSeconds: fc.nat() }),
      }),
      fc.record({
        seq: fc.maxSafeNat(),
        body: fc.constant("collectorStatus" as const),
        collectorStatus: fc.record({ collector: fc.string({ maxLength: 300 }) }),
      }),
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), fc.maxSafeNat(), (records, epoch) => {
        const frame = encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch, records } });
        expect(recordBytes(frame).map((bytes) => Buffer.from(bytes).toString("hex"))).toEqual(
          records.map((one) => Buffer.from(WireRecord.encode(one)).toString("hex")),
        );
      }),
    );
  });

  it("hold its report's bytes, and none where it is no report", () => {
    const metrics = { cpu: { busy: 0.5 }, volumes: [{ mount: "/" }], uptimeSeconds: 7 };
    const report = WireRecord.encode({ seq: 3, atMs: 5, body: "metrics", metrics });
    expect(Buffer.from(metricsBytes(report) ?? [])).toEqual(Buffer.from(Metrics.encode(metrics)));
    expect(metricsBytes(new Uint8Array([...report, ...report]))).toBeUndefined();
    expect(metricsBytes(WireRecord.encode({ seq: 3, body: "gap", gap: { from: 1 } }))).toBeUndefined();
  });

  it("are not looked for in a frame without a batch", () => {
    expect(recordBytes(encode({ ack: { lane: Lane.LANE_METRIC, epoch: 1, seq: 5 } } as never))).toEqual([]);
  });
});
