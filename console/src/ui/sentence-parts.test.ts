import { expect, test } from "vitest";
import { sentenceParts } from "./sentence-parts.ts";

test("controls stand where the language puts them", () =>
  expect(sentenceParts("Show <presence/> of <client/> now").map((part) => part.name ?? part.text)).toEqual([
    "Show",
    "presence",
    "of",
    "client",
    "now",
  ]));
test("a sentence without controls is one piece", () =>
  expect(sentenceParts("Nothing here").map((part) => part.text)).toEqual(["Nothing here"]));
