import { RefusalCode } from "@vigia/protocol";
import { expect, it } from "vitest";
import { afterEnd } from "./standing.ts";

const half = () => 0.5;
const refused = (code: RefusalCode, retryAfterMs = 0) => afterEnd({ kind: "refused", code, message: "", retryAfterMs }, 10, half);

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

it("waits as long as the server asks when it is only busy", () => {
  expect(refused(RefusalCode.REFUSAL_CODE_SLOW_DOWN, 90_000)).toEqual({
    delayMs: 90_000,
    problem: "the server refused (REFUSAL_CODE_SLOW_DOWN)",
  });
  expect(afterEnd({ kind: "go-away", reason: "shutdown", retryAfterMs: 45_000 }, 10, half)).toMatchObject({ delayMs: 45_000 });
  expect(afterEnd({ kind: "go-away", reason: "shutdown", retryAfterMs: 0 }, 777, half)).toMatchObject({ delayMs: 777 });
});

it("comes back at once when it was approved", () => {
  expect(afterEnd({ kind: "go-away", reason: "approved", retryAfterMs: 60_000 }, 777, half)).toMatchObject({ delayMs: 0 });
});
