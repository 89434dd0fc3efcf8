// What the environment says about this server, checked before anything starts. The only reader of process.env.
import path from "node:path";
import { type FilesConfig, readFilesConfig } from "./config-files.ts";
import {
  LEVELS,
  oneOf,
  parseFlag,
  parseHost,
  parseNetworks,
  parseOrigin,
  parsePort,
  parsePostgresUrl,
  parseSender,
  parseSmtpUrl,
  parseToken,
  parseUserName,
  type SmtpPlace,
} from "./config-values.ts";
import type { Sender } from "./mail-address.ts";
import { isLoopback } from "./origins.ts";
import { StartError } from "./start-error.ts";

export type TlsConfig =
  | { readonly kind: "none" }
  | { readonly kind: "self" }
  | { readonly kind: "files"; readonly cert: string; readonly key: string };

export interface Config {
  /** Address to listen on. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** A foreign PostgreSQL; undefined: the bundled one. */
  readonly databaseUrl: string | undefined;
  readonly tls: TlsConfig;
  /** The origin people use, where that is not this machine's own name and port. */
  readonly publicUrl: string | undefined;
  /** Addresses or networks (CIDR) whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: string;
  /** Opens /metrics to other machines that know it. */
  readonly metricsToken: string | undefined;
  /** Absolute path of the socket of a signer that somebody else runs; undefined: the server runs its own. */
  readonly signerSocket: string | undefined;
  /** The user the signer runs as when the server is root; undefined: the server's own. */
  readonly signerUser: string | undefined;
  /** The way out for mails of organizations that have none of their own. */
  readonly mailServer: (SmtpPlace & { readonly from: Sender }) | undefined;
  /** Addresses and networks (CIDR) that are not public, and that organizations may have this server connect to. */
  readonly webhookAllow: readonly string[];
  readonly files: FilesConfig;
  /** End when the process that started this one does. */
  readonly exitWithParent: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks every variable. Throws StartError naming the variable, its value and the cure. */
export function readConfig(environment: Environment = process.env): Config {
  const read = reader(environment);
  const self =
    read("VIGIA_TLS", (text) => oneOf(text, ["self"]) === "self", 'Use "self" for a self-made certificate, or leave it out') ?? false;
  const config: Config = {
    host: read("VIGIA_HOST", parseHost, "Use an IP address of this machine, 0.0.0.0 for all, or leave it out for 127.0.0.1") ?? "127.0.0.1",
    port: read("VIGIA_PORT", parsePort, "Use a number from 0 (any free port) to 65535, or leave it out for 8080") ?? 8080,
    dataDir: path.resolve(read("VIGIA_DATA", (text) => text, "") ?? "data"),
    databaseUrl: read("DATABASE_URL", parsePostgresUrl, "Use postgresql://user:password@host:5432/database, or leave it out", "secret"),
    tls: tlsOf(
      self,
      read("VIGIA_TLS_CERT", (text) => path.resolve(text), ""),
      read("VIGIA_TLS_KEY", (text) => path.resolve(text), ""),
    ),
    publicUrl: read("VIGIA_PUBLIC_URL", parseOrigin, "Use the address people type, as in https://vigia.example.com"),
    trustedProxies:
      read("VIGIA_TRUSTED_PROXIES", parseNetworks, "Use addresses or networks with commas, as in 10.0.0.5,192.168.1.0/24") ?? [],
    logLevel: read("VIGIA_LOG_LEVEL", (text) => oneOf(text, LEVELS), `Use one of ${LEVELS.join(", ")}`) ?? "info",
    metricsToken: read("VIGIA_METRICS_TOKEN", parseToken, "Use a random text of at least 16 characters", "secret"),
    signerSocket: read("VIGIA_SIGNER_SOCKET", (text) => path.resolve(text), ""),
    signerUser: read("VIGIA_SIGNER_USER", parseUserName, "Use the name of a user of this machine, as in vigia-signer"),
    mailServer: mailServerOf(
      read("VIGIA_SMTP_URL", parseSmtpUrl, "Use smtp://user:password@mail.example.com:587 or smtps://…:465", "secret"),
      read("VIGIA_MAIL_FROM", parseSender, "Use an address, as in Vigia <vigia@example.com>"),
    ),
    webhookAllow: read("VIGIA_WEBHOOK_ALLOW", parseNetworks, "Use addresses or networks with commas, as in 10.0.0.5,192.168.1.0/24") ?? [],
    files: readFilesConfig(read),
    exitWithParent: read("VIGIA_EXIT_WITH_PARENT", parseFlag, "Use 1, or leave it out") ?? false,
  };
  refuseOpenDoor(config);
  return config;
}

/** What a child process may see of the environment: where programs and temporary files are, and none of the server's secrets. */
export function childEnvironment(environment: Environment = process.env): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of ["PATH", "TZ", "TMPDIR", "TEMP", "SystemRoot", "NODE_V8_COVERAGE"]) {
    const value = environment[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

/** Answers a function that reads one variable: undefined when it is absent or empty, else what `parse` makes of it. */
function reader(environment: Environment) {
  return <T>(name: string, parse: (text: string) => T, cure: string, secrecy?: "secret"): T | undefined => {
    const text = environment[name]?.trim();
    if (text === undefined || text === "") return undefined;
    try {
      return parse(text);
    } catch (error) {
      const shown = secrecy === "secret" ? "" : ` is ${JSON.stringify(text)}, which`;
      throw new StartError(`${name}${shown} ${(error as Error).message}`, cure);
    }
  };
}

function mailServerOf(place: SmtpPlace | undefined, from: Sender | undefined): Config["mailServer"] {
  if (place === undefined && from === undefined) return undefined;
  if (place !== undefined && from !== undefined) return { ...place, from };
  const [given, absent] = place === undefined ? ["VIGIA_MAIL_FROM", "VIGIA_SMTP_URL"] : ["VIGIA_SMTP_URL", "VIGIA_MAIL_FROM"];
  throw new StartError(`${given} is set but ${absent} is not`, "Set both, or neither");
}

function tlsOf(self: boolean, cert: string | undefined, key: string | undefined): TlsConfig {
  if (cert !== undefined && key !== undefined) return { kind: "files", cert, key };
  if (cert === undefined && key === undefined) return { kind: self ? "self" : "none" };
  const [given, absent] = cert === undefined ? ["VIGIA_TLS_KEY", "VIGIA_TLS_CERT"] : ["VIGIA_TLS_CERT", "VIGIA_TLS_KEY"];
  throw new StartError(`${given} is set but ${absent} is not`, "Set both to PEM files, or neither");
}

/** Passwords and sessions never cross a network in the clear. */
function refuseOpenDoor(config: Config): void {
  if (isLoopback(config.host) || config.tls.kind !== "none") return;
  if (config.publicUrl?.startsWith("https:") && config.trustedProxies.length > 0) return;
  throw new StartError(
    `VIGIA_HOST is "${config.host}", which other machines can reach, and there is no TLS`,
    "Set VIGIA_TLS_CERT and VIGIA_TLS_KEY, or VIGIA_TLS=self, or (behind a proxy) VIGIA_PUBLIC_URL=https://… with VIGIA_TRUSTED_PROXIES",
  );
}
