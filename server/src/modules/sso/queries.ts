// The only reader and writer of the tables of single sign-on.
import { ofTenant, type Tx } from "../../database/index.ts";

export interface Configuration {
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed. */
  readonly clientSecret: Uint8Array<ArrayBuffer>;
  readonly enabled: boolean;
  readonly allowNewUsers: boolean;
}

export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  /** Who links their account; null on the way of signing in. */
  readonly linkUserId: string | null;
  readonly linkSessionId: string | null;
}

export const findConfiguration = (tx: Tx): Promise<Configuration | null> => tx.ssoConfiguration.findFirst();

export async function saveConfiguration(
  tx: Tx,
  organizationId: string,
  configuration: Configuration,
  change: { at: Date; by: string },
): Promise<void> {
  const data = { ...configuration, updatedAt: change.at, updatedBy: change.by };
  await tx.ssoConfiguration.upsert({
    where: { organizationId },
    create: { organizationId, ...data },
    update: { ...data, version: { increment: 1 } },
  });
}

/** Adds a flow and forgets those that nobody came back from. */
export async function insertFlow(
  tx: Tx,
  flow: Flow & { organizationId: string; tokenHash: Uint8Array<ArrayBuffer>; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.ssoFlow.deleteMany({ where: { expiresAt: { lt: now } } });
  await tx.ssoFlow.create({ data: flow });
}

/** Takes a flow away, so that it serves one return alone; undefined when there is none or it is over. */
export async function takeFlow(tx: Tx, tokenHash: Uint8Array, now: Date): Promise<Flow | undefined> {
  const rows = await tx.$queryRaw<(Flow & { expiresAt: Date })[]>`
    delete from sso_flows where ${ofTenant("sso_flows")} and token_hash = ${tokenHash}
    returning state, nonce, code_verifier as "codeVerifier", redirect_uri as "redirectUri",
      link_user_id as "linkUserId", link_session_id as "linkSessionId", expires_at as "expiresAt"`;
  const [flow] = rows;
  return flow !== undefined && flow.expiresAt > now ? flow : undefined;
}

/** Who a subject of the issuer is here, if they are a member who is not disabled; and whether they are linked at all. */
export async function findLinked(
  tx: Tx,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<{ userId: string; stands: boolean } | undefined> {
  const rows = await tx.$queryRaw<{ userId: string; stands: boolean }[]>`
    select l.user_id as "userId",
      exists (select from memberships m join users u on u.id = m.user_id where m.organization_id = l.organization_id and m.user_id = l.user_id
        and m.deleted_at is null and m.disabled_at is null and u.disabled_at is null) as stands
    from sso_links l where ${ofTenant("l")} and l.issuer = ${issuer} and l.subject = ${subject}`;
  return rows[0];
}

export const findLinkOf = (tx: Tx, userId: string): Promise<{ issuer: string; linkedAt: Date } | null> =>
  tx.ssoLink.findFirst({ where: { userId }, select: { issuer: true, linkedAt: true } });

/** Links a person, instead of any subject they were linked to. */
export async function saveLink(
  tx: Tx,
  link: { id: string; organizationId: string; userId: string; issuer: string; subject: string; linkedAt: Date },
): Promise<void> {
  await tx.ssoLink.deleteMany({ where: { userId: link.userId } });
  await tx.ssoLink.create({ data: link });
}

/** False when there was none. */
export async function deleteLink(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.ssoLink.deleteMany({ where: { userId } })).count > 0;
}
