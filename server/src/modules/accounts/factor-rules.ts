// What administrators decide about second factors: what the organization demands, and taking factors from somebody who lost them.
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import type { FactorRequirement, Signer } from "../../signer/index.ts";
import type { Audit } from "../audit/index.ts";
import type { AccountNews } from "./news.ts";
import { countMemberships, isMember } from "./queries.ts";
import type { Sessions } from "./sessions.ts";

export interface FactorRules {
  requirement(caller: Caller): Promise<FactorRequirement>;
  require(caller: Caller, requireFactor: FactorRequirement): Promise<void>;
  /** Asks for a reset; answers its id. Throws NOT_FOUND, CONFLICT for oneself and for people of several organizations. */
  requestReset(caller: Caller, userId: string): Promise<string>;
  resets(caller: Caller): Promise<{ id: string; userId: string; requestedBy: string; requestedAt: string }[]>;
  /** Approves another administrator's request. Throws NOT_FOUND, CONFLICT, FORBIDDEN for somebody without a factor of their own. */
  approveReset(caller: Caller, resetId: string): Promise<void>;
}

export interface FactorRulesDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly signer: Signer;
  readonly sessions: Sessions;
  readonly news: Pick<AccountNews, "factorResetRequested">;
}

export function createFactorRules({ database, audit, signer, sessions, news }: FactorRulesDeps): FactorRules {
  async function record(caller: Caller, action: string, subject: { kind: string; id: string }, details: Record<string, unknown> = {}) {
    const { organizationId, userId, address } = caller;
    const actor = { kind: "user", id: userId } as const;
    await database.withTenant(organizationId, (tx) => audit.record(tx, { organizationId, actor, action, subject, details, address }));
  }
  /** What was decided holds for the sessions there are: whoever lacks what is demanded now may only set it up. */
  async function judgeAll(organizationId: string): Promise<void> {
    const people = await sessions.people(organizationId);
    const states = await Promise.all(people.map((userId) => signer.ask("factors.state", { userId, organizationId })));
    for (const waits of [true, false])
      await sessions.awaitFactor(
        organizationId,
        people.filter((_, index) => states[index]?.fits === !waits),
        waits,
      );
  }
  const stateOf = ({ userId, organizationId }: Caller) => signer.ask("factors.state", { userId, organizationId });

  return {
    requirement: async (caller) => (await stateOf(caller)).requireFactor,
    async require(caller, requireFactor) {
      const { organizationId, userId } = caller;
      const before = (await stateOf(caller)).requireFactor;
      await signer.ask("policy.set", { organizationId, requireFactor, by: userId });
      const details = { before: { requireFactor: before }, after: { requireFactor } };
      await judgeAll(organizationId);
      await record(caller, "security_policy.changed", { kind: "organization", id: organizationId }, details);
    },
    async requestReset(caller, userId) {
      const { organizationId } = caller;
      if (!(await database.withTenant(organizationId, (tx) => isMember(tx, organizationId, userId))))
        throw new AppError("NOT_FOUND", "no such person");
      // Their factors guard every organization they belong to, so no single one decides.
      if ((await database.withUser(userId, countMemberships)) > 1)
        throw new AppError("CONFLICT", "this person belongs to several organizations: only the server's operator resets their factors", {
          details: { reason: "several_organizations" },
        });
      const { id } = await signer.ask("reset.request", { userId, organizationId, by: caller.userId });
      await record(caller, "factor_reset.requested", { kind: "user", id: userId });
      await database.withTenant(organizationId, (tx) =>
        news.factorResetRequested(tx, { organizationId, userId, requestedBy: caller.userId }),
      );
      return id;
    },
    async resets({ organizationId }) {
      const { resets } = await signer.ask("reset.list", { organizationId });
      return resets.map((reset) => ({ ...reset, requestedAt: new Date(reset.requestedAt).toISOString() }));
    },
    async approveReset(caller, resetId) {
      if ((await stateOf(caller)).factors.length === 0)
        throw new AppError("FORBIDDEN", "approving a reset needs a second factor of your own", { details: { reason: "factor_needed" } });
      const { organizationId } = caller;
      const { userId } = await signer.ask("reset.approve", { resetId, organizationId, by: caller.userId });
      await sessions.endOf({ organizationId, userId });
      await record(caller, "factor_reset.approved", { kind: "user", id: userId });
    },
  };
}
