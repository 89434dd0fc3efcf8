import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cursor, malformed, type Numbered, plan } from "./plan.ts";

const record = (seq: number): Numbered => ({ seq });
const gap = (from: number, seq: number): Numbered => ({ seq, gap: { from } });
const seqs = (result: ReturnType<typeof plan<Numbered>>) => result.fresh.map(({ from, seq }) => [from, seq]);

describe("the cursor rules", () => {
  it("take what comes next and move the cursor behind it", () => {
    expect(plan({ epoch: 7, lastSeq: 4 }, 7, [record(5), record(6)])).toMatchObject({ upto: 6, duplicates: 0, resendFrom: undefined });
  });

  it("count what was here before and take the rest", () => {
    const result = plan({ epoch: 7, lastSeq: 5 }, 7, [record(4), record(5), record(6)]);
    expect([seqs(result), result.duplicates, result.upto]).toEqual([[[6, 6]], 2, 6]);
  });

  it("ask for the first missing record and keep what stands before the hole", () => {
    expect(plan({ epoch: 7, lastSeq: 3 }, 7, [record(5)])).toMatchObject({ fresh: [], upto: 3, resendFrom: 4 });
    expect(plan({ epoch: 7, lastSeq: 3 }, 7, [record(4), record(6)])).toMatchObject({ upto: 4, resendFrom: 5 });
  });

  it("let a gap stand for all the numbers from its beginning", () => {
    expect(plan({ epoch: 7, lastSeq: 3 }, 7, [gap(4, 90), record(91)])).toMatchObject({ upto: 91, resendFrom: undefined });
  });

  it("take the part of a gap that was not received, and nothing of one that was", () => {
    expect(seqs(plan({ epoch: 7, lastSeq: 6 }, 7, [gap(4, 10)]))).toEqual([[7, 10]]);
    expect(plan({ epoch: 7, lastSeq: 10 }, 7, [gap(4, 10)])).toMatchObject({ fresh: [], duplicates: 1, upto: 10 });
  });

  it("do not believe a gap that starts behind a hole", () => {
    expect(plan({ epoch: 7, lastSeq: 3 }, 7, [gap(6, 10)])).toMatchObject({ fresh: [], resendFrom: 4 });
  });

  it("begin an unknown epoch with the agent's first record and name the one it replaces", () => {
    expect(plan(undefined, 7, [record(5), record(6)])).toMatchObject({ upto: 6, replaced: undefined, resendFrom: undefined });
    expect(plan({ epoch: 6, lastSeq: 900 }, 7, [gap(3, 5), record(6)])).toMatchObject({ upto: 6, replaced: 6, resendFrom: undefined });
  });

  it.each([
    ["0", 7, [record(0)]],
    ["a negative number", 7, [record(-1)]],
    ["more than 2^53 - 1", 7, [record(2 ** 53)]],
    ["no number", 7, [{}]],
    ["NaN", 7, [record(Number.NaN)]],
    ["a number twice", 7, [record(2), record(2)]],
    ["a falling number", 7, [record(2), record(1)]],
    ["a gap that ends before it begins", 7, [gap(9, 8)]],
    ["a gap from 0", 7, [gap(0, 8)]],
    ["epoch 0", 0, [record(1)]],
    ["an epoch beyond 2^53 - 1", 2 ** 53, [record(1)]],
  ])("call a batch with %s malformed", (_, epoch, records) => {
    expect(malformed(epoch, records)).toEqual(expect.any(String));
  });

  it("apply every number exactly once, in order, however batches are cut, repeated and mixed up", () => {
    const deliveries = fc.array(
      fc.record({ from: fc.integer({ min: 1, max: 40 }), length: fc.integer({ min: 1, max: 10 }), gapped: fc.boolean() }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(deliveries, (batches) => {
        let cursor: Cursor = { epoch: 1, lastSeq: 0 };
        const applied: number[] = [];
        const deliver = (records: Numbered[]) => {
          expect(malformed(1, records)).toBeUndefined();
          const result = plan(cursor, 1, records);
          for (const { from, seq } of result.fresh) for (let number = from; number <= seq; number++) applied.push(number);
          cursor = { epoch: 1, lastSeq: result.upto };
          return result.resendFrom;
        };
        for (const { from, length, gapped } of batches) {
          const records = gapped ? [gap(from, from + length - 1)] : Array.from({ length }, (_, index) => record(from + index));
          const wanted = deliver(records);
          // The agent does as it is told: from there to the end of what it had sent.
          if (wanted !== undefined)
            expect(deliver(Array.from({ length: from + length - wanted }, (_, index) => record(wanted + index)))).toBeUndefined();
        }
        expect(applied).toEqual(Array.from({ length: cursor.lastSeq }, (_, index) => index + 1));
      }),
    );
  });
});
