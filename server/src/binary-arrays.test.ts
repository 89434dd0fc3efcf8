import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../test/database.ts";
import { byteaArray, float8Array, int2Array, int8Array, textArray, uuidArray } from "./binary-arrays.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

const orNull = <T>(value: fc.Arbitrary<T>) => fc.array(fc.option(value, { nil: null }), { maxLength: 20 });

async function back(type: string, parameter: Buffer): Promise<unknown[]> {
  const { rows } = await db.database.telemetry.query(`select $1::${type}[] as values`, [parameter]);
  return rows[0].values;
}

describe("an array in binary form", () => {
  it("arrives at PostgreSQL as it was, nulls included", async () => {
    await fc.assert(
      fc.asyncProperty(
        orNull(fc.double({ noNaN: true })),
        orNull(fc.maxSafeInteger()),
        fc.array(fc.integer({ min: -32_768, max: 32_767 })),
        fc.array(fc.uuid()),
        orNull(fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"))),
        orNull(fc.uint8Array()),
        async (doubles, longs, shorts, ids, texts, blobs) => {
          expect((await back("float8", float8Array(doubles))).map(String)).toEqual(doubles.map(asText));
          expect(await back("bigint", int8Array(longs))).toEqual(
            longs.map((value) => (value === null ? null : String(value === 0 ? 0 : value))),
          );
          expect(await back("smallint", int2Array(shorts))).toEqual(shorts.map((value) => (value === 0 ? 0 : value)));
          expect(await back("uuid", uuidArray(ids))).toEqual(ids);
          expect(await back("text", textArray(texts))).toEqual(texts);
          expect(await back("bytea", byteaArray(blobs))).toEqual(blobs.map((value) => value && Buffer.from(value)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("of something that is no UUID is refused before it is sent", () => {
    expect(() => uuidArray(["not-one"])).toThrow(TypeError);
  });
});

const asText = (value: number | null): string => String(value);
