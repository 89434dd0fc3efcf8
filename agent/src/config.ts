// The agent's settings: one table of what there is, read from the environment and from agent.json in the data folder; the environment
// wins. The only reader of process.env. Who the agent is and whom it trusts is not configuration (identity).
import { posix, win32 } from "node:path";
import type { Host } from "./host/host.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

export interface Config {
  /** Folder of key, spool and agent.json; absolute. */
  readonly dataDir: string;
  /** Folder of agent.log; absolute. */
  readonly logDir: string;
  readonly logLevel: LogLevel;
  /** Most bytes the spool may take on disk. */
  readonly spoolMaxBytes: number;
  /** Seconds between two reports, stronger than the server's wish; undefined leaves it to the server. */
  readonly metricsIntervalSeconds: number | undefined;
  /** Where the server is to be found now, if not where the machine was enrolled; its identity key stays the pinned one. */
  readonly server: string | undefined;
  /** Lets a machine that has no identity enrol itself when the agent starts; needs `server`. */
  readonly enrollmentToken: string | undefined;
  /** File with certificates (PEM) trusted besides the system's own; absolute. */
  readonly caFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigSources {
  /** The process's own when left out. */
  readonly env?: Environment;
  /** From the command line: stronger than everything. */
  readonly dataDir?: string | undefined;
  readonly platform: Host["platform"];
  readonly isRoot: boolean;
  /** Text of a file; throws or rejects with code ENOENT when there is none. */
  readonly readFile: (path: string) => string | Promise<string>;
}

/** A setting that cannot be used. The message names the setting, its value, where it came from and why. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** The setting, or "agent.json" when the file as a whole cannot be read. */
  readonly key: string;
  constructor(key: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.key = key;
  }
}

interface Place {
  readonly env: Environment;
  readonly platform: Host["platform"];
  readonly isRoot: boolean;
  /** Known for every setting but dataDir itself. */
  readonly dataDir: string;
}

interface Setting<Value> {
  readonly env: string;
  readonly help: string;
  readonly initial: (place: Place) => Value;
  /** As the table for people shows the initial value. */
  readonly initialText: string;
  /** The value, or throws an Error with the reason alone ("must be ..."). */
  readonly parse: (raw: unknown, place: Place) => Value;
}

const MIB = 1_048_576;

const settings: { readonly [Key in keyof Config]: Setting<Config[Key]> } = {
  dataDir: {
    env: "VIGIA_AGENT_DATA",
    help: "Folder of the agent's key, spool and agent.json. Also --data. Cannot stand in agent.json.",
    initial: defaultDataDir,
    initialText: "by system and user, see below",
    parse: folder,
  },
  logDir: {
    env: "VIGIA_AGENT_LOGS",
    help: "Folder of agent.log.",
    initial: ({ dataDir, platform }) => paths(platform).join(dataDir, "logs"),
    initialText: "logs in the data folder",
    parse: folder,
  },
  logLevel: {
    env: "VIGIA_AGENT_LOG_LEVEL",
    help: `Least severity that is logged: ${LOG_LEVELS.join(", ")}.`,
    initial: () => "info",
    initialText: "info",
    parse: level,
  },
  spoolMaxBytes: {
    env: "VIGIA_AGENT_SPOOL_MAX_BYTES",
    help: "Most bytes kept on disk for a server that cannot be reached; 32 MiB to 64 GiB.",
    initial: () => 256 * MIB,
    initialText: String(256 * MIB),
    parse: (raw) => whole(raw, 32 * MIB, 65_536 * MIB),
  },
  metricsIntervalSeconds: {
    env: "VIGIA_AGENT_METRICS_INTERVAL",
    help: "Seconds between two reports, 5 to 3600; stronger than the server's wish.",
    initial: () => undefined,
    initialText: "as the server says",
    parse: (raw) => whole(raw, 5, 3_600),
  },
  server: {
    env: "VIGIA_AGENT_SERVER",
    help: "The server's new address after a move, like https://vigia.example; tried before the ones known.",
    initial: () => undefined,
    initialText: "as enrolled",
    parse: webAddress,
  },
  enrollmentToken: {
    env: "VIGIA_AGENT_TOKEN",
    help: "Enrolment token for the first start of a machine that is not enrolled; needs server.",
    initial: () => undefined,
    initialText: "none",
    parse: (raw) => {
      if (typeof raw !== "string" || !raw.startsWith("enr_")) throw new Error("must be an enrolment token from the console (enr_…)");
      return raw;
    },
  },
  caFile: {
    env: "VIGIA_AGENT_CA",
    help: "File with certificates (PEM) to trust besides the system's own.",
    initial: () => undefined,
    initialText: "none",
    parse: folder,
  },
};

