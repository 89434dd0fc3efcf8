// Lanes of agents that are held back for a while: their batches are left unanswered, then they are asked to send again.
import type { Lane } from "@vigia/protocol";

export interface Holds {
  isHeld(agentId: string, lane: Lane): boolean;
  /** Holds a lane for so long, milliseconds, then calls `resume`. */
  hold(agentId: string, lane: Lane, milliseconds: number, resume: () => void): void;
  /** Forgets the agent's holds: it starts afresh with a new connection. */
  release(agentId: string): void;
  stop(): void;
}

export function createHolds(): Holds {
  const held = new Map<string, Map<Lane, NodeJS.Timeout>>();
  const release = (agentId: string) => {
    for (const timer of held.get(agentId)?.values() ?? []) clearTimeout(timer);
    held.delete(agentId);
  };
  return {
    isHeld: (agentId, lane) => held.get(agentId)?.has(lane) ?? false,
    hold(agentId, lane, milliseconds, resume) {
      const lanes = held.get(agentId) ?? new Map<Lane, NodeJS.Timeout>();
      held.set(agentId, lanes);
      clearTimeout(lanes.get(lane));
      const timer = setTimeout(() => {
        lanes.delete(lane);
        if (lanes.size === 0) held.delete(agentId);
        resume();
      }, milliseconds);
      // A held agent is no reason to keep the process alive.
      timer.unref();
      lanes.set(lane, timer);
    },
    release,
    stop() {
      for (const agentId of [...held.keys()]) release(agentId);
    },
  };
}
