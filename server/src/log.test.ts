import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function logged(value: object): string {
  let text = "";
  const log = createLog(
    "info",
    new Writable({
      write: (chunk, _encoding, done) => {
        text += String(chunk);
        done();
      },
    }),
  );
  log.info(value, "something happened");
  return text;
}

test.each([
  ["a request's headers", { req: { headers: { authorization: "s3cret", cookie: "s3cret", "x-csrf-token": "s3cret" } } }],
  ["an answer's headers", { res: { headers: { "set-cookie": "s3cret" } } }],
  ["a body", { body: { password: "s3cret", token: "s3cret", csrfToken: "s3cret" } }],
  ["the top", { password: "s3cret", token: "s3cret" }],
])("secrets in %s are hidden", (_where, value) => {
  const text = logged(value);
  expect(text).toContain("[hidden]");
  expect(text).not.toContain("s3cret");
});

test("an error keeps its code", () => {
  const error = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  expect(JSON.parse(logged({ err: error }))).toMatchObject({ msg: "something happened", err: { code: "ECONNREFUSED", message: "no" } });
});
