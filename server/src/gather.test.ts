import { expect, test } from "vitest";
import { gather } from "./gather.ts";

const ask = (organizationId: string, value: number) => ({ organizationId, value });

test("questions of one moment are answered in one go for each organization, each with its own answer", async () => {
  const goes: string[] = [];
  const double = gather<ReturnType<typeof ask>, number>(async (organizationId, questions) => {
    goes.push(`${organizationId} ${questions.length}`);
    return questions.map(({ value }) => value * 2);
  });
  const asked = Array.from({ length: 1_200 }, (_, i) => ask(i % 2 === 0 ? "even" : "odd", i));
  expect(await Promise.all(asked.map(double))).toEqual(asked.map(({ value }) => value * 2));
  expect(goes.toSorted((a, b) => a.localeCompare(b))).toEqual(["even 100", "even 500", "odd 100", "odd 500"]);
});

test("what fails for one organization is no trouble of another, and the next question is asked anew", async () => {
  let broken = true;
  const answer = gather<ReturnType<typeof ask>, number>(async (organizationId, questions) => {
    if (broken && organizationId === "bad") throw new Error("no database");
    return questions.map(({ value }) => value);
  });
  const [bad, good] = await Promise.allSettled([answer(ask("bad", 1)), answer(ask("good", 2))]);
  expect(bad).toMatchObject({ status: "rejected", reason: { message: "no database" } });
  expect(good).toMatchObject({ value: 2 });
  broken = false;
  expect(await answer(ask("bad", 3))).toBe(3);
});
