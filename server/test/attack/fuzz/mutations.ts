// Damage as networks, disks and hostile peers do it: bytes flipped, lost, doubled and moved; JSON with one value of another kind.
import fc from "fast-check";

const NASTY = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x12, 0x1a, 0x22];

interface Cut {
  readonly at: number;
  readonly drop: number;
  readonly put: Uint8Array;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 400 })),
  put: fc.oneof(
    fc.constantFrom(...NASTY).map((byte) => Uint8Array.of(byte)),
    fc.uint8Array({ maxLength: 12 }),
    fc.constant(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f])),
  ),
});

function apply(bytes: Uint8Array, { at, drop, put }: Cut): Uint8Array {
  const from = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]);
}

/** The same bytes, whole or damaged in a few places. */
export function damaged(inputs: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  return fc.tuple(inputs, fc.array(cut, { maxLength: 4 })).map(([bytes, cuts]) => cuts.reduce(apply, bytes));
}

type Json = ReturnType<typeof JSON.parse>;

/** A JSON document like `example` in which some value, however deep, is another one or gone. */
export function oddJson(example: unknown): fc.Arbitrary<string> {
  const paths = pathsOf(example);
  const change = fc.tuple(fc.constantFrom(...paths), fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }));
  return fc.array(change, { maxLength: 3 }).map((changes) => JSON.stringify(changes.reduce(put, structuredClone(example))) ?? "");
}

function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner).map((path) => [key, ...path]))];
}

function put(whole: Json, [path, value]: [string[], unknown]): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof whole !== "object" || whole === null) return whole;
  return { ...whole, [key]: put(Reflect.get(whole, key), [rest, value]) };
}
