// How the text of a setting is understood. Each throws an Error whose message completes "… is X, which".
import { isIP } from "node:net";
import { readSender, type Sender } from "./mail-address.ts";

export const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

export function oneOf(text: string, allowed: readonly string[]): string {
  if (!allowed.includes(text)) throw new Error("is not known");
  return text;
}

export function parseHost(text: string): string {
  if (text !== "localhost" && isIP(text) === 0) throw new Error("is no IP address");
  return text;
}

export function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error("is no port");
  return Number(text);
}

export function parsePostgresUrl(text: string): string {
  if (!/^postgres(ql)?:\/\//.test(text)) throw new Error("is no PostgreSQL URL");
  const database = /^[^/]+\/\/[^/?]*\/([^?]+)/.exec(text)?.[1];
  if (database === undefined) throw new Error("names no database");
  return text;
}

/** An origin: scheme, host and port, nothing after it. Plain http is for this machine alone. */
export function parseOrigin(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Error("is no web address");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "")
    throw new Error("has more than scheme, host and port");
  if (url.protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) throw new Error("is not https");
  return url.origin;
}

/** Addresses and CIDR networks between commas. */
export function parseNetworks(text: string): string[] {
  const networks = text.split(",").map((part) => part.trim());
  for (const network of networks) {
    const [address = "", bits, ...rest] = network.split("/");
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    if (family === 0 || rest.length > 0) throw new Error(`names ${JSON.stringify(network)}, no address or network`);
    if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > longest)) throw new Error(`has a wrong prefix in ${network}`);
    // Believing every sender is the same as believing none.
    if (bits === "0") throw new Error("trusts every address there is");
  }
  return networks;
}

/** The name of a user of this machine, as `useradd` takes it. */
export function parseUserName(text: string): string {
  if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(text)) throw new Error("is no name of a user");
  return text;
}

export function parseToken(text: string): string {
  if (text.length < 16) throw new Error("is too short to be a secret");
  return text;
}

export function parseFlag(text: string): boolean {
  if (!["0", "1", "true", "false"].includes(text)) throw new Error("is neither 1 nor 0");
  return text === "1" || text === "true";
}

export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  readonly username: string | null;
  readonly password: string | null;
}

/** A mail server: smtp:// (port 587, STARTTLS where offered) or smtps:// (port 465); user and password are percent-encoded. */
export function parseSmtpUrl(text: string): SmtpPlace {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "") throw new Error("is no mail server's address");
  if (url.search !== "" || url.hash !== "" || !["", "/"].includes(url.pathname)) throw new Error("has more than user, host and port");
  if ((url.username === "") !== (url.password === "")) throw new Error("names a user without a password, or a password alone");
  const secure = url.protocol === "smtps:";
  const login = (part: string): string | null => (part === "" ? null : decodeURIComponent(part));
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    username: login(url.username),
    password: login(url.password),
  };
}

export function parseSender(text: string): Sender {
  const sender = readSender(text);
  if (sender === undefined) throw new Error("is no mail address");
  return sender;
}
