// The provider an organization uses: read without its secret, changed, and tried out.
import type { Static } from "typebox";
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { difference } from "../audit/index.ts";
import type { Needs } from "./needs.ts";
import { connectProvider, isSafeAddress, type ProviderConfig, ProviderError } from "./provider.ts";
import { findConfiguration, saveConfiguration } from "./queries.ts";
import type { SsoSettings, SsoTest, saveSsoBody } from "./schemas.ts";

const SECRET_PLACE = "sso.client_secret";

type Actor = Pick<Caller, "organizationId" | "userId" | "address">;

export interface SsoConfigurations {
  get(organizationId: string): Promise<Static<typeof SsoSettings>>;
  /** Throws INVALID_INPUT for an issuer that is no safe address, or a missing secret: a new issuer never gets the old one's. */
  save(caller: Actor, request: Static<typeof saveSsoBody>): Promise<Static<typeof SsoSettings>>;
  /** Whether the stored provider answers and shows its keys. */
  test(caller: Actor): Promise<Static<typeof SsoTest>>;
  /** The provider with its secret; undefined while none is there, or none is enabled. */
  enabled(tx: Tx, organizationId: string): Promise<(ProviderConfig & { allowNewUsers: boolean }) | undefined>;
}

export function createConfigurations({
  database,
  audit,
  clock,
  sealer,
}: Pick<Needs, "database" | "audit" | "clock" | "sealer">): SsoConfigurations {
  const read = async (tx: Tx): Promise<Static<typeof SsoSettings>> => {
    const found = await findConfiguration(tx);
    if (found === null) return { issuer: null, clientId: null, hasClientSecret: false, enabled: false, allowNewUsers: false };
    const { issuer, clientId, enabled, allowNewUsers } = found;
    return { issuer, clientId, hasClientSecret: true, enabled, allowNewUsers };
  };

  async function stored(tx: Tx, organizationId: string) {
    const found = await findConfiguration(tx);
    return found && { ...found, clientSecret: await sealer.open(tx, organizationId, found.clientSecret, SECRET_PLACE) };
  }

  return {
    get: (organizationId) => database.withTenant(organizationId, read),

    save: ({ organizationId, userId, address }, request) =>
      database.withTenant(organizationId, async (tx) => {
        const { issuer, clientId, enabled, allowNewUsers = false } = request;
        if (!URL.canParse(issuer) || !isSafeAddress(new URL(issuer))) throw invalid("issuer", "https");
        const before = await findConfiguration(tx);
        const keepsSecret = request.clientSecret === undefined && before?.issuer === issuer && before.clientId === clientId;
        if (request.clientSecret === undefined && !keepsSecret) throw invalid("clientSecret", "required");
        const clientSecret =
          request.clientSecret === undefined
            ? (before?.clientSecret ?? new Uint8Array())
            : await sealer.seal(tx, organizationId, request.clientSecret, SECRET_PLACE);
        const after = { issuer, clientId, enabled, allowNewUsers };
        await saveConfiguration(tx, organizationId, { ...after, clientSecret }, { at: new Date(clock.now()), by: userId });
        await audit.record(tx, {
          organizationId,
          actor: { kind: "user", id: userId },
          action: "sso.configured",
          subject: { kind: "organization", id: organizationId },
          details: { ...difference(before ?? {}, after), secretChanged: !keepsSecret },
          address,
        });
        return read(tx);
      }),

    async test({ organizationId, userId, address }) {
      const config = await database.withTenant(organizationId, (tx) => stored(tx, organizationId));
      const problem = config === null ? "not_configured" : await problemOf(config);
      const actor = { kind: "user", id: userId } as const;
      await database.withTenant(organizationId, (tx) =>
        audit.record(tx, { organizationId, actor, action: "sso.tested", details: { problem }, address }),
      );
      return { ok: problem === null, problem };
    },

    async enabled(tx, organizationId) {
      const config = await stored(tx, organizationId);
      return config?.enabled === true ? config : undefined;
    },
  };
}

async function problemOf(config: ProviderConfig): Promise<Static<typeof SsoTest>["problem"]> {
  try {
    await (await connectProvider(config)).checkKeys();
    return null;
  } catch (error) {
    if (error instanceof ProviderError && error.problem !== "refused") return error.problem;
    throw error;
  }
}

const invalid = (field: string, problem: string): AppError =>
  new AppError("INVALID_INPUT", `the ${field} cannot be used`, { details: { fields: [{ field, problem }] } });
