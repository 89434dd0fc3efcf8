// What a signed-in person sees of themselves: the Session answer of the API.
import type { Static } from "typebox";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { Principal } from "../../http/principal.ts";
import type { RecoveryFile } from "../../keys/index.ts";
import type { KekBackup } from "../../secrets/index.ts";
import { difference } from "../audit/index.ts";
import type { RecordEverywhere } from "./elsewhere.ts";
import { findMemberships, findProfile, type ProfileChange, updateProfile } from "./queries.ts";
import type { Session } from "./schemas.ts";

export interface Profile {
  /** `csrfToken` is the session's own, from the request or the token just made. */
  describe(principal: Principal, csrfToken: string): Promise<Static<typeof Session>>;
  /** Their own wishes and name, from `address`; what differs is audited in each of their organizations. */
  change(principal: Principal, change: ProfileChange, address: string): Promise<void>;
}

export interface ProfileDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recoveryFile: RecoveryFile;
  readonly kekBackup: KekBackup;
  readonly version: string;
  readonly recordEverywhere: RecordEverywhere;
  /** The names of the permission groups a person has a grant of (modules/access). */
  readonly groupNames: (tx: Tx, userId: string) => Promise<string[]>;
}

export function createProfile(deps: ProfileDeps): Profile {
  const { database, clock, recoveryFile, kekBackup, version, groupNames, recordEverywhere } = deps;
  return {
    async describe(principal, csrfToken) {
      const { userId, organizationId } = principal;
      const shown = await database.withTenant(organizationId, (tx) => findProfile(tx, userId, organizationId));
      const memberships = await database.withUser(userId, findMemberships);
      return {
        ...shown,
        organizations: memberships.map(({ id, name }) => ({ id, name })),
        groups: await database.withTenant(organizationId, (tx) => groupNames(tx, userId)),
        permissions: [...principal.permissions],
        csrfToken,
        recoveryKeyPending: principal.permissions.has("installation:keys") && (await recoveryFile.exists()),
        keyBackupPending: principal.permissions.has("installation:keys") && (await kekBackup.pending()),
        factorSetupRequired: principal.factorSetup === true,
        serverTime: new Date(clock.now()).toISOString(),
        version,
      };
    },
    change: ({ userId, organizationId }, change, address) =>
      database.withTenant(organizationId, async (tx) => {
        const { user: before } = await findProfile(tx, userId, organizationId);
        const details = difference(before, change);
        if (Object.keys(details.changes).length === 0) return;
        await updateProfile(tx, userId, change);
        const person = { kind: "user", id: userId } as const;
        const entry = { organizationId, actor: person, action: "user.changed", subject: person, details, address };
        await recordEverywhere(tx, userId, entry);
      }),
  };
}
