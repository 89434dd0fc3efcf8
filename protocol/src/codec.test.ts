import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { decode, type Envelope, encode, Lane, MAX_ELEMENTS, MAX_FIELD_BYTES, Metrics, WireError, WireRecord } from "./index.ts";

const report: Envelope = {
  body: "batch",
  batch: {
    lane: Lane.LANE_METRIC,
    epoch: 2 ** 53 - 1,
    records: [
      {
        seq: 7,
        atMs: 1_795_000_000_123,
        body: "metrics",
        metrics: { cpu: { busy: 0.5 }, memory: { totalBytes: 2 ** 53 - 1, usedBytes: 1 } },
      },
    ],
  },
};

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof WireError) return error.code;
    throw error;
  }
  return "accepted";
};

describe("an envelope", () => {
  test("keeps the bytes that released agents send", () => {
    expect(Buffer.from(encode(report)).toString("hex")).toBe(
      "9201310803" +
        "10ffffffffffffff0f" +
        "1a24" +
        "0807" +
        "10fbbcd9f29e34" +
        "820218" +
        "0a0909000000000000e03f" +
        "120b" +
        "08ffffffffffffff0f" +
        "1001",
    );
  });

  test("brings 64-bit fields back as plain numbers", () => {
    const back = decode(encode(report));
    if (back.body !== "batch") throw new Error("wrong case");
    const record = back.batch.records?.[0];
    expect(back.batch.epoch).toBe(2 ** 53 - 1);
    expect(record?.atMs).toBe(1_795_000_000_123);
    expect(typeof record?.seq).toBe("number");
    expectTypeOf(back.batch.epoch).toEqualTypeOf<number | null | undefined>();
  });

  test("with two messages does not compile and does not encode", () => {
    // @ts-expect-error only the named case may be set
    const both: Envelope = { body: "ack", ack: { seq: 1 }, goAway: { reason: "x" } };
    expect(codeOf(() => encode(both))).toBe("invalid");
  });

  test("with two messages on the wire is refused", () => {
    const two = Buffer.concat([encode({ body: "ack", ack: { seq: 1 } }), encode({ body: "goAway", goAway: { reason: "x" } })]);
    expect(codeOf(() => decode(two))).toBe("several");
  });

  test("with no known message is refused", () => {
    expect(codeOf(() => decode(new Uint8Array()))).toBe("empty");
    expect(codeOf(() => decode(Buffer.from("fa0700", "hex")))).toBe("empty");
  });

  test("with a word where a number belongs is not encoded", () => {
    expect(() => encode({ body: "ack", ack: { seq: "x" as unknown as number } })).toThrow(/seq/);
  });
});

describe("hostile frames", () => {
  test("half a million empty messages are counted before any is made", () => {
    const records = Buffer.alloc(2 * (MAX_ELEMENTS + 1));
    for (let at = 0; at < records.length; at += 2) records[at] = 0x1a;
    const length = records.length;
    const frame = Buffer.concat([Buffer.from([0x92, 0x01, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14]), records]);
    expect(codeOf(() => decode(frame))).toBe("too-many");
  });

  test("a text longer than the limit is refused", () => {
    const long = { body: "goAway", goAway: { reason: "x".repeat(MAX_FIELD_BYTES + 1) } } as const;
    expect(codeOf(() => decode(encode(long)))).toBe("too-long");
  });

  test("every cut of a frame is refused or means less, and never throws anything else", () => {
    const whole = encode(report);
    for (let length = 0; length < whole.length; length++) expect(codeOf(() => decode(whole.subarray(0, length)))).not.toBe("accepted");
  });

  test("random and damaged bytes give a message or a WireError, nothing else", () => {
    const damaged = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })).map(([at, value]) => {
      const bytes = Buffer.from(encode(report));
      bytes[at % bytes.length] = value;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => typeof codeOf(() => decode(bytes)) === "string"),
      { numRuns: 2_000 },
    );
  });

  test("groups, which no message of ours uses, are refused", () => {
    expect(codeOf(() => decode(Buffer.alloc(40, 0x0b)))).toBe("malformed");
  });

  test("a key named __proto__ in the bytes changes no object", () => {
    decode(encode({ body: "goAway", goAway: { reason: "__proto__" } }));
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

describe("a statement", () => {
  test("is the record's own bytes, as the spool keeps them", () => {
    const record: WireRecord = { seq: 3, atMs: 9, body: "agentEvent", agentEvent: { kind: 1, detail: "é" } };
    const back = WireRecord.decode(WireRecord.encode(record));
    expect(back.body === "agentEvent" && back.agentEvent.detail).toBe("é");
  });

  test("an absent reading stays absent", () => {
    const back = Metrics.decode(Metrics.encode({ cpu: { busy: 0.25 } }));
    expect(back.cpu?.ioWait ?? undefined).toBeUndefined();
    expect(back.uptimeSeconds ?? undefined).toBeUndefined();
    expect(back.memory ?? undefined).toBeUndefined();
  });
});
