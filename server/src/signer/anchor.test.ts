import { randomBytes, randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TestClock } from "../../test/build-app.ts";
import { createLog } from "../log.ts";
import { type AnchoredSigner, anchorFile, createAnchoredSigner, readAnchor, writeAnchor } from "./anchor.ts";
import { type OpenSigner, openSigner } from "./signer.ts";

let folder: string;
let store: string;
let signer: OpenSigner;
let anchored: AnchoredSigner;
const clock = new TestClock();

/** The signer starts again on what the disk holds, and the server with it. */
async function restart(): Promise<void> {
  signer = await openSigner(store, { clock, random: randomBytes, needKey: false, segmentEntries: 5 });
  anchored = createAnchoredSigner({ signer, file: anchorFile(folder), log: createLog("silent") });
}
async function stop(): Promise<void> {
  await anchored.close();
  await signer.close();
}
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-anchor-"));
  store = path.join(folder, "signer");
  await restart();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const demand = () => anchored.ask("policy.set", { organizationId: randomUUID(), requireFactor: "any", by: randomUUID() });
const look = () => anchored.ask("factors.state", { userId: randomUUID(), organizationId: randomUUID() });
const wrong = () => ({ userId: randomUUID(), method: "totp" as const, code: "000000" });
const refused = { name: "SignerUnavailable", reason: "set_back" };

test("what the server heard is in its own file, and a signer that was restarted is asked as before", async () => {
  for (let time = 0; time < 12; time++) await demand();
  const { number } = await signer.ask("journal.head", {});
  await stop();
  expect(await readAnchor(anchorFile(folder))).toMatchObject({ number });
  await restart();
  await look();
});

test("a journal whose end was cut answers nothing", async () => {
  for (let time = 0; time < 2; time++) await demand();
  await stop();
  const journal = path.join(store, "journal/000000000001.log");
  const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
  writeFileSync(journal, `${lines.slice(0, -2).join("\n")}\n`);
  await restart();
  await expect(look()).rejects.toMatchObject(refused);
});

test("an older copy answers nothing, even after it has grown longer, until the operator accepts it; the running server then asks it", async () => {
  await demand();
  await stop();
  cpSync(store, `${store}.old`, { recursive: true });
  await restart();
  for (let time = 0; time < 7; time++) await demand();
  await stop();
  rmSync(store, { recursive: true });
  cpSync(`${store}.old`, store, { recursive: true });
  await restart();
  for (let time = 0; time < 20; time++) {
    await expect(look()).rejects.toMatchObject(refused);
    await signer.ask("host.unlock", { userId: randomUUID() });
  }
  const heard = await readAnchor(anchorFile(folder));
  await writeAnchor(anchorFile(folder), await signer.ask("host.accept", heard ?? { number: 0, hash: "" }));
  await look();
  await demand();
});

test("property: no crash of the server at any moment makes a good signer look set back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("demand", "wrong", "server dies", "signer dies", "host"), { maxLength: 14 }),
      async (steps) => {
        await look();
        let before = readFileSync(anchorFile(folder));
        for (const step of steps) {
          if (step === "demand") await demand();
          else if (step === "host") await signer.ask("host.unlock", { userId: randomUUID() });
          else if (step === "wrong") await expect(anchored.ask("verify", wrong())).rejects.toMatchObject({ code: "WRONG_CODE" });
          else {
            await stop();
            // What the server would have noted last never reached the disk.
            if (step === "server dies") writeFileSync(anchorFile(folder), before);
            await restart();
          }
          await look();
          before = readFileSync(anchorFile(folder));
        }
      },
    ),
    { numRuns: 25 },
  );
});
