// From the settings to a place that can be asked: the secret may lie in a file of its own.
import { readFile } from "node:fs/promises";
import type { S3Config } from "../../../config-files.ts";
import { StartError } from "../../../start-error.ts";
import type { S3Place } from "./place.ts";

/** Throws StartError when the file with the secret cannot be read or is empty. */
export async function openS3Place({ secret, ...place }: S3Config): Promise<S3Place> {
  return { ...place, secret: "text" in secret ? secret.text : await readSecret(secret.file) };
}

async function readSecret(file: string): Promise<string> {
  const cure = "Put the key's secret into this file, readable by the server's user, or correct VIGIA_S3_SECRET_FILE";
  let text: string;
  try {
    text = (await readFile(file, "utf8")).trim();
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${(error as Error).message}`, cure, { cause: error });
  }
  if (text === "") throw new StartError(`${file} is empty`, cure);
  return text;
}
