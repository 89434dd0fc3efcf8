// What the running server says of itself at /metrics, asked from this machine.
import http from "node:http";
import https from "node:https";
import type { Config } from "../config.ts";

const PATIENCE_MS = 5_000;

export interface Figures {
  /** A series by its name and labels as they are printed; undefined when there is none. */
  get(series: string): number | undefined;
  /** The sum of all series of this name. */
  sum(name: string): number | undefined;
}

/** Reads Prometheus' text format. */
export function readFigures(text: string): Figures {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const series = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
  return {
    get: (name) => series.get(name),
    sum(name) {
      const found = [...series].filter(([key]) => key === name || key.startsWith(`${name}{`));
      return found.length === 0 ? undefined : found.reduce((sum, [, value]) => sum + value, 0);
    },
  };
}

/** Asks the server of these settings. Throws Error when it does not answer, or will not tell. */
export async function askServer({ host, port, tls, metricsToken }: Config): Promise<Figures> {
  if (port === 0) throw new Error("VIGIA_PORT is 0, so nobody knows its port");
  const local = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  const headers = metricsToken === undefined ? {} : { authorization: `Bearer ${metricsToken}` };
  const options = { host: local, port, path: "/metrics", headers, timeout: PATIENCE_MS, agent: false };
  const text = await new Promise<string>((resolve, reject) => {
    const take = (response: http.IncomingMessage): void => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        if (response.statusCode === 200) resolve(Buffer.concat(parts).toString("utf8"));
        else reject(new Error(`it answered ${response.statusCode}`));
      });
      response.on("error", reject);
    };
    // Whose certificate it is does not matter here: nothing is told, and the check of the certificate looks at the file.
    const request = tls.kind === "none" ? http.get(options, take) : https.get({ ...options, rejectUnauthorized: false }, take);
    request.once("timeout", () => request.destroy(new Error("it took too long")));
    request.once("error", reject);
  });
  return readFigures(text);
}
