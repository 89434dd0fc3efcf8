// Rows for tests, written straight into a test database through the application's own role.
import { randomBytes } from "node:crypto";
import type { Database } from "../src/database/index.ts";
import { newId } from "../src/ids.ts";
import { addPredefinedGroups, type Predefined, type Scope } from "../src/modules/access/index.ts";
import { addFirstContractTypes } from "../src/modules/contracts/index.ts";
import { addFirstDesk } from "../src/modules/desks/index.ts";
import { addFirstTypes } from "../src/modules/resources/index.ts";

let serial = 0;
const numbered = (word: string): string => `${word} ${++serial}`;

/** An organization with its predefined groups and equipment types, and nothing else in it. */
export async function makeOrganization(database: Database, name = numbered("Organization")): Promise<{ id: string; name: string }> {
  const id = newId();
  await database.withTenant(id, async (tx) => {
    await tx.organizationDirectory.create({ data: { id } });
    await tx.organization.create({ data: { id, name } });
    await addPredefinedGroups(tx, id);
    await addFirstTypes(tx, id);
    await addFirstContractTypes(tx, id);
    await addFirstDesk(tx, id);
  });
  return { id, name };
}

/** A member of an organization with one grant. Without `passwordHash` nobody can sign in as them. */
export async function makeUser(
  database: Database,
  organizationId: string,
  {
    group = "administrators" as Predefined | null,
    scopes = undefined as readonly Scope[] | undefined,
    name = numbered("Person"),
    passwordHash = "none",
  } = {},
): Promise<{ id: string; email: string; name: string }> {
  const id = newId();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.test`;
  await database.withTenant(organizationId, async (tx) => {
    await tx.user.create({ data: { id, email, name } });
    await tx.userCredential.create({ data: { userId: id, passwordHash } });
    await tx.membership.create({ data: { id: newId(), organizationId, userId: id } });
  });
  if (group !== null) await makeGrant(database, organizationId, id, group, scopes);
  return { id, email, name };
}

/** Grants a predefined group, everywhere unless scopes are given. */
export async function makeGrant(
  database: Database,
  organizationId: string,
  userId: string,
  group: Predefined,
  scopes?: readonly Scope[],
): Promise<void> {
  await database.withTenant(organizationId, async (tx) => {
    const { id: permissionGroupId } = await tx.permissionGroup.findFirstOrThrow({ where: { predefined: group } });
    let { id: attendantGroupId } = await tx.attendantGroup.findFirstOrThrow({ where: { predefined: "all" } });
    if (scopes !== undefined) {
      attendantGroupId = newId();
      await tx.attendantGroup.create({ data: { id: attendantGroupId, organizationId, name: numbered("Scopes") } });
      for (const { kind, id } of scopes)
        await tx.attendantGroupScope.create({ data: { id: newId(), organizationId, attendantGroupId, kind, targetId: id } });
    }
    await tx.grant.create({ data: { id: newId(), organizationId, userId, permissionGroupId, attendantGroupId } });
  });
}

export async function makeClient(
  database: Database,
  organizationId: string,
  name = numbered("Client"),
): Promise<{ id: string; name: string }> {
  const id = newId();
  await database.withTenant(organizationId, async (tx) => {
    const sequence = { organizationId, kind: "client" };
    const { last } = await tx.numberSequence.upsert({
      where: { organizationId_kind: sequence },
      create: { ...sequence, last: 1 },
      update: { last: { increment: 1 } },
    });
    await tx.client.create({ data: { id, organizationId, number: last, name } });
  });
  return { id, name };
}

export async function makeSite(
  database: Database,
  organizationId: string,
  clientId: string,
  name = numbered("Site"),
): Promise<{ id: string; name: string }> {
  const id = newId();
  await database.withTenant(organizationId, (tx) => tx.site.create({ data: { id, organizationId, clientId, name } }));
  return { id, name };
}

export interface MadeResource {
  readonly id: string;
  readonly agentId: string;
  readonly name: string;
  readonly clientId: string;
  readonly siteId: string;
}

/** A resource with an active agent; in a new client and site unless a place is given. */
export async function makeResource(
  database: Database,
  organizationId: string,
  options: { name?: string; clientId?: string; siteId?: string; groupId?: string; state?: string; publicKey?: Uint8Array } = {},
): Promise<MadeResource> {
  const { name = numbered("machine"), groupId = null, state = "active", publicKey = randomBytes(32) } = options;
  const clientId = options.clientId ?? (await makeClient(database, organizationId)).id;
  const siteId = options.siteId ?? (await makeSite(database, organizationId, clientId)).id;
  const [id, agentId] = [newId(), newId()];
  await database.withTenant(organizationId, async (tx) => {
    await tx.resource.create({ data: { id, organizationId, clientId, siteId, groupId, name, hostname: name, platform: "linux" } });
    await tx.agent.create({ data: { id: agentId, organizationId, resourceId: id, publicKey: new Uint8Array(publicKey), state } });
  });
  return { id, agentId, name, clientId, siteId };
}
