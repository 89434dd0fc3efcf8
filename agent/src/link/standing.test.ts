import { RefusalCode } from "@vigia/protocol";
import { expect, it } from "vitest";
import { createBackoff } from "./backoff.ts";
import { afterEnd } from "./standing.ts";

const half = () => 0.5;
const refused = (code: RefusalCode, retryAfterMs = 0) =>
  afterEnd({ kind: "refused", code, message: "", retryAfterMs }, createBackoff(half), half);

it.each([
  [RefusalCode.REFUSAL_CODE_BAD_PROOF, "refused"],
  [RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT, "unknown"],
  [RefusalCode.REFUSAL_CODE_REVOKED, "revoked"],
  [RefusalCode.REFUSAL_CODE_TOO_OLD, "too-old"],
  [RefusalCode.REFUSAL_CODE_UNENROLLED, "unenrolled"],
])("refusal %i is remembered as %s and tried again in about an hour", (code, standing) => {
  expect(refused(code)).toMatchObject({ standing, delayMs: 3_600_000 });
});

it("asks again within minutes when a person said no and may still say yes", () => {
  expect(refused(RefusalCode.REFUSAL_CODE_NOT_APPROVED)).toMatchObject({ standing: "refused", delayMs: 300_000 });
});

it("comes back when the server asks, spread by up to a tenth, however often it failed before", () => {
  const backoff = createBackoff(half);
  for (let tries = 0; tries < 12; tries++) backoff.next();
  expect(afterEnd({ kind: "refused", code: RefusalCode.REFUSAL_CODE_SLOW_DOWN, message: "", retryAfterMs: 20_000 }, backoff, half)).toEqual(
    {
      delayMs: 21_000,
      problem: "the server refused (REFUSAL_CODE_SLOW_DOWN)",
    },
  );
  expect(afterEnd({ kind: "go-away", reason: "shutdown", retryAfterMs: 4_000 }, backoff, () => 0)).toMatchObject({ delayMs: 4_000 });
  // The server is there: should the next try fail, waits begin short again.
  expect(afterEnd({ kind: "lost", problem: "gone" }, backoff, half)).toMatchObject({ delayMs: 500 });
});

it("stays away by its own back-off when the server names no time, and never longer than an hour for it", () => {
  const backoff = createBackoff(half);
  const waits = [1, 2, 3].map(() => afterEnd({ kind: "go-away", reason: "shutdown", retryAfterMs: 0 }, backoff, half).delayMs);
  expect(waits).toEqual([500, 1_000, 2_000]);
  const forGood = Number.MAX_SAFE_INTEGER;
  expect(afterEnd({ kind: "go-away", reason: "shutdown", retryAfterMs: forGood }, backoff, () => 0)).toMatchObject({ delayMs: 3_600_000 });
});

it("comes back at once when it was approved", () => {
  expect(afterEnd({ kind: "go-away", reason: "approved", retryAfterMs: 60_000 }, createBackoff(half), half)).toMatchObject({ delayMs: 0 });
});
