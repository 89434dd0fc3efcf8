// `vigia-server organization create`: the next organization on a server that is set up, also while that server runs.
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import type { Database } from "../database/index.ts";
import { AppError } from "../errors.ts";
import { countResources, joinFurnish } from "../joins.ts";
import { createOrganizations, createPasswords } from "../modules/accounts/index.ts";
import { createAudit } from "../modules/audit/index.ts";
import { createClients } from "../modules/clients/index.ts";
import { createPersonKeys, openKek } from "../secrets/index.ts";
import { StartError } from "../start-error.ts";
import { withDatabase } from "./with-database.ts";

const USAGE = "vigia-server organization create --name NAME --admin-email EMAIL";

interface Request {
  readonly name: string;
  readonly email: string;
  readonly adminName: string;
  readonly timeZone: string | undefined;
  readonly locale: string | undefined;
  readonly passwordFromStdin: boolean;
}

/** Answers 0 when the organization stands. Throws StartError. */
export async function organizationCommand(args: readonly string[]): Promise<number> {
  const request = parse(args);
  const config = readConfig();
  await withDatabase(config, (database) => create(database, config.dataDir, request));
  return 0;
}

function parse(args: readonly string[]): Request {
  const [verb, ...rest] = args;
  if (verb !== "create") throw new StartError(`there is no command "organization ${verb ?? ""}"`, `Use: ${USAGE}`);
  const string = { type: "string" } as const;
  const options = { name: string, "admin-email": string, "admin-name": string, "time-zone": string, locale: string } as const;
  try {
    const { values } = parseArgs({ args: rest, options: { ...options, "password-stdin": { type: "boolean" } } });
    const name = values.name?.trim() ?? "";
    const email = values["admin-email"]?.trim() ?? "";
    if (name === "" || !/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error("--name and a valid --admin-email are needed");
    return {
      name,
      email,
      adminName: values["admin-name"] ?? email.replace(/@.*/, ""),
      timeZone: values["time-zone"],
      locale: values.locale,
      passwordFromStdin: values["password-stdin"] === true,
    };
  } catch (error) {
    throw new StartError((error as Error).message, `Use: ${USAGE}`, { cause: error });
  }
}

async function create(database: Database, dataDir: string, request: Request): Promise<void> {
  const { configuredAt } = await database.global((tx) => tx.installation.findUniqueOrThrow({ where: { id: 1 } }));
  if (configuredAt === null)
    throw new StartError("this server is not set up yet", "Make the first organization in the browser, with the set-up code");
  const known = await database.global((tx) => tx.user.count({ where: { email: request.email.toLowerCase() } }));
  const password = known > 0 ? undefined : await choosePassword(request);
  const people = createPersonKeys({ kek: await openKek(database, dataDir), random: randomBytes });
  const audit = createAudit({ database, people });
  const common = { database, audit, clock: systemClock };
  const clients = createClients({ ...common, countResources, coverFor: async () => new Map() });
  const organizations = createOrganizations({ ...common, passwords: createPasswords(), furnish: joinFurnish(clients) });
  try {
    await organizations.create(
      {
        name: request.name,
        ...(request.timeZone !== undefined && { timeZone: request.timeZone }),
        ...(request.locale !== undefined && { locale: request.locale }),
        administrator: { email: request.email, name: request.adminName, ...(password !== undefined && { password }) },
      },
      { install: false },
      async () => undefined,
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new StartError(`the organization was not made: ${error.message} ${JSON.stringify(error.details ?? {})}`, `Use: ${USAGE}`, {
      cause: error,
    });
  }
  console.log(`The organization "${request.name}" stands; its administrator is ${request.email}.`);
  if (password === undefined) console.log("They sign in with the password they have.");
  else if (!request.passwordFromStdin) console.log(`Password, shown once; they should change it after signing in: ${password}`);
}

async function choosePassword(request: Request): Promise<string> {
  if (!request.passwordFromStdin) return randomBytes(15).toString("base64url");
  return (await text(process.stdin)).replace(/\r?\n$/, "");
}
