// The oracle of the fleet simulator is proved: bugs planted into a server around its own parts are found, and without them it is content.
import t from "tap";
import { type Moment, PLANTED } from "../../../scripts/fleet/planted/bugs.ts";
import { type Ground, openGround } from "../../../scripts/fleet/planted/ground.ts";
import { runTrial } from "../../../scripts/fleet/planted/trial.ts";

const SEEDS = [1, 2];
const MOMENTS: readonly Moment[] = [...new Set(PLANTED.map(({ moment }) => moment))];
let ground: Ground;

t.before(async () => {
  ground = await openGround();
});
t.teardown(() => ground.close());

for (const moment of MOMENTS)
  t.test(`a sound server is found in order: ${moment}`, async (t) => {
    for (const seed of SEEDS) {
      const verdict = await runTrial(ground, {}, moment, seed);
      t.same(verdict.findings, {}, `seed ${seed}: ${verdict.counted.events} events, ${verdict.counted.reports} reports`);
      t.ok(verdict.counted.events > 0 && verdict.counted.reports > 0, "there was something to judge");
      if (moment === "lost segment") t.ok(verdict.counted.gaps > 0, "the lost segment is a Gap");
    }
  });

for (const { name, moment, shows, bug } of PLANTED)
  t.test(`a planted bug is found: ${name}`, async (t) => {
    for (const seed of SEEDS) {
      const { findings } = await runTrial(ground, bug, moment, seed);
      t.ok(findings[shows], `seed ${seed} shows ${shows} (found: ${Object.keys(findings).join(", ")})`);
    }
  });
