// The way to the provider and back. People are known by issuer and subject alone; an e-mail address never makes anybody somebody.
import { createHash } from "node:crypto";
import type { Static } from "typebox";
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Origin } from "../../http/caller.ts";
import { newId, organizationOfToken, tokenFor } from "../../ids.ts";
import type { Admitted, Needs, PersonHere } from "./needs.ts";
import { addNewcomer } from "./newcomer.ts";
import { connectProvider, type FlowSecrets, type Identity, newFlowSecrets, type ProviderConfig, ProviderError } from "./provider.ts";
import { deleteLink, type Flow, findLinked, findLinkOf, insertFlow, saveLink, takeFlow } from "./queries.ts";
import type { SsoLinkState } from "./schemas.ts";
import type { SsoConfigurations } from "./settings.ts";

/** How long somebody may take at their provider. */
const FLOW_MS = 10 * 60_000;

/** Why a return leads nowhere, as the console says it. */
export type Refusal = "unavailable" | "expired" | "refused" | "not_linked" | "disabled" | "taken" | "session_over";

/** What a browser takes along: where to go, and the cookie that proves it is the same one when it comes back. */
export interface Departure {
  readonly url: string;
  readonly cookie: string;
}

export type Arrival =
  | Admitted
  | { readonly status: "linked" }
  | { readonly status: "refused"; readonly refusal: Refusal; readonly linking: boolean };

export interface Sso {
  /** undefined when the organization has no provider, or it does not answer. */
  start(organizationId: string, redirectUri: string): Promise<Departure | undefined>;
  /** The same for a signed-in person who links their account. Throws NOT_FOUND without a provider, UNAVAILABLE when it does not answer. */
  startLink(session: PersonHere & { sessionId: string }, redirectUri: string): Promise<Departure>;
  /** What becomes of a browser that came back. `search` is the address's query, with its question mark. */
  arrive(cookie: string | undefined, search: string, from: Origin): Promise<Arrival>;
  linkOf(person: PersonHere): Promise<Static<typeof SsoLinkState>>;
  /** Throws NOT_FOUND when the person has no link. */
  unlink(person: PersonHere, address: string): Promise<void>;
}

