// Enrols this very machine as the first resource and keeps its agent running beside the server.
import fs from "node:fs";
import path from "node:path";
import { type Child, startChild } from "./child.ts";
import { done, problem } from "./say.ts";

const AGENT = "agent/dist/vigia-agent.mjs";

/** Asks the server, over the channel between parent and child, for a token that enrols one machine; it answers once it is set up. */
function tokenFrom(server: Child): Promise<string> {
  return new Promise((resolve) => {
    const hear = (message: { enrollmentToken?: string }) => {
      if (message.enrollmentToken === undefined) return;
      server.process.off("message", hear);
      resolve(message.enrollmentToken);
    };
    server.process.on("message", hear);
    server.process.send({ want: "enrollment-token" });
  });
}

/** Enrols (once) and runs the agent; answers its process, or undefined when enrolment failed, which has then been said. */
export async function runFirstMachine(server: Child, url: string, dataDir: string): Promise<Child | undefined> {
  const agentData = path.join(dataDir, "agent");
  const env: Record<string, string> = { VIGIA_AGENT_DATA: agentData, VIGIA_AGENT_SERVER: url };
  const authority = path.join(dataDir, "tls/cert.pem");
  if (url.startsWith("https:") && fs.existsSync(authority)) env["VIGIA_AGENT_CA"] = authority;
  if (!fs.existsSync(path.join(agentData, "identity.json"))) {
    const enrolment = startChild([AGENT, "enroll", "--server", url, "--token", await tokenFrom(server)], env, false);
    if ((await enrolment.ended) !== 0) {
      problem(`this machine could not be enrolled: ${enrolment.lastWords()}`);
      return undefined;
    }
    done("this machine is enrolled as your first resource");
  }
  // As its service does: one arena of the C library's malloc is enough for it, and what threads once used comes back.
  return startChild([AGENT, "run"], { ...env, MALLOC_ARENA_MAX: "1" }, false);
}
