// What becomes of an agent that says it leaves for good.
import { CloseCode } from "@vigia/protocol";
import type { Log } from "../log.ts";
import type { AgentDirectory } from "./port.ts";
import type { PresenceRegistry } from "./presence-registry.ts";
import type { SessionNeeds } from "./session.ts";

/** Makes what a session calls then: the agent is unenrolled and offline before its socket is closed; when that fails it is to try again. */
export function createLeaving(
  directory: Pick<AgentDirectory, "unenrolled">,
  registry: Pick<PresenceRegistry, "retire">,
  log: Log,
): SessionNeeds["left"] {
  return (session, reason) => {
    directory
      .unenrolled(session.agent, reason)
      .then(() => {
        registry.retire(session.agent.resourceId);
        session.close(1000, "goodbye");
      })
      .catch((error: unknown) => {
        log.error({ err: error, agentId: session.agent.agentId }, "an agent could not be unenrolled");
        session.close(CloseCode.TRY_LATER, "try again");
      });
  };
}
