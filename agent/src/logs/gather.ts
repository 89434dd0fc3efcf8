// What goes into the zip: how the agent fares, its settings, what the machine is in short, and its logs, newest first.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../clock.ts";
import { judge } from "../commands/status.ts";
import type { Config } from "../config.ts";
import type { Host } from "../host/host.ts";
import { IdentityStore, KEY_FILE } from "../identity.ts";
import { collect } from "../inventory/collect.ts";
import { sections } from "../inventory/index.ts";
import { withNames } from "../inventory/print.ts";
import { lockHolder } from "../lock.ts";
import { LOG_FILE_NAME, LOG_FILES } from "../log-file.ts";
import { readStatus } from "../status-file.ts";
import type { Entry } from "./bundle.ts";

/** Enough to know which machine it is; what is long or names people stays where it is. */
const SHORT = ["system", "os", "processors", "memory", "volumes"] as const;

export interface Gathered {
  readonly entries: readonly Entry[];
  /** Secrets of this machine as they are written. */
  readonly known: readonly string[];
}

/** Reads it all. What cannot be read is told in its place and keeps nothing else away. */
export async function gather(config: Config, host: Host, agentVersion: string): Promise<Gathered> {
  const { enrollmentToken, ...settings } = config;
  const known = [enrollmentToken, ...(await keyLines(config.dataDir))].filter((one) => one !== undefined);
  const entries: Entry[] = [
    { name: "status.json", about: "how the agent fares", content: await orReason(status(config, host)) },
    {
      name: "settings.json",
      about: "the agent's settings",
      content: { agentVersion, ...settings, enrollmentToken: enrollmentToken !== undefined },
    },
    { name: "machine.json", about: "what the machine is, in short", content: await machine(host) },
    { name: "data.txt", about: "names of the files in the data folder", content: await orReason(namesIn(config.dataDir)) },
    ...(await logs(config.logDir)),
  ];
  return { entries, known };
}

async function status({ dataDir }: Config, host: Host): Promise<object> {
  const identity = await new IdentityStore(dataDir).load();
  return { ...judge(identity, await lockHolder(host, dataDir), await readStatus(dataDir)) };
}

async function machine(host: Host): Promise<object> {
  const taken = await collect({ host, sections, clock: systemClock, only: SHORT });
  return { ...Object.fromEntries(taken.sections.map(({ name, body }) => [name, withNames(body[name])])), troubles: taken.troubles };
}

async function logs(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let age = 0; age < LOG_FILES; age++) {
    const name = age === 0 ? LOG_FILE_NAME : `${LOG_FILE_NAME}.${age}`;
    const content = await readText(join(folder, name));
    if (content !== undefined)
      entries.push({ name: `logs/${name}`, about: age === 0 ? "the agent's newest log" : "an older log", content });
  }
  return entries;
}

const namesIn = async (folder: string): Promise<string> =>
  (await readdir(folder, { withFileTypes: true })).map((one) => `${one.name}${one.isDirectory() ? "/" : ""}\n`).join("");

/** The key is in no log; should it ever be, it does not leave the machine with one. */
async function keyLines(dataDir: string): Promise<string[]> {
  const text = (await readText(join(dataDir, KEY_FILE))) ?? "";
  return text.split("\n").filter((line) => line.length > 20);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    return `could not be read: ${(error as Error).message}`;
  }
}

async function orReason<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (error) {
    return `could not be read: ${(error as Error).message}`;
  }
}
