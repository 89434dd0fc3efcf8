// Taking all factors from a person who lost them: one administrator asks, another one approves with their own factor, or the
// operator does it on the server's host.
import { newId } from "../ids.ts";
import type { Ledger } from "./ledger.ts";
import { type RequestBody, SignerRefusal } from "./protocol.ts";
import { personOf } from "./state.ts";

export function createResets(ledger: Ledger) {
  const { state } = ledger;
  return {
    async request({ userId, organizationId, by }: RequestBody<"reset.request">) {
      if (userId === by) throw new SignerRefusal("SAME_PERSON", "nobody resets their own factors");
      if (personOf(state, userId).factors.size === 0) throw new SignerRefusal("NOT_FOUND", "this person has no second factor");
      const open = [...state.resets.values()].find((reset) => reset.userId === userId && reset.organizationId === organizationId);
      if (open !== undefined) return { id: open.id };
      const resetId = newId();
      await ledger.record({ kind: "reset.requested", resetId, userId, organizationId, by });
      return { id: resetId };
    },
    list({ organizationId }: RequestBody<"reset.list">) {
      const resets = [...state.resets.values()].filter((reset) => reset.organizationId === organizationId);
      return { resets: resets.map(({ id, userId, by, at }) => ({ id, userId, requestedBy: by, requestedAt: at })) };
    },
    async approve({ resetId, organizationId, by }: RequestBody<"reset.approve">) {
      const reset = state.resets.get(resetId);
      if (reset?.organizationId !== organizationId) throw new SignerRefusal("NOT_FOUND", "no such request");
      if (by === reset.by || by === reset.userId) throw new SignerRefusal("SAME_PERSON", "another administrator must approve");
      ledger.demandProof(by);
      await ledger.record({ kind: "reset.approved", resetId, userId: reset.userId, by });
      return { userId: reset.userId };
    },
    async byHost({ userId }: RequestBody<"host.reset">) {
      const removed = personOf(state, userId).factors.size;
      await ledger.record({ kind: "host.reset", userId });
      return { removed };
    },
    async unlock({ userId }: RequestBody<"host.unlock">) {
      await ledger.record({ kind: "host.unlocked", userId });
      return {};
    },
    async setPolicy({ organizationId, requireFactor, by }: RequestBody<"policy.set">) {
      ledger.demandProofOfOwners(by);
      await ledger.record({ kind: "policy.set", organizationId, requireFactor, by });
      return {};
    },
  };
}
