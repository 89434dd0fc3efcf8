import { expect, it } from "vitest";
import { identityFor } from "../link/testing/agent-parts.ts";
import { FakeServer } from "../link/testing/fake-server.ts";
import type { AgentStatus } from "../status-file.ts";
import { describe as describeReport, judge } from "./status.ts";

const NOW = 1_800_000_000_000;
const identity = identityFor(new FakeServer(), "https://vigia.example");
const agent: AgentStatus = {
  version: 1,
  agentVersion: "0.1.0",
  pid: 42,
  startedAtMs: NOW,
  updatedAtMs: NOW,
  link: { phase: "connected", server: "https://vigia.example", sinceMs: NOW - 7_380_000 },
  backlog: { events: 0, states: 0, metrics: 3 },
  collectors: { cpu: { state: "ok", reason: "" }, disk: { state: "failed", reason: "no answer" } },
  spoolProblem: "",
};

it("is content with a connected agent and shows what it does", () => {
  const report = judge(identity, 42, agent);
  expect(report).toMatchObject({ state: "connected", exitCode: 0, wayOut: "" });
  expect(report.resourceId).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
  const text = describeReport(report, NOW).join("\n");
  expect(text).toContain("connected for 2 h 3 min");
  expect(text).toMatch(/to send +0 events, 0 states, 3 metrics/);
  expect(text).toMatch(/disk +failed: no answer/);
});

it("says when the running agent could not write its status for a while", () => {
  expect(describeReport(judge(identity, 42, agent), NOW + 1_800_000).join("\n")).toMatch(/as of +30 min ago: .*disk full/);
});

it.each(["revoked", "unknown", "too-old", "unenrolled", "refused"] as const)("shows %s with the way out", (standing) => {
  const report = judge({ ...identity, standing, standingReason: "said so" }, 42, agent);
  expect(report).toMatchObject({ state: standing, exitCode: 2, reason: "said so" });
  expect(describeReport(report, NOW).at(-1)).toMatch(/Enrol it again|Install the current release/);
});

it("tells a machine that waits for approval what to do though all is well", () => {
  expect(judge({ ...identity, standing: "pending" }, 42, agent)).toMatchObject({ exitCode: 0, wayOut: expect.stringContaining("Approve") });
});

it("tells offline from not running, and does not believe an earlier agent's file", () => {
  const waiting: AgentStatus = {
    ...agent,
    link: { phase: "waiting", server: "", sinceMs: NOW, problem: "nothing answers", nextTryMs: NOW + 65_000 },
  };
  const offline = judge(identity, 42, waiting);
  expect(offline).toMatchObject({ state: "offline", exitCode: 1 });
  expect(describeReport(offline, NOW).join("\n")).toMatch(/last error +nothing answers\nnext try +in 1 min/);
  expect(judge(identity, undefined, agent)).toMatchObject({ state: "not-running", exitCode: 1 });
  expect(judge(identity, 43, agent)).toMatchObject({ state: "offline" });
});

it("says how to enrol", () => {
  expect(judge(undefined, undefined, undefined)).toMatchObject({ exitCode: 2, wayOut: expect.stringContaining("vigia-agent enroll") });
});
