import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeBatch } from "./batch-frame.ts";
import { decode, encode, WireRecord } from "./codec.ts";
import { Lane } from "./messages.ts";

const seq = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const record = fc.record({ atMs: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), detail: fc.string({ maxLength: 300 }) });

it("is the frame that decodes to the same batch, whatever the numbers and sizes", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(seq, record), { maxLength: 20 }), seq, (found, epoch) => {
      const made = found.map(([number, { atMs, detail }]) => ({
        seq: number,
        record: { atMs, body: "agentEvent", agentEvent: { kind: 1, detail } } satisfies WireRecord,
      }));
      const bytes = made.map(({ seq: number, record: content }) => ({ seq: number, bytes: WireRecord.encode(content) }));
      const records = made.map(({ seq: number, record: content }) => ({ ...content, seq: number }));
      const asMessages = encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch, records } });
      expect(Buffer.from(encodeBatch({ lane: Lane.LANE_METRIC, epoch, records: bytes }))).toEqual(Buffer.from(asMessages));
      expect(decode(asMessages)).toMatchObject({ batch: { epoch } });
    }),
  );
});
