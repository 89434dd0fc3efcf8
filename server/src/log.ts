// The server's log: JSON lines on standard output. Secrets are cut out here, whoever logs them.
import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

const SECRETS = ["authorization", "cookie", '["set-cookie"]', '["x-csrf-token"]', "password", "token", "csrfToken", "privateKey"];

/** Where a secret may sit in a logged object: at the top, one level down, and in request headers two levels down. */
const paths = SECRETS.flatMap((secret) => {
  const dotted = secret.startsWith("[") ? secret : `.${secret}`;
  return [secret, `*${dotted}`, `*.*${dotted}`];
});

/** A logger at this level ("trace" … "fatal", "silent"). The destination is standard output unless a test gives another. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, redact: { paths, censor: "[hidden]" } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
