import { expect, test } from "vitest";
import { ApiError } from "../../api/errors.ts";
import { readSignInSearch, readTicket } from "./search.ts";
import { waitSeconds } from "./throttle.ts";

test("after signing in one stays on this console", () => {
  expect(readSignInSearch({ to: "/resources?presence=offline" })).toEqual({ to: "/resources?presence=offline" });
  for (const to of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", 7, undefined])
    expect(readSignInSearch({ to })).toEqual({});
});

test("a return from the provider says what is still owed, and nothing that is no way to prove oneself", () => {
  expect(readTicket("ticket=abc&methods=totp%2Cnonsense%2Crecovery_code")).toEqual({
    status: "factor_required",
    ticket: "abc",
    methods: ["totp", "recovery_code"],
  });
  for (const hash of ["", "ticket=abc", "ticket=&methods=totp", "methods=totp"]) expect(readTicket(hash)).toBeUndefined();
  expect(readSignInSearch({ sso: "not_linked", organization: "x" })).toEqual({ sso: "not_linked" });
});

test("the wait is the server's, and only when it asks for one", () => {
  expect(waitSeconds(new ApiError(429, "TOO_MANY_ATTEMPTS", "", { retryAfterSeconds: 12 }))).toBe(12);
  expect(waitSeconds(new ApiError(429, "TOO_MANY_ATTEMPTS", ""))).toBe(30);
  expect(waitSeconds(new ApiError(401, "WRONG_CREDENTIALS", ""))).toBe(0);
});
