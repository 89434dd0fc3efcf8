// What comes over the wire before anything is believed: envelopes, hellos, enrolments, and where a batch's records lie.
import {
  decode,
  decodeSparingly,
  EnrolledStatement,
  EnrollStatement,
  encode,
  HelloStatement,
  Metrics,
  Roster,
  UnreadReport,
  WelcomeStatement,
  WireError,
  WireRecord,
} from "@vigia/protocol";
import { parseEnrollmentToken } from "@vigia/protocol/enrollment-token";
import fc from "fast-check";
import { judgeHello } from "../../../../src/gateway/hello.ts";
import { damaged } from "../mutations.ts";
import type { Target } from "../target.ts";

const varint = (value: bigint): number[] => (value < 128n ? [Number(value)] : [Number(value & 127n) | 128, ...varint(value >> 7n)]);
const number = fc.oneof(fc.bigInt({ min: 0n, max: 300n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
/** Field numbers of the wire, and some that only look like them in their low bits. */
const fieldNumber = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 34 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 34 }).map((low) => low + 2 ** 25) },
);
const tag = (field: number, wire: number): number[] => varint((BigInt(field) << 3n) | BigInt(wire));

/** Any message, whether its fields make sense or not. */
const { message } = fc.letrec<{ message: Uint8Array; field: Uint8Array }>((tie) => ({
  message: fc.array(tie("field"), { maxLength: 6, depthIdentifier: "message" }).map((fields) => Buffer.concat(fields)),
  field: fc.oneof(
    { maxDepth: 7, depthIdentifier: "message" },
    fc.tuple(fieldNumber, number).map(([field, value]) => Uint8Array.from([...tag(field, 0), ...varint(value)])),
    fc
      .tuple(fieldNumber, fc.uint8Array({ minLength: 8, maxLength: 8 }))
      .map(([field, value]) => Uint8Array.from([...tag(field, 1), ...value])),
    fc
      .tuple(fieldNumber, fc.uint8Array({ minLength: 4, maxLength: 4 }))
      .map(([field, value]) => Uint8Array.from([...tag(field, 5), ...value])),
    fc
      .tuple(
        fieldNumber,
        fc.oneof(
          tie("message"),
          fc.string().map((text) => Buffer.from(text)),
        ),
      )
      .map(([field, inner]) => Buffer.concat([Uint8Array.from([...tag(field, 2), ...varint(BigInt(inner.length))]), inner])),
  ),
}));
const inside = (field: number) => (inner: Uint8Array) =>
  Buffer.concat([Uint8Array.from([...tag(field, 2), ...varint(BigInt(inner.length))]), inner]);
const batch = fc
  .array(fc.oneof(message.map(inside(3)), message.map(inside(3 + 2 ** 25))), { maxLength: 8 })
  .map((records) => inside(18)(Buffer.concat(records)));
const envelopes = damaged(
  fc.oneof(
    message,
    batch,
    fc.constantFrom(16, 17, 19).chain((field) => message.map(inside(field))),
  ),
);
const onlyWireErrors = (error: unknown) => error instanceof WireError;

const envelope: Target = {
  name: "envelope",
  inputs: envelopes,
  read(bytes) {
    const spared = decodeSparingly(bytes).batch?.records ?? [];
    // What is damaged inside a report shows when it is asked for.
    const reports = spared.map((record) => record.metrics);
    const read = decode(bytes);
    const records = read.batch?.records ?? [];
    if (spared.length !== records.length) throw new Error(`${spared.length} records were found in a frame that holds ${records.length}`);
    for (const [index, one] of spared.entries()) {
      const whole = records[index];
      if (one.body !== whole?.body || JSON.stringify(reports[index]) !== JSON.stringify(whole?.metrics))
        throw new Error(`record ${index} is not what a decoder makes of it`);
      if (one instanceof UnreadReport && JSON.stringify(WireRecord.decode(one.bytes)) !== JSON.stringify(whole))
        throw new Error(`record ${index} is not where it is said to lie`);
    }
    // What was taken for true must survive being said again.
    decode(encode(read));
  },
  expected: onlyWireErrors,
};

const statements = [HelloStatement, EnrollStatement, WelcomeStatement, EnrolledStatement, Roster, WireRecord, Metrics];
const statement: Target = {
  name: "statement",
  inputs: fc
    .tuple(fc.nat({ max: statements.length - 1 }), damaged(message))
    .map(([which, bytes]) => Buffer.concat([Buffer.of(which), bytes])),
  read: (bytes) => statements[(bytes[0] ?? 0) % statements.length]?.decode(bytes.subarray(1)),
  expected: onlyWireErrors,
};

const hello: Target = {
  name: "hello",
  inputs: damaged(
    fc
      .record({
        organizationId: fc.uint8Array({ minLength: 15, maxLength: 17 }),
        agentId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
        publicKey: fc.uint8Array({ minLength: 32, maxLength: 32 }),
        agentNonce: fc.uint8Array({ minLength: 32, maxLength: 32 }),
        epoch: fc.integer({ min: 0, max: 2 ** 40 }),
        bootId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
        protocolVersion: fc.nat({ max: 9 }),
        agentVersion: fc.string(),
        capabilities: fc.array(fc.string(), { maxLength: 3 }),
      })
      .map((parts) => HelloStatement.encode({ ...parts, lanes: [] } as HelloStatement)),
  ),
  async read(bytes) {
    const { kind } = await judgeHello({ find: async () => undefined }, Buffer.alloc(50), bytes, bytes.subarray(0, 64));
    if (kind === "proven") throw new Error("a hello without an agent was proven");
  },
  expected: onlyWireErrors,
};

const token: Target = {
  name: "token",
  inputs: damaged(
    fc
      .oneof(
        fc.string(),
        fc.uint8Array({ minLength: 52, maxLength: 52 }).map((bytes) => `enr_${Buffer.from(bytes).toString("base64url")}`),
      )
      .map((text) => Buffer.from(text)),
  ),
  read: (bytes) => parseEnrollmentToken(Buffer.from(bytes).toString()),
  expected: () => false,
};

export const WIRE: readonly Target[] = [envelope, statement, hello, token];
