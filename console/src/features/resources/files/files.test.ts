import { expect, test } from "vitest";
import { dueOf, type Upload, uploadsAfter } from "./uploads.ts";

const added = (...keys: string[]) => uploadsAfter([], { type: "added", uploads: keys.map((key) => ({ key, name: key, size: 10 })) });

test("two files are sent at once, in the order they came, and the next when one is through", () => {
  let uploads: readonly Upload[] = added("a", "b", "c");
  expect(dueOf(uploads)).toEqual(["a", "b"]);
  for (const key of dueOf(uploads)) uploads = uploadsAfter(uploads, { type: "started", key });
  expect(dueOf(uploads)).toEqual([]);
  uploads = uploadsAfter(uploads, { type: "gone", key: "a" });
  expect(dueOf(uploads)).toEqual(["c"]);
});
test("what was refused stays with its reason, holds up nobody, and can be tried again", () => {
  const error = new Error("no");
  let uploads = uploadsAfter(added("a", "b", "c"), { type: "failed", key: "a", error });
  expect(uploads[0]).toMatchObject({ state: "failed", error });
  expect(dueOf(uploads)).toEqual(["b", "c"]);
  uploads = uploadsAfter(uploads, { type: "again", key: "a" });
  expect(uploads[0]).toMatchObject({ state: "waiting", error: null, sent: 0 });
});
test("progress never goes beyond the file", () => {
  expect(uploadsAfter(added("a"), { type: "progress", key: "a", sent: 11 })[0]).toMatchObject({ sent: 10 });
});
