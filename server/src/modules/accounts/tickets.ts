// A ticket stands for a right password while its owner looks for the second factor: five minutes, one address, one use.
import { createHash } from "node:crypto";
import type { Clock } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import type { FactorMethod } from "../../signer/index.ts";

const LIFE_MS = 5 * 60_000;
const MAX_OPEN = 10_000;

export interface TicketHolder {
  readonly userId: string;
  readonly organizationId: string;
  readonly address: string;
  readonly methods: readonly FactorMethod[];
}

export interface Tickets {
  issue(holder: TicketHolder): string;
  /** Whose ticket it is. Throws UNAUTHENTICATED when it is over, used, or another address's. */
  holder(ticket: string, address: string): TicketHolder;
  /** Uses the ticket up; false when somebody else just did. */
  redeem(ticket: string): boolean;
}

/** Tickets in this process's memory, where only their hashes are kept; a restart asks for the password again. */
export function createTickets(deps: { clock: Clock; random: (bytes: number) => Uint8Array }): Tickets {
  const { clock, random } = deps;
  const open = new Map<string, { holder: TicketHolder; until: number }>();
  const keyOf = (ticket: string) => createHash("sha256").update(ticket).digest("base64");
  return {
    issue(holder) {
      const now = clock.now();
      for (const [key, { until }] of open) {
        if (until > now && open.size < MAX_OPEN) break;
        open.delete(key);
      }
      const ticket = Buffer.from(random(32)).toString("base64url");
      open.set(keyOf(ticket), { holder, until: now + LIFE_MS });
      return ticket;
    },
    holder(ticket, address) {
      const found = open.get(keyOf(ticket));
      if (found === undefined || found.until <= clock.now() || found.holder.address !== address)
        throw new AppError("UNAUTHENTICATED", "sign in again: too much time passed since the password");
      return found.holder;
    },
    redeem: (ticket) => open.delete(keyOf(ticket)),
  };
}