export function createSso(needs: Needs, configurations: Pick<SsoConfigurations, "enabled">): Sso {
  const { database, audit, clock, log, random } = needs;

  async function depart(config: ProviderConfig, organizationId: string, redirectUri: string, link?: PersonHere & { sessionId: string }) {
    const secrets = newFlowSecrets(redirectUri);
    const url = await (await connectProvider(config)).authorizeAt(secrets);
    const cookie = tokenFor(organizationId, random(32));
    const now = clock.now();
    const people = { linkUserId: link?.userId ?? null, linkSessionId: link?.sessionId ?? null };
    const row = { organizationId, tokenHash: sha256(cookie), ...secrets, ...people, expiresAt: new Date(now + FLOW_MS) };
    await database.withTenant(organizationId, (tx) => insertFlow(tx, row, new Date(now)));
    return { url: url.href, cookie };
  }

  const configOf = (organizationId: string) => database.withTenant(organizationId, (tx) => configurations.enabled(tx, organizationId));

  async function refuse(organizationId: string, flow: Flow, refusal: Refusal, reason: string, address: string): Promise<Arrival> {
    await database.withTenant(organizationId, (tx) =>
      audit.record(tx, {
        organizationId,
        actor: flow.linkUserId === null ? { kind: "anonymous" } : { kind: "user", id: flow.linkUserId },
        action: "sso.refused",
        details: { refusal, reason },
        address,
      }),
    );
    return { status: "refused", refusal, linking: flow.linkUserId !== null };
  }

  /** The person behind an identity: linked before, or made now where that is allowed. */
  async function personOf(
    tx: Tx,
    organizationId: string,
    identity: Identity,
    allowNewUsers: boolean,
    address: string,
  ): Promise<string | Refusal> {
    const linked = await findLinked(tx, identity);
    if (linked !== undefined) return linked.stands ? linked.userId : "disabled";
    const { verifiedEmail, issuer, subject } = identity;
    if (!allowNewUsers || verifiedEmail === undefined) return "not_linked";
    const passwordHash = await needs.passwords.hash(Buffer.from(random(32)).toString("base64url"));
    const userId = await addNewcomer(tx, { organizationId, email: verifiedEmail, name: identity.name ?? verifiedEmail, passwordHash });
    if (userId === undefined) return "not_linked";
    await saveLink(tx, { id: newId(), organizationId, userId, issuer, subject, linkedAt: new Date(clock.now()) });
    await audit.record(tx, {
      organizationId,
      actor: { kind: "server" },
      action: "sso.user_added",
      subject: { kind: "user", id: userId },
      details: { issuer },
      address,
    });
    return userId;
  }

  async function link(organizationId: string, flow: Flow, identity: Identity, from: Origin): Promise<Arrival> {
    const [userId, sessionId] = [flow.linkUserId ?? "", flow.linkSessionId ?? ""];
    if (!(await needs.sessionAlive({ organizationId, sessionId })))
      return refuse(organizationId, flow, "session_over", "session_over", from.address);
    const { issuer, subject } = identity;
    const taken = await database.withTenant(organizationId, async (tx) => {
      const linked = await findLinked(tx, identity);
      if (linked !== undefined && linked.userId !== userId) return true;
      await saveLink(tx, { id: newId(), organizationId, userId, issuer, subject, linkedAt: new Date(clock.now()) });
      await audit.record(tx, {
        organizationId,
        actor: { kind: "user", id: userId },
        action: "sso.linked",
        subject: { kind: "user", id: userId },
        details: { issuer },
        address: from.address,
      });
      return false;
    });
    return taken ? refuse(organizationId, flow, "taken", "taken", from.address) : { status: "linked" };
  }

  return {
    async start(organizationId, redirectUri) {
      const config = await configOf(organizationId);
      if (config === undefined) return undefined;
      try {
        return await depart(config, organizationId, redirectUri);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        log.warn({ organizationId, problem: error.problem, detail: error.detail }, "the sign-on provider cannot be used");
        return undefined;
      }
    },

    async startLink(session, redirectUri) {
      const config = await configOf(session.organizationId);
      if (config === undefined) throw new AppError("NOT_FOUND", "the organization uses no single sign-on");
      try {
        return await depart(config, session.organizationId, redirectUri, session);
      } catch (cause) {
        if (!(cause instanceof ProviderError)) throw cause;
        throw new AppError("UNAVAILABLE", "the sign-on provider cannot be used", { details: { problem: cause.problem }, cause });
      }
    },

    async arrive(cookie, search, from) {
      const organizationId = cookie === undefined ? undefined : organizationOfToken(cookie);
      if (cookie === undefined || organizationId === undefined) return { status: "refused", refusal: "expired", linking: false };
      const { flow, config } = await database.withTenant(organizationId, async (tx) => ({
        flow: await takeFlow(tx, sha256(cookie), new Date(clock.now())),
        config: await configurations.enabled(tx, organizationId),
      }));
      if (flow === undefined) return { status: "refused", refusal: "expired", linking: false };
      if (config === undefined) return refuse(organizationId, flow, "unavailable", "not_enabled", from.address);

      const identity = await redeemed(config, search, flow);
      if (identity instanceof ProviderError) {
        const refusal = identity.problem === "refused" ? "refused" : "unavailable";
        return refuse(organizationId, flow, refusal, identity.detail, from.address);
      }
      if (flow.linkUserId !== null) return link(organizationId, flow, identity, from);
      const person = await database.withTenant(organizationId, (tx) =>
        personOf(tx, organizationId, identity, config.allowNewUsers, from.address),
      );
      if (person === "not_linked" || person === "disabled") return refuse(organizationId, flow, person, person, from.address);
      return needs.admit({ organizationId, userId: person }, from);
    },

    linkOf: ({ organizationId, userId }) =>
      database.withTenant(organizationId, async (tx) => {
        const found = await findLinkOf(tx, userId);
        const available = (await configurations.enabled(tx, organizationId)) !== undefined;
        return { available, issuer: found?.issuer ?? null, linkedAt: found?.linkedAt.toISOString() ?? null };
      }),

    unlink: ({ organizationId, userId }, address) =>
      database.withTenant(organizationId, async (tx) => {
        if (!(await deleteLink(tx, userId))) throw new AppError("NOT_FOUND", "this account is not linked");
        const subject = { kind: "user", id: userId };
        await audit.record(tx, { organizationId, actor: { kind: "user", id: userId }, action: "sso.unlinked", subject, address });
      }),
  };
}

/** Who came back, or what was wrong with what they brought. */
async function redeemed(config: ProviderConfig, search: string, flow: FlowSecrets): Promise<Identity | ProviderError> {
  const returned = new URL(flow.redirectUri);
  returned.search = search;
  try {
    return await (await connectProvider(config)).redeem(returned, flow);
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
}

const sha256 = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(token).digest());
