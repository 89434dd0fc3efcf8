// `vigia-server account unlock` and `vigia-server factor reset`: for people who cannot get in, on the server's host, audited.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { type BreakGlass, createBreakGlass, createPasswords } from "../modules/accounts/index.ts";
import { createAudit } from "../modules/audit/index.ts";
import { createPersonKeys, openKek } from "../secrets/index.ts";
import type { Signer } from "../signer/index.ts";
import { StartError } from "../start-error.ts";
import { withDatabase } from "./with-database.ts";
import { withSigner } from "./with-signer.ts";

const UNLOCK = "vigia-server account unlock --email EMAIL [--new-password]";
const RESET = "vigia-server factor reset --email EMAIL";

interface Person {
  readonly id: string;
  readonly email: string;
}

/** Answers 0 when the person may try again. Throws StartError. */
export async function accountCommand(args: readonly string[]): Promise<number> {
  const { email, newPassword } = parse(args, "unlock", UNLOCK);
  const password = newPassword ? randomBytes(15).toString("base64url") : undefined;
  await forPerson(email, UNLOCK, async (person, glass, signer) => {
    await signer.ask("host.unlock", { userId: person.id });
    await glass.unlock(person, password);
  });
  console.log(`${email} may sign in again: nothing disables the account, and no wrong attempt counts any longer.`);
  if (password !== undefined) console.log(`Password, shown once; they should change it after signing in: ${password}`);
  return 0;
}

/** Answers 0 when the person has no second factor any longer. Throws StartError. */
export async function factorCommand(args: readonly string[]): Promise<number> {
  const { email } = parse(args, "reset", RESET);
  await forPerson(email, RESET, async (person, glass, signer) => {
    const { removed } = await signer.ask("host.reset", { userId: person.id });
    await glass.factorsReset(person);
    console.log(`${email} has no second factor any longer (${removed} removed) and signs in with the password alone.`);
  });
  return 0;
}

function parse([verb, ...rest]: readonly string[], wanted: string, usage: string): { email: string; newPassword: boolean } {
  if (verb !== wanted) throw new StartError(`there is no such command: ${verb ?? ""}`, `Use: ${usage}`);
  try {
    const options = { email: { type: "string" }, ...(wanted === "unlock" && { "new-password": { type: "boolean" as const } }) } as const;
    const { values } = parseArgs({ args: rest, options });
    if (values.email === undefined) throw new Error("--email is needed");
    return { email: values.email, newPassword: Reflect.get(values, "new-password") === true };
  } catch (error) {
    throw new StartError((error as Error).message, `Use: ${usage}`, { cause: error });
  }
}

async function forPerson(
  email: string,
  usage: string,
  work: (person: Person, glass: BreakGlass, signer: Signer) => Promise<void>,
): Promise<void> {
  const config = readConfig();
  await withDatabase(config, async (database) => {
    const people = createPersonKeys({ kek: await openKek(database, config.dataDir), random: randomBytes });
    const audit = createAudit({ database, people });
    const glass = createBreakGlass({ database, audit, clock: systemClock, passwords: createPasswords() });
    const person = await glass.find(email);
    if (person === undefined) throw new StartError(`nobody here has the address ${email}`, `Use: ${usage}`);
    await withSigner(config, (signer) => work(person, glass, signer));
  });
}
