import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, encode, Metrics, WireRecord } from "./codec.ts";
import { FlatReport } from "./flat-report.ts";
import { Lane } from "./messages.ts";
import { decodeSparingly, UnreadReport } from "./sparing.ts";
import { WireError } from "./wire-error.ts";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const record: fc.Arbitrary<WireRecord> = fc.oneof(
  fc.record({
    seq: fc.maxSafeNat(),
    atMs: fc.maxSafeNat(),
    body: fc.constant("metrics" as const),
    metrics: fc.record({ uptimeSeconds: fc.nat(), volumes: fc.array(fc.record({ mount: fc.string() }), { maxLength: 3 }) }),
  }),
  fc.record({
    seq: fc.maxSafeNat(),
    body: fc.constant("collectorStatus" as const),
    collectorStatus: fc.record({ collector: fc.string({ maxLength: 300 }) }),
  }),
  fc.record({ seq: fc.maxSafeNat(), body: fc.constant("gap" as const), gap: fc.record({ from: fc.maxSafeNat() }) }),
);

describe("a batch that is decoded sparingly", () => {
  it("says the same as one that is decoded whole, and knows where its reports lie", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), fc.maxSafeNat(), (records, epoch) => {
        const frame = encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch, records } });
        const { batch } = decodeSparingly(frame);
        expect([batch?.lane, batch?.epoch]).toEqual([Lane.LANE_METRIC, epoch]);
        for (const [index, one] of (batch?.records ?? []).entries()) {
          const sent = records[index] ?? {};
          expect(one.body).toBe(sent.body);
          expect(one instanceof UnreadReport).toBe(sent.body === "metrics");
          expect(Buffer.from(one instanceof UnreadReport ? one.bytes : WireRecord.encode(one))).toEqual(
            Buffer.from(WireRecord.encode(sent)),
          );
          expect([one.seq ?? 0, one.atMs ?? 0]).toEqual([sent.seq, sent.atMs ?? 0]);
          if (sent.metrics != null)
            expect(Buffer.from(Metrics.encode(one.metrics ?? {}))).toEqual(Buffer.from(Metrics.encode(sent.metrics)));
        }
        expect(batch?.records).toHaveLength(records.length);
      }),
    );
  });

  it("shows damage inside a report when it is asked for, and nowhere else", () => {
    const metrics = { volumes: [{ mount: "\u00e9" }] };
    const frame = Buffer.from(
      encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: 1, records: [{ seq: 1, body: "metrics", metrics }] } }),
    );
    frame[frame.lastIndexOf(0xc3)] = 0xff;
    expect(() => decode(frame)).toThrow(WireError);
    const [one] = decodeSparingly(frame).batch?.records ?? [];
    expect(one?.seq).toBe(1);
    expect(() => one?.metrics).toThrow(WireError);
  });

  it("with two reports in one record is decoded like any other", () => {
    const report = (uptimeSeconds: number) => WireRecord.encode({ body: "metrics", metrics: { uptimeSeconds } });
    const both = Buffer.concat([WireRecord.encode({ seq: 3 }), report(1), report(2)]);
    const head = encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: 1, records: [] } });
    const batch = Buffer.concat([head.subarray(-4), Buffer.from([0x1a, both.length]), both]);
    const frame = Buffer.concat([Buffer.from([0x92, 0x01, batch.length]), batch]);
    expect(plain(decodeSparingly(frame).batch)).toEqual(plain(decode(frame).batch));
    expect(decodeSparingly(frame).batch?.records?.[0]).not.toBeInstanceOf(UnreadReport);
  });

  it("leaves every other message to the decoder", () => {
    const frame = encode({ body: "ack", ack: { lane: Lane.LANE_METRIC, epoch: 1, seq: 5 } });
    expect(plain(decodeSparingly(frame))).toEqual(plain(decode(frame)));
  });
});

describe("a report that is read flat", () => {
  const unread = (metrics: Metrics): UnreadReport => {
    const frame = encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: 1, records: [{ seq: 1, body: "metrics", metrics }] } });
    const [one] = decodeSparingly(frame).batch?.records ?? [];
    if (!(one instanceof UnreadReport)) throw new Error("not an unread report");
    return one;
  };

  it("has its numbers in the columns of the wire, and nothing of the report before", () => {
    const flat = new FlatReport();
    expect(flat.read(unread({ cpu: { busy: 0.5, load1: 3 }, uptimeSeconds: 9, volumes: [{ mount: "/", usedBytes: 2 ** 53 - 1 }] }))).toBe(
      true,
    );
    expect([flat.uptime, flat.cpu.numbers[1], flat.cpu.numbers[3], flat.cpu.present & 4]).toEqual([9, 0.5, 3, 0]);
    expect([flat.volumes.count, flat.volumes.numbers[4], flat.volumes.textLength[1]]).toEqual([1, 2 ** 53 - 1, 1]);
    expect(flat.read(unread({ cpu: {} }))).toBe(true);
    expect([flat.uptime, flat.volumes.count, flat.cpu.count, flat.cpu.numbers[1]]).toEqual([0, 0, 1, 0]);
  });

  it("is left to the decoder when anything about it is unusual", () => {
    const flat = new FlatReport();
    for (const metrics of [
      { cpu: { busy: -1 } },
      { cpu: { ioWait: Number.NaN } },
      { volumes: [{ mount: "/\u00e9" }] },
      { volumes: [{ mount: "/\0" }] },
      { disks: Array.from({ length: 65 }, () => ({ device: "sda" })) },
    ])
      expect(flat.read(unread(metrics))).toBe(false);
  });
});
