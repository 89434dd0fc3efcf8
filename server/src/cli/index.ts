// The commands of vigia-server. Each answers its exit code; a StartError becomes one line on standard error.
import { serverVersion } from "../server.ts";
import { StartError } from "../start-error.ts";
import { auditCommand } from "./audit.ts";
import { doctorCommand } from "./doctor.ts";
import { organizationCommand } from "./organization.ts";
import { accountCommand, factorCommand } from "./person.ts";
import { run } from "./run.ts";
import { secretsCommand } from "./secrets.ts";
import { signerCommand } from "./signer.ts";

const HELP = `vigia-server [run]                 start the server (default)
vigia-server organization create   make another organization and its administrator
    --name NAME --admin-email EMAIL [--admin-name NAME] [--time-zone ZONE] [--locale en|pt-BR]
    [--password-stdin]             read the administrator's password from standard input; without it one is made and printed
vigia-server audit verify          check the audit log's chains, also while the server runs; exit code 1 when one is broken
    [--organization ID]            only this one
vigia-server account unlock        let somebody try again whom nobody else can help; audited
    --email EMAIL [--new-password]
vigia-server factor reset          take all second factors from somebody who lost them; audited
    --email EMAIL
vigia-server signer verify         check the signer's journal; exit code 1 when a line was changed or its end was cut
    [--folder FOLDER]              of a signer that runs elsewhere (VIGIA_SIGNER_SOCKET)
vigia-server signer accept         take an older copy of the signer's folder that you restored on purpose
vigia-server secrets rotate        change the key-encryption key, while the server stands still
vigia-server doctor                look at clock, disk, keys, certificate, proxy, database, signer, audit log and mail, and say the cure;
    [--json]                       exit code 1 on a fault; also while the server stands still
    [--date-from URL]              compare the clock with this web server's
    [--agents N]                   judge the limits for so many agents
vigia-server version               print the version
vigia-server help                  print this

Settings come from the environment: VIGIA_HOST, VIGIA_PORT, VIGIA_DATA, DATABASE_URL, VIGIA_TLS, VIGIA_TLS_CERT, VIGIA_TLS_KEY,
VIGIA_PUBLIC_URL, VIGIA_TRUSTED_PROXIES, VIGIA_LOG_LEVEL, VIGIA_METRICS_TOKEN, VIGIA_SIGNER_SOCKET, VIGIA_SIGNER_USER, VIGIA_EXIT_WITH_PARENT (README, "Settings")`;

type Command = (args: readonly string[]) => Promise<number>;

const print =
  (text: () => string): Command =>
  async () => {
    console.log(text());
    return 0;
  };

const COMMANDS: Readonly<Record<string, Command>> = {
  run: () => run(),
  organization: organizationCommand,
  audit: auditCommand,
  secrets: secretsCommand,
  doctor: doctorCommand,
  account: accountCommand,
  factor: factorCommand,
  signer: signerCommand,
  version: print(serverVersion),
  "--version": print(serverVersion),
  help: print(() => HELP),
  "--help": print(() => HELP),
};

/** Runs the command that these arguments name. */
export async function command([name = "run", ...args]: readonly string[]): Promise<number> {
  const chosen = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (chosen === undefined) throw new StartError(`there is no command "${name}"`, "See: vigia-server help");
    return await chosen(args);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(`vigia-server: ${error.message}`);
    return 1;
  }
}
