import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { formatEnrollmentToken, parseEnrollmentToken } from "./enrollment-token.ts";

const parts = { organizationId: randomBytes(16), secret: randomBytes(20), serverHint: randomBytes(16) };

test("a token survives copy and paste with space around it", () => {
  const text = formatEnrollmentToken(parts);
  expect(text).toMatch(/^enr_[\w-]{70}$/);
  expect(parseEnrollmentToken(`  ${text}\n`)).toEqual(parts);
});

test("half a token, another word or a longer one is no token", () => {
  const text = formatEnrollmentToken(parts);
  for (const bad of ["", "enr_", text.slice(0, -1), `${text}x`, text.replace("enr_", "tok_"), text.replace(/.$/, "!")])
    expect(parseEnrollmentToken(bad)).toBeUndefined();
});
