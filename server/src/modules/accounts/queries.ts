// The only writer of the tables of people: users, credentials, memberships, organizations, the installation row.
// Sessions have their own file (session-queries.ts).
import { ofPerson, type Tx } from "../../database/index.ts";

export interface NewOrganization {
  readonly organizationId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
}

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  readonly passwordHash: string | undefined;
}

/** The account under an e-mail address, lower case. Readable in any transaction: people are global. */
export async function findAccount(tx: Tx, email: string): Promise<Account | undefined> {
  const user = await tx.user.findUnique({ where: { email } });
  if (user === null) return undefined;
  const credential = await tx.userCredential.findUnique({ where: { userId: user.id } });
  return { id: user.id, email: user.email, disabledAt: user.disabledAt, passwordHash: credential?.passwordHash };
}

/** The organizations that a person may sign in to, oldest membership first. Needs withUser. */
export async function findMemberships(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw`
    select o.id, o.name from memberships m join organizations o on o.id = m.organization_id
    where ${ofPerson("m")} and m.deleted_at is null and m.disabled_at is null and o.deleted_at is null order by m.created_at, o.id`;
}

/** The organizations a person belongs to, also those that disabled them. Needs withUser. */
export const membershipsOf = async (tx: Tx): Promise<string[]> =>
  (await tx.membership.findMany({ where: { deletedAt: null }, select: { organizationId: true } })).map(
    ({ organizationId }) => organizationId,
  );

/** Lifts what disables a person, here and on the whole server. */
export async function enableUser(tx: Tx, organizationId: string, userId: string): Promise<void> {
  await tx.membership.updateMany({ where: { organizationId, userId, disabledAt: { not: null } }, data: { disabledAt: null } });
  await tx.user.updateMany({ where: { id: userId, disabledAt: { not: null } }, data: { disabledAt: null } });
}

/** In how many organizations a person is. Needs withUser. */
export const countMemberships = (tx: Tx): Promise<number> => tx.membership.count({ where: { deletedAt: null } });

/** Whether a person belongs to the transaction's organization. */
export const isMember = async (tx: Tx, organizationId: string, userId: string): Promise<boolean> =>
  (await tx.membership.count({ where: { organizationId, userId, deletedAt: null } })) > 0;

export async function insertOrganization(tx: Tx, organization: NewOrganization): Promise<void> {
  const { organizationId: id, name, timeZone, locale } = organization;
  await tx.organizationDirectory.create({ data: { id } });
  await tx.organization.create({ data: { id, name, timeZone, locale } });
}

export async function insertUser(tx: Tx, user: { id: string; email: string; name: string; passwordHash: string }): Promise<void> {
  await tx.user.create({ data: { id: user.id, email: user.email, name: user.name } });
  await tx.userCredential.create({ data: { userId: user.id, passwordHash: user.passwordHash } });
}

export async function insertMembership(tx: Tx, membership: { id: string; organizationId: string; userId: string }): Promise<void> {
  await tx.membership.create({ data: { ...membership, createdBy: membership.userId } });
}

/** Whether the server is set up. */
export async function isConfigured(tx: Tx): Promise<boolean> {
  const row = await tx.installation.findUnique({ where: { id: 1 }, select: { configuredAt: true } });
  return row !== null && row.configuredAt !== null;
}

/** Marks the server as set up by this organization; false when it already was. Rivals wait for the row and then lose. */
export async function claimInstallation(tx: Tx, organizationId: string, at: Date): Promise<boolean> {
  const { count } = await tx.installation.updateMany({ where: { id: 1, configuredAt: null }, data: { organizationId, configuredAt: at } });
  return count === 1;
}

export async function findProfile(tx: Tx, userId: string, organizationId: string) {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, name: true, email: true, locale: true, timeZone: true, theme: true },
  });
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { id: true, name: true, timeZone: true, locale: true },
  });
  return { user, organization };
}

export interface ProfileChange {
  readonly name?: string;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly theme?: string;
}

export async function updateProfile(tx: Tx, userId: string, change: ProfileChange): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { ...change, version: { increment: 1 } } });
}

export async function findOrganizationName(tx: Tx, id: string): Promise<string> {
  return (await tx.organization.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}
