// Whether the S3-compatible store keeps what it is given: a few bytes are put there, read and taken away again.
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { createS3Store, openS3Place, type S3Place } from "../modules/files/index.ts";
import { StartError } from "../start-error.ts";
import { type Finding, fault, ok } from "./finding.ts";
import type { Check, Patient } from "./patient.ts";

const CHECK = "files";
const CURE = "Correct VIGIA_FILES and VIGIA_S3_…; the key needs to list the bucket and to get, put and delete objects in it.";

/** Throws what the store says. */
async function tryStore(place: S3Place, clock: Patient["clock"]): Promise<Finding> {
  const where = `${place.bucket} at ${place.endpoint}`;
  const store = createS3Store({ place, clock, waits: [] });
  const folder = await mkdtemp(path.join(os.tmpdir(), "vigia-doctor-"));
  try {
    const content = randomBytes(64);
    const file = { path: path.join(folder, "probe"), size: content.length, hash: createHash("sha256").update(content).digest() };
    await writeFile(file.path, content);
    await store.keep("doctor", file);
    const read = await store.open("doctor", file.hash);
    const same = read !== undefined && (await buffer(read)).equals(content);
    for await (const { hash } of store.list("doctor")) await store.remove("doctor", hash);
    return same ? ok(CHECK, `${where} keeps what it is given`) : fault(CHECK, `${where} does not give back what it was given`, CURE);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const filesCheck: Check = {
  name: CHECK,
  async run({ config: { files }, clock }) {
    if (files.s3 === undefined) return [ok(CHECK, "lie in the data folder")];
    try {
      return [await tryStore(await openS3Place(files.s3), clock)];
    } catch (error) {
      if (error instanceof StartError) return [fault(CHECK, error.problem, error.cure)];
      return [fault(CHECK, (error as Error).message, CURE)];
    }
  },
};
