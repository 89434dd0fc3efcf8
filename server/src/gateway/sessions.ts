// Who is connected: at most one connection per agent, the newest.
import type { Clock } from "../clock.ts";
import type { AgentIds } from "./port.ts";

/** What the table needs of a connection. */
export interface Seat {
  readonly agent: AgentIds;
  /** Another connection proved to be the same agent. */
  replace(): void;
}

/** Two machines with one identity push each other out: more switches than this within the window are no coincidence. */
const MOST_SWITCHES = 5;
const SWITCH_WINDOW_MS = 600_000;

interface Boots {
  last: string;
  /** Boots before the last one; most agents never have any while this server runs. */
  seen: Set<string> | undefined;
  switches: number[] | undefined;
  told: boolean;
}

export class Sessions<Connection extends Seat> {
  readonly #byAgent = new Map<string, Connection>();
  readonly #byResource = new Map<string, Connection>();
  readonly #boots = new Map<string, Boots>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#byAgent.size;
  }

  /** Gives the agent's seat to this connection; the one before is told. */
  claim(connection: Connection): void {
    const { agentId, resourceId } = connection.agent;
    const before = this.#byAgent.get(agentId);
    this.#byAgent.set(agentId, connection);
    this.#byResource.set(resourceId, connection);
    before?.replace();
  }

  /** Gives the seat up; false when a newer connection has it already. */
  leave(connection: Connection): boolean {
    const { agentId, resourceId } = connection.agent;
    if (this.#byAgent.get(agentId) !== connection) return false;
    this.#byAgent.delete(agentId);
    this.#byResource.delete(resourceId);
    return true;
  }

  ofResource(resourceId: string): Connection | undefined {
    return this.#byResource.get(resourceId);
  }

  all(): Connection[] {
    return [...this.#byAgent.values()];
  }

  /** Begins anew to watch from which boots an agent comes. */
  forgetBoots(agentId: string): void {
    this.#boots.delete(agentId);
  }

  /** Notes the boot an agent said hello from. True once, when two machines seem to take turns: a reboot never brings an old boot back. */
  looksCloned(agentId: string, bootId: Uint8Array): boolean {
    const boot = Buffer.from(bootId).toString("hex");
    const boots = this.#boots.get(agentId);
    if (boots === undefined) {
      this.#boots.set(agentId, { last: boot, seen: undefined, switches: undefined, told: false });
      return false;
    }
    if (boots.last === boot) return false;
    const now = this.#clock.now();
    boots.seen ??= new Set();
    if (boots.seen.size > 20) boots.seen.clear();
    boots.seen.add(boots.last);
    const returned = boots.seen.has(boot);
    boots.last = boot;
    boots.switches = [...(boots.switches ?? []).filter((at) => now - at < SWITCH_WINDOW_MS), now];
    if (!returned || boots.told || boots.switches.length <= MOST_SWITCHES) return false;
    boots.told = true;
    return true;
  }
}
