import { describe, expect, test } from "vitest";
import { ConfigError, type ConfigSources, configTable, readConfig } from "./config.ts";

const missing = () => {
  throw Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT" });
};
const linux: ConfigSources = { env: {}, platform: "linux", isRoot: true, readFile: missing };
const withFile = (content: unknown): ConfigSources => ({ ...linux, readFile: () => JSON.stringify(content) });

describe("without a word from anyone", () => {
  test("every setting has its default", async () => {
    expect(await readConfig(linux)).toEqual({
      config: {
        dataDir: "/var/lib/vigia-agent",
        logDir: "/var/lib/vigia-agent/logs",
        logLevel: "info",
        spoolMaxBytes: 268_435_456,
        metricsIntervalSeconds: undefined,
        enrollmentToken: undefined,
        caFile: undefined,
      },
      warnings: [],
    });
  });

  test.each<[string, Partial<ConfigSources>, string]>([
    ["a user on Linux", { isRoot: false, env: { HOME: "/home/ana" } }, "/home/ana/.local/share/vigia-agent"],
    ["a user with a data home", { isRoot: false, env: { HOME: "/home/ana", XDG_DATA_HOME: "/data/ana" } }, "/data/ana/vigia-agent"],
    [
      "a data home that is not absolute does not count",
      { isRoot: false, env: { HOME: "/home/ana", XDG_DATA_HOME: "data" } },
      "/home/ana/.local/share/vigia-agent",
    ],
    ["root on macOS", { platform: "darwin" }, "/Library/Application Support/Vigia Agent"],
    [
      "a user on macOS",
      { platform: "darwin", isRoot: false, env: { HOME: "/Users/ana" } },
      "/Users/ana/Library/Application Support/Vigia Agent",
    ],
    ["the Windows service", { platform: "win32", env: { ProgramData: "C:\\ProgramData" } }, "C:\\ProgramData\\Vigia\\Agent"],
    [
      "a user on Windows",
      { platform: "win32", isRoot: false, env: { LOCALAPPDATA: "C:\\Users\\ana\\AppData\\Local" } },
      "C:\\Users\\ana\\AppData\\Local\\Vigia\\Agent",
    ],
  ])("the data folder of %s", async (_who, over, expected) => {
    expect((await readConfig({ ...linux, ...over })).config.dataDir).toBe(expected);
  });

  test("a user without a home is told what to give", async () => {
    await expect(readConfig({ ...linux, isRoot: false })).rejects.toThrow(
      "dataDir: has no default because HOME is not set: give --data or VIGIA_AGENT_DATA",
    );
  });
});

describe("who is heard", () => {
  test("agent.json in the data folder", async () => {
    const paths: string[] = [];
    const { config } = await readConfig({
      ...linux,
      dataDir: "/srv/agent",
      readFile: async (path) => {
        paths.push(path);
        return '{"logLevel":"debug","metricsIntervalSeconds":10,"caFile":"/etc/ca.pem","logDir":null}';
      },
    });
    expect(paths).toEqual(["/srv/agent/agent.json"]);
    expect(config).toMatchObject({ logLevel: "debug", metricsIntervalSeconds: 10, caFile: "/etc/ca.pem", logDir: "/srv/agent/logs" });
  });

  test("the environment over the file, unless the variable is empty", async () => {
    const file = withFile({ logLevel: "debug", spoolMaxBytes: 50_000_000 });
    const { config } = await readConfig({ ...file, env: { VIGIA_AGENT_LOG_LEVEL: "error", VIGIA_AGENT_SPOOL_MAX_BYTES: "" } });
    expect(config).toMatchObject({ logLevel: "error", spoolMaxBytes: 50_000_000 });
  });

  test("the command line over the environment", async () => {
    const env = { VIGIA_AGENT_DATA: "/from/env" };
    expect((await readConfig({ ...linux, env })).config.dataDir).toBe("/from/env");
    expect((await readConfig({ ...linux, env, dataDir: "/from/line" })).config.dataDir).toBe("/from/line");
  });

  test("a relative folder is taken from where the agent was started", async () => {
    expect((await readConfig({ ...linux, dataDir: "data" })).config.dataDir).toBe(`${process.cwd()}/data`);
  });
});

describe("what cannot be used", () => {
  test.each<[string, ConfigSources, string]>([
    [
      "logLevel",
      { ...linux, env: { VIGIA_AGENT_LOG_LEVEL: "loud" } },
      'logLevel: "loud" (from VIGIA_AGENT_LOG_LEVEL) must be one of debug, info, warn, error',
    ],
    [
      "metricsIntervalSeconds",
      withFile({ metricsIntervalSeconds: 2 }),
      "metricsIntervalSeconds: 2 (from /var/lib/vigia-agent/agent.json) must be a whole number from 5 to 3600",
    ],
    ["metricsIntervalSeconds", { ...linux, env: { VIGIA_AGENT_METRICS_INTERVAL: "1e2" } }, "must be a whole number"],
    ["spoolMaxBytes", withFile({ spoolMaxBytes: 1.5e8 + 0.5 }), "must be a whole number from 33554432"],
    ["caFile", withFile({ caFile: 7 }), "must be a path"],
    ["dataDir", { ...linux, env: { VIGIA_AGENT_DATA: "/a\0b" } }, "must not hold a NUL character"],
    ["agent.json", withFile([]), "must hold one JSON object"],
    ["agent.json", { ...linux, readFile: () => "{logLevel" }, "/var/lib/vigia-agent/agent.json cannot be used"],
    ["agent.json", { ...linux, readFile: () => Promise.reject(Object.assign(new Error("EACCES: denied"), { code: "EACCES" })) }, "EACCES"],
  ])("%s is named with its value, its source and the reason", async (key, sources, expected) => {
    const error: unknown = await readConfig(sources).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ key, message: expect.stringContaining(expected) });
  });

  test("unknown entries are named but stop nobody: an agent that was rolled back must start", async () => {
    const { config, warnings } = await readConfig(withFile({ logLevl: "debug", dataDir: "/x", toString: 1 }));
    expect(config.logLevel).toBe("info");
    expect(warnings).toHaveLength(3);
    expect(warnings[0]).toBe('/var/lib/vigia-agent/agent.json: "logLevl" is not a setting there and is ignored');
  });
});

test("the table for people has a row for each setting", () => {
  const rows = configTable().split("\n");
  expect(rows).toHaveLength(10);
  expect(rows[4]).toBe("| logLevel | VIGIA_AGENT_LOG_LEVEL | info | Least severity that is logged: debug, info, warn, error. |");
});