/** Reads every setting; `warnings` names entries of agent.json that mean nothing. Rejects with ConfigError. */
export async function readConfig(sources: ConfigSources): Promise<{ readonly config: Config; readonly warnings: readonly string[] }> {
  // Copied: process.env is not a plain object, and the settings must not change under way.
  const { env = { ...process.env }, platform, isRoot } = sources;
  const first: Place = { env, platform, isRoot, dataDir: "" };
  const dataDir = value("dataDir", first, [{ raw: sources.dataDir, source: "--data" }, variable(first, settings.dataDir.env)]);
  const place: Place = { ...first, dataDir };
  const path = paths(platform).join(dataDir, "agent.json");
  const file = await readSettingsFile(path, sources.readFile);
  const of = <Key extends keyof Config>(key: Key): Config[Key] =>
    value(key, place, [variable(place, settings[key].env), { raw: file[key], source: path }]);
  const config: Config = {
    dataDir,
    logDir: of("logDir"),
    logLevel: of("logLevel"),
    spoolMaxBytes: of("spoolMaxBytes"),
    metricsIntervalSeconds: of("metricsIntervalSeconds"),
    server: of("server"),
    enrollmentToken: of("enrollmentToken"),
    caFile: of("caFile"),
  };
  // Not an error: an older agent that was rolled back to must start with the newer one's file.
  const unknown = Object.keys(file).filter((key) => key === "dataDir" || !Object.hasOwn(settings, key));
  return { config, warnings: unknown.map((key) => `${path}: ${JSON.stringify(key)} is not a setting there and is ignored`) };
}

/** What was said about a setting, and where. */
interface Given {
  readonly raw: unknown;
  readonly source: string;
}

/** The first that says something counts; null in the file says nothing, and so does an empty variable. */
function value<Key extends keyof Config>(key: Key, place: Place, given: readonly Given[]): Config[Key] {
  const setting: Setting<Config[Key]> = settings[key];
  const chosen = given.find(({ raw }) => raw !== undefined && raw !== null);
  try {
    return chosen === undefined ? setting.initial(place) : setting.parse(chosen.raw, place);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const said = chosen === undefined ? "" : ` ${JSON.stringify(chosen.raw)} (from ${chosen.source})`;
    throw new ConfigError(key, `${key}:${said} ${reason}`, { cause: error });
  }
}

function variable({ env }: Place, name: string): Given {
  return { raw: env[name] === "" ? undefined : env[name], source: name };
}

async function readSettingsFile(path: string, readFile: ConfigSources["readFile"]): Promise<Readonly<Record<string, unknown>>> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new ConfigError("agent.json", `${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new ConfigError("agent.json", `${path} cannot be used: it must hold one JSON object`);
  }
  return content as Record<string, unknown>;
}

function paths(platform: Host["platform"]) {
  return platform === "win32" ? win32 : posix;
}

/** Root shares one folder per machine; an ordinary user has their own. */
function defaultDataDir({ env, platform, isRoot }: Place): string {
  const { join, isAbsolute } = paths(platform);
  const home = (variable: string) => {
    const path = env[variable];
    if (!path) throw new Error(`has no default because ${variable} is not set: give --data or VIGIA_AGENT_DATA`);
    return path;
  };
  if (platform === "win32") return join(home(isRoot ? "ProgramData" : "LOCALAPPDATA"), "Vigia", "Agent");
  if (platform === "darwin") return join(isRoot ? "/" : home("HOME"), "Library/Application Support/Vigia Agent");
  if (isRoot) return "/var/lib/vigia-agent";
  const shared = env["XDG_DATA_HOME"];
  return join(shared && isAbsolute(shared) ? shared : join(home("HOME"), ".local/share"), "vigia-agent");
}

function folder(raw: unknown, { platform }: Place): string {
  if (typeof raw !== "string" || raw === "") throw new Error("must be a path");
  if (raw.includes("\0")) throw new Error("must not hold a NUL character");
  return paths(platform).resolve(raw);
}

function webAddress(raw: unknown): string {
  const url = typeof raw === "string" && URL.canParse(raw) ? new URL(raw) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new Error("must be an address like https://vigia.example");
  return url.href.replace(/\/+$/, "");
}

function level(raw: unknown): LogLevel {
  const found = LOG_LEVELS.find((each) => each === raw);
  if (found === undefined) throw new Error(`must be one of ${LOG_LEVELS.join(", ")}`);
  return found;
}

function whole(raw: unknown, min: number, max: number): number {
  const number = typeof raw === "string" && /^\d{1,15}$/.test(raw.trim()) ? Number(raw) : raw;
  if (typeof number !== "number" || !Number.isInteger(number) || number < min || number > max)
    throw new Error(`must be a whole number from ${min} to ${max}`);
  return number;
}

/** The table of settings in Markdown, for `help` and the documentation. */
export function configTable(): string {
  const rows = Object.entries(settings).map(([key, { env, initialText, help }]) => `| ${key} | ${env} | ${initialText} | ${help} |`);
  return ["| agent.json | environment | default | meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
