import { type SectionName, WireError } from "@vigia/protocol";
import { expect, test } from "vitest";
import { systemClock } from "../clock.ts";
import { Unsupported } from "../collectors/collector.ts";
import { createFixtureHost } from "../host/fixture-host.ts";
import { collect } from "./collect.ts";
import type { Sections } from "./index.ts";
import { ReadInPart, type ReadSection } from "./reader.ts";

const reads = <Name extends SectionName>(name: Name, linux: ReadSection<Name>) => ({ [name]: async () => ({ name, linux }) }) as Sections;
const take = (sections: Sections, sectionMs = 5_000) =>
  collect({ host: createFixtureHost({}), sections, clock: systemClock, limits: { sectionMs, inventoryMs: 10_000 } });

test("a section that fails, hangs or does not exist keeps no other away, and says why", async () => {
  const taken = await take(
    {
      ...reads("printers", () => Promise.reject(new Error("cups\u0000 is broken"))),
      ...reads("audio", () => new Promise(() => undefined)),
      ...reads("batteries", () => Promise.reject(new Unsupported("No batteries here."))),
      ...reads("users", async () => ({ users: [{ name: 7 }] }) as never),
      ...reads("system", async () => ({ model: "X" })),
      guests: async () => ({ name: "guests" }),
    },
    50,
  );
  expect(taken.sections.map(({ name }) => name)).toEqual(["system"]);
  expect(taken.troubles).toEqual([
    { section: "printers", reason: "cups is broken" },
    { section: "audio", reason: "It did not answer within 0.05 seconds." },
    { section: "batteries", reason: "No batteries here." },
    { section: "users", reason: expect.stringContaining("string expected") },
  ]);
});

test("what could be read of a section is sent with what is missing", async () => {
  const taken = await take(
    reads("memory", () => Promise.reject(new ReadInPart<"memory">("Only root may read the memory slots.", { totalBytes: 8 }))),
  );
  expect(taken.sections[0]?.body.memory).toEqual({ totalBytes: 8 });
  expect(taken.troubles).toEqual([{ section: "memory", reason: "Only root may read the memory slots." }]);
});

test("what two sections need is asked for once, its failure too", async () => {
  let asked = 0;
  const need = async () => {
    asked++;
    throw new WireError("invalid", "no");
  };
  const taken = await take({
    ...reads("system", (machine) => machine.once("dmi", need)),
    ...reads("board", (machine) => machine.once("dmi", need)),
  });
  expect(asked).toBe(1);
  expect(taken.troubles).toHaveLength(2);
});
