// Making an organization with its first administrator: at set-up through the browser, later by the operator's command line.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import type { Audit } from "../audit/index.ts";
import { type Passwords, refuseWeakPassword } from "./passwords.ts";
import { claimInstallation, findAccount, insertMembership, insertOrganization, insertUser } from "./queries.ts";

interface OrganizationRequest {
  readonly name: string;
  /** IANA name; UTC when left out. */
  readonly timeZone?: string;
  /** "en" or "pt-BR"; "en" when left out. */
  readonly locale?: string;
  /** The password may be left out for a person who already has an account; theirs stays as it is. */
  readonly administrator: { readonly email: string; readonly name: string; readonly password?: string };
}

/** Makes what a new organization starts with (its first client), in the same transaction. */
export type Furnish = (tx: Tx, organization: { organizationId: string; name: string; userId: string }) => Promise<void>;

export interface Organizations {
  /**
   * Makes the organization, its administrator and what it starts with, all or nothing.
   * With `install`, also marks the server as set up by it: throws NOT_FOUND when it already is, so that of many rivals one wins.
   * `within` runs at the end of the same transaction.
   */
  create<T>(
    request: OrganizationRequest,
    options: { install: boolean; address?: string },
    within: (tx: Tx, made: { organizationId: string; userId: string }) => Promise<T>,
  ): Promise<T>;
}

export interface OrganizationsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly furnish: Furnish;
}

export function createOrganizations(deps: OrganizationsDeps): Organizations {
  const { database, audit, clock, passwords, furnish } = deps;
  return {
    async create(request, options, within) {
      const name = request.name.trim();
      const person = { ...request.administrator, email: normalEmail(request.administrator.email), name: request.administrator.name.trim() };
      const known = await database.global((tx) => findAccount(tx, person.email));
      const passwordHash = known === undefined ? await newPassword(passwords, person, name) : undefined;
      const organizationId = newId();
      const userId = known?.id ?? newId();

      return database.withTenant(organizationId, async (tx) => {
        if (options.install && !(await claimInstallation(tx, organizationId, new Date(clock.now()))))
          throw new AppError("NOT_FOUND", "no such route");
        await insertOrganization(tx, { organizationId, name, timeZone: request.timeZone ?? "UTC", locale: request.locale ?? "en" });
        if (passwordHash !== undefined) await insertUser(tx, { id: userId, email: person.email, name: person.name, passwordHash });
        await insertMembership(tx, { id: newId(), organizationId, userId });
        await furnish(tx, { organizationId, name, userId });
        await audit.record(tx, {
          organizationId,
          actor: options.install ? { kind: "user", id: userId } : { kind: "server" },
          action: options.install ? "installation.set_up" : "organization.created",
          subject: { kind: "organization", id: organizationId },
          details: { name },
          about: { personId: userId, details: { administrator: person.email } },
          ...(options.address !== undefined && { address: options.address }),
        });
        return within(tx, { organizationId, userId });
      });
    },
  };
}

/** E-mail addresses are compared without case and without the space around them. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

async function newPassword(
  passwords: Passwords,
  person: { email: string; name: string; password?: string },
  organization: string,
): Promise<string> {
  if (person.password === undefined)
    throw new AppError("INVALID_INPUT", "a new person needs a password", {
      details: { fields: [{ field: "password", problem: "required" }] },
    });
  refuseWeakPassword(person.password, [organization, person.name, ...person.email.split("@")]);
  return passwords.hash(person.password);
}
