// Every reader of foreign bytes under fuzz for a minute in all. VIGIA_FUZZ_SEED repeats a run; `npm run fuzz` goes on for longer.
import t from "tap";
import { fuzz, TARGETS } from "./fuzz/run.ts";

const seed = Number(process.env["VIGIA_FUZZ_SEED"] ?? Date.now() % 1_000_000);
const seconds = Number(process.env["VIGIA_FUZZ_SECONDS"] ?? 50);

t.test("whatever comes, readers answer with their own errors, in bounded time and memory", async (t) => {
  t.comment(`seed ${seed}: npm run fuzz -- --seed ${seed} repeats it`);
  const { inputs, finds } = await fuzz(seconds, seed);
  t.comment(JSON.stringify(inputs));
  for (const { name } of TARGETS) {
    t.ok((inputs[name] ?? 0) > 0, `${name} was fed`);
    t.same(
      finds.filter(({ target }) => target === name),
      [],
      `${name} has no find`,
    );
  }
});
