// The machine that the server itself runs on: `npm start` enrols it as the first resource with a token from here.
import type { Database } from "../../database/index.ts";
import type { EnrollmentTokens } from "./enrollment-tokens.ts";

const HOUR_MS = 3_600_000;

/** Makes a token for one machine at the operator's own first site, valid for an hour; undefined until the server is set up. */
export async function firstMachineToken(database: Database, tokens: EnrollmentTokens, now: number): Promise<string | undefined> {
  const installation = await database.global((tx) => tx.installation.findUnique({ where: { id: 1 } }));
  const organizationId = installation?.organizationId;
  if (organizationId === null || organizationId === undefined) return undefined;
  const place = await database.withTenant(organizationId, async (tx) => ({
    // Clients and memberships are read here for their ids alone.
    site: await tx.site.findFirst({ where: { deletedAt: null }, orderBy: { id: "asc" }, select: { id: true, clientId: true } }),
    administrator: await tx.membership.findFirst({ where: { deletedAt: null }, orderBy: { createdAt: "asc" }, select: { userId: true } }),
  }));
  if (place.site === null || place.administrator === null) return undefined;
  const caller = { organizationId, userId: place.administrator.userId, address: "127.0.0.1", reach: "all" as const };
  const made = await tokens.create(caller, {
    clientId: place.site.clientId,
    siteId: place.site.id,
    name: "This server",
    approval: "automatic",
    maxUses: 1,
    expiresAt: new Date(now + HOUR_MS).toISOString(),
  });
  return made.token;
}
