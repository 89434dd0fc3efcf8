import { expect, test } from "vitest";
import { createPasswords, refuseWeakPassword } from "./passwords.ts";

const passwords = createPasswords();

test("a password fits its own hash and no other", async () => {
  const [one, other] = [await passwords.hash("a horse that nobody expects"), await passwords.hash("a horse that nobody expects")];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await passwords.matches(one, "a horse that nobody expects")).toBe(true);
  expect(await passwords.matches(one, "A horse that nobody expects")).toBe(false);
});

test("without a stored hash nothing fits, not even the one that is compared with", async () => {
  expect(await passwords.matches(undefined, "nobody has this password")).toBe(false);
});

test("many at once are all answered", async () => {
  const hash = await passwords.hash("a horse that nobody expects");
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => passwords.matches(hash, index % 2 === 0 ? "a horse that nobody expects" : "wrong")),
  );
  expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => index % 2 === 0));
});

test("a rush beyond what can wait is turned away at once, and the rest is served", async () => {
  const rushed = createPasswords();
  const outcomes = await Promise.allSettled(Array.from({ length: 210 }, () => rushed.hash("a horse that nobody expects")));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toHaveLength(7);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "UNAVAILABLE", details: { retryAfterSeconds: 5 } });
});

test.each([
  ["twelve chars", undefined],
  ["elevenchars", "minLength"],
  ["ééééééééééé", "minLength"],
  ["aaaaaaaaaaaaaaaa", "common"],
  ["121212121212121", "common"],
  ["Password1234", "common"],
  ["qwertyuiop123", "common"],
  ["Senha-1234567", "common"],
  ["acme it 12345", "personal"],
  ["ana@example.test", "personal"],
  ["acme builds strong bridges", undefined],
])("of %s it is said: %s", (password, problem) => {
  const judge = () => refuseWeakPassword(password, ["Acme IT", "Ana Admin", "ana", "example.test"]);
  if (problem === undefined) expect(judge).not.toThrow();
  else expect(judge).toThrow(expect.objectContaining({ details: { fields: [{ field: "password", problem }], minLength: 12 } }));
});
