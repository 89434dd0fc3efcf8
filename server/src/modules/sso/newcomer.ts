// Somebody the provider knows and this server does not, where the organization lets such people in: a member without any grant.
import type { Tx } from "../../database/index.ts";
import { newId } from "../../ids.ts";
import { findAccount, insertUser, joinMember, normalEmail } from "../accounts/index.ts";

export interface Newcomer {
  readonly organizationId: string;
  readonly email: string;
  readonly name: string;
  /** Of a password that nobody knows. */
  readonly passwordHash: string;
}

/** The new person's id; undefined when the address already belongs to somebody: an address never makes anybody somebody. */
export async function addNewcomer(tx: Tx, { organizationId, email, name, passwordHash }: Newcomer): Promise<string | undefined> {
  const address = normalEmail(email);
  if ((await findAccount(tx, address)) !== undefined) return undefined;
  const userId = newId();
  await insertUser(tx, { id: userId, email: address, name, passwordHash });
  await joinMember(tx, { id: newId(), organizationId, userId, createdBy: userId });
  return userId;
}
