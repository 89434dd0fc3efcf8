// The files that checkpoints lie in: one that grows, and those before it, closed and numbered from 1 without gaps.
import { readdir, rename } from "node:fs/promises";
import path from "node:path";
import { readIfThere, syncFolder } from "../../files.ts";
import { StartError } from "../../start-error.ts";

/** checkpoints.jsonl → checkpoints.000001.jsonl */
function closedFile(file: string, number: number): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}.${String(number).padStart(6, "0")}${ext}`);
}

/** The numbers of the closed files that are there, ascending. */
async function closedNumbers(file: string): Promise<number[]> {
  const { dir, name, ext } = path.parse(file);
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const numbers = names.map((one) => (one.startsWith(`${name}.`) && one.endsWith(ext) ? one.slice(name.length + 1, -ext.length) : ""));
  return numbers
    .filter((number) => /^\d{6,}$/.test(number))
    .map(Number)
    .sort((one, other) => one - other);
}

/** All files with their text, oldest first, the growing one last (empty while it is not there). Throws StartError naming one that is gone. */
export async function readFiles(file: string): Promise<{ file: string; text: string }[]> {
  const numbers = await closedNumbers(file);
  const gone = numbers.findIndex((number, index) => number !== index + 1);
  if (gone !== -1)
    throw new StartError(
      `${closedFile(file, gone + 1)} is gone, and with it what it had seen of the audit log`,
      "Put back the copy you have of it; look who has had access to that folder",
    );
  const files = [...numbers.map((number) => closedFile(file, number)), file];
  return Promise.all(files.map(async (one) => ({ file: one, text: (await readIfThere(one))?.toString("utf8") ?? "" })));
}

/** Closes the growing file under the next number; the next line begins a new one. */
export async function closeFile(file: string): Promise<void> {
  await rename(file, closedFile(file, ((await closedNumbers(file)).at(-1) ?? 0) + 1));
  await syncFolder(path.dirname(file));
}
