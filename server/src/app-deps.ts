// What the server is built from: the parts of an installation, and what tests put in the place of some.
import type { Clock } from "./clock.ts";
import type { Database } from "./database/index.ts";
import type { Delivery, EventHandlers, Failpoint } from "./delivery/index.ts";
import type { AdmissionLimits } from "./gateway/index.ts";
import type { HttpOptions } from "./http/server.ts";
import type { ServerKeys, SetupCode } from "./keys/index.ts";
import type { Log } from "./log.ts";
import type { ReadRights } from "./modules/accounts/index.ts";
import type { FileLimits, S3Place } from "./modules/files/index.ts";
import type { MailServer, Resolve } from "./modules/notify/index.ts";
import type { Kek, KekBackup } from "./secrets/index.ts";
import type { Signer } from "./signer/index.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** A token that enrols the machine this server runs on; undefined until the server is set up. */
    firstMachineToken(): Promise<string | undefined>;
  }
}

interface AppConfig extends HttpOptions {
  /** Of the server, as people see it. */
  readonly version: string;
  /** Exact Origin values under which browsers reach this server. */
  readonly origins: readonly string[];
  /** Browsers come by https alone. */
  readonly secureCookies: boolean;
  /** Bearer token for /metrics from other machines. */
  readonly metricsToken?: string | undefined;
  /** The way out for mails of organizations that have none of their own. */
  readonly mailServer?: MailServer | undefined;
  /** Addresses and networks that are not public, and that organizations may have this server connect to. */
  readonly webhookAllow?: readonly string[] | undefined;
}

/** Wrappers around what applies agents' events and what takes their batches; each is the product's own when left out. */
export interface PlantedBug {
  events?(events: EventHandlers, database: Database): EventHandlers;
  delivery?(delivery: Delivery, events: EventHandlers, database: Database): Delivery;
}

export interface AppDeps {
  readonly config: AppConfig;
  readonly database: Database;
  readonly keys: ServerKeys;
  /** What stored secrets are under, and the operator's copy of it. */
  readonly kek: Kek;
  readonly kekBackup: KekBackup;
  /** Absolute path of the data directory, whose disk is watched. */
  readonly dataDir?: string | undefined;
  /** Absolute path; where the heads of the audit log are signed. */
  readonly checkpointFile: string;
  /** Absolute path of a folder of this server's own; the content of files lies there. */
  readonly filesFolder: string;
  /** Where it lies instead. */
  readonly s3?: S3Place | undefined;
  /** What no organization's own limits exceed. */
  readonly mostOfFiles: FileLimits;
  /** Keeps and verifies second factors, in its own process. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly log: Log;
  /** Secure random bytes; node's own when left out. */
  readonly random?: ((bytes: number) => Uint8Array) | undefined;
  /** undefined when the server was configured as it started. */
  readonly setupCode: SetupCode | undefined;
  /** Rises when the database was restored from a backup (keys/generation.ts). */
  readonly generation: number;
  /** Folder of the built console. */
  readonly consoleFiles?: string | undefined;
  /** The agent as one file, for download. */
  readonly agentBundle?: string | undefined;
  /** What people may do; of their grants when left out. Row-level security is tested alone with one that allows everything. */
  readonly readRights?: ReadRights | undefined;
  /** How names of mail servers and webhooks that organizations give are looked up; as this machine does when left out. */
  readonly resolve?: Resolve | undefined;
  /** For tests that end the process at a place of a commit. */
  readonly failpoint?: Failpoint | undefined;
  /** How many connections may be open; by what the system allows this process when left out. */
  readonly admission?: AdmissionLimits | undefined;
  /** For tests that plant a bug and look whether it is found. */
  readonly planted?: PlantedBug | undefined;
  /** Only the routes are wanted, for the API document: nothing starts, and no database is needed. */
  readonly describeOnly?: boolean | undefined;
}
