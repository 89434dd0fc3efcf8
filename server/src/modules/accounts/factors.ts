// A person's second factors as their account shows them: kept by the signer, changes audited here.
import type { Static } from "typebox";
import type { Database, Tx } from "../../database/index.ts";
import type { Principal } from "../../http/principal.ts";
import type { Signer } from "../../signer/index.ts";
import type { Audit } from "../audit/index.ts";
import type { Factors as FactorsAnswer } from "./factor-schemas.ts";
import { findProfile } from "./queries.ts";
import type { Sessions } from "./sessions.ts";

export interface Factors {
  list(principal: Principal): Promise<Static<typeof FactorsAnswer>>;
  beginTotp(principal: Principal): Promise<{ secret: string; uri: string }>;
  confirmTotp(principal: Principal, request: { code: string; name?: string }, address: string): Promise<{ recoveryCodes: string[] }>;
  beginPasskey(principal: Principal, origin: string): Promise<Record<string, unknown>>;
  addPasskey(
    principal: Principal,
    request: { response: Record<string, unknown>; name: string },
    address: string,
  ): Promise<{ recoveryCodes: string[] }>;
  renewCodes(principal: Principal, address: string): Promise<{ recoveryCodes: string[] }>;
  remove(principal: Principal, factorId: string, address: string): Promise<void>;
}

export interface FactorsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly signer: Signer;
  readonly sessions: Sessions;
}

const DEFAULT_NAME = "Authenticator";
const instant = (at: number) => new Date(at).toISOString();

export function createFactors({ database, audit, signer, sessions }: FactorsDeps): Factors {
  const inTenant = <T>({ organizationId }: Principal, work: (tx: Tx) => Promise<T>) => database.withTenant(organizationId, work);
  const person = (principal: Principal) =>
    inTenant(principal, async (tx) => (await findProfile(tx, principal.userId, principal.organizationId)).user);

  async function record(principal: Principal, action: string, address: string, details: Record<string, unknown> = {}): Promise<void> {
    const { userId: id, organizationId } = principal;
    const subject = { kind: "user", id };
    await inTenant(principal, (tx) => audit.record(tx, { organizationId, actor: { kind: "user", id }, action, subject, details, address }));
  }
  /** A session that waited for a factor is a whole one as soon as the factor satisfies the organization. */
  async function added(principal: Principal, address: string, details: Record<string, unknown>): Promise<void> {
    await record(principal, "factor.added", address, details);
    if (principal.factorSetup !== true) return;
    const { userId, organizationId } = principal;
    const { fits } = await signer.ask("factors.state", { userId, organizationId });
    if (fits) await sessions.finishFactorSetup(principal);
  }

  return {
    async list({ userId, organizationId }) {
      const { factors, recoveryCodesLeft, requireFactor } = await signer.ask("factors.state", { userId, organizationId });
      const items = factors.map((factor) => ({
        ...factor,
        createdAt: instant(factor.createdAt),
        lastUsedAt: factor.lastUsedAt === null ? null : instant(factor.lastUsedAt),
      }));
      return { items, recoveryCodesLeft, required: requireFactor };
    },
    async beginTotp(principal) {
      const { email } = await person(principal);
      return signer.ask("totp.begin", { userId: principal.userId, label: email.slice(0, 100) });
    },
    async confirmTotp(principal, { code, name = DEFAULT_NAME }, address) {
      const answer = await signer.ask("totp.confirm", { userId: principal.userId, code, name });
      await added(principal, address, { kind: "totp", name });
      return answer;
    },
    async beginPasskey(principal, origin) {
      const { email, name } = await person(principal);
      const names = { userName: email.slice(0, 100), displayName: name.slice(0, 100) };
      return (await signer.ask("passkey.begin", { userId: principal.userId, ...names, origin })).options;
    },
    async addPasskey(principal, { response, name }, address) {
      const answer = await signer.ask("passkey.confirm", { userId: principal.userId, response, name });
      await added(principal, address, { kind: "passkey", name });
      return answer;
    },
    async renewCodes(principal, address) {
      const answer = await signer.ask("recovery.renew", { userId: principal.userId });
      await record(principal, "recovery_codes.renewed", address);
      return answer;
    },
    async remove(principal, factorId, address) {
      await signer.ask("factors.remove", { userId: principal.userId, factorId });
      await record(principal, "factor.removed", address, { factorId });
      const { userId, organizationId } = principal;
      const { fits } = await signer.ask("factors.state", { userId, organizationId });
      if (!fits) await sessions.awaitFactor(organizationId, [userId], true);
    },
  };
}
