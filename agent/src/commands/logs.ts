import { open, stat, watch } from "node:fs/promises";
import { join } from "node:path";
import { LOG_FILE_NAME } from "../log-file.ts";
import { CommandError, type Context, readMaybe } from "./context.ts";

/** Shows the log's last lines, and with `follow` every new one until `signal` aborts. */
export async function logsCommand(
  context: Context,
  { follow, lines }: { follow: boolean; lines: string | undefined },
  signal: AbortSignal,
) {
  const wanted = Number(lines ?? 50);
  if (!Number.isInteger(wanted) || wanted < 0) throw new CommandError("--lines must be a whole number");
  const path = join(context.config.logDir, LOG_FILE_NAME);
  const text = await readMaybe(path);
  if (text === undefined && !follow) throw new CommandError(`there is no log yet at ${path}`);
  const last = (text ?? "").split("\n").filter((line) => line !== "");
  for (const line of wanted === 0 ? [] : last.slice(-wanted)) context.out(line);
  if (follow) await followFile(context, path, Buffer.byteLength(text ?? ""), signal);
  return 0;
}

async function followFile(context: Context, path: string, from: number, signal: AbortSignal): Promise<void> {
  let position = from;
  let rest = "";
  try {
    for await (const change of watch(context.config.logDir, { signal })) {
      if (change.filename !== null && change.filename !== LOG_FILE_NAME) continue;
      const size = (await sizeOf(path)) ?? 0;
      // Smaller than before: the file was rotated and begins anew.
      if (size < position) position = 0;
      const parts = (rest + (await readFrom(path, position, size))).split("\n");
      rest = parts.pop() ?? "";
      position = size;
      for (const line of parts) context.out(line);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function readFrom(path: string, from: number, to: number): Promise<string> {
  if (to <= from) return "";
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(to - from);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}
