// The way people and agents come in: the public address leads here, lets WebSockets through, and says whom it speaks for.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { decode } from "@vigia/protocol";
import type { Figures } from "./figures.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "proxy";
const PATIENCE_MS = 8_000;
const FORWARDED = (believed: "yes" | "no") => `vigia_http_forwarded_requests_total{believed="${believed}"}`;

export interface Entrance {
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  /** What its /healthz answered, or why nothing came. */
  readonly health: { readonly status: number; readonly alive: boolean } | Error;
  /** Whether the agents' socket opened there and is this server's, another one's, or did not open. */
  readonly socket: "ours" | "another's" | Error;
  /** Requests with X-Forwarded-For that the server counted while it was asked; undefined: it could not be read. */
  readonly counted: { readonly believed: number; readonly ignored: number } | undefined;
}

function judgeEntrance({ publicUrl, trustedProxies, health, socket, counted }: Entrance): Finding[] {
  if (health instanceof Error)
    return [
      fault(
        CHECK,
        `${publicUrl} cannot be reached: ${health.message}`,
        "Correct VIGIA_PUBLIC_URL, its DNS name, or the proxy's certificate and address.",
      ),
    ];
  if (!health.alive)
    return [
      fault(CHECK, `${publicUrl}/healthz answers ${health.status}, not this server`, "Let the proxy pass every path on to this server."),
    ];
  const findings = [ok(CHECK, `${publicUrl} leads to a server`), judgeSocket(publicUrl, socket)];
  if (counted === undefined) return findings;
  if (counted.ignored > 0)
    findings.push(
      fault(
        CHECK,
        "X-Forwarded-For came from an address that is not trusted: everybody looks like the proxy",
        "Add the proxy's address to VIGIA_TRUSTED_PROXIES and restart.",
      ),
    );
  else if (counted.believed > 0) findings.push(ok(CHECK, "the proxy's X-Forwarded-For is believed"));
  else if (trustedProxies.length > 0)
    findings.push(
      warning(
        CHECK,
        "the proxy sends no X-Forwarded-For: everybody looks like the proxy",
        "Let the proxy set X-Forwarded-For to the client's address.",
      ),
    );
  return findings;
}

function judgeSocket(publicUrl: string, socket: Entrance["socket"]): Finding {
  if (socket === "ours") return ok(CHECK, "agents' WebSockets pass, and reach this server's key");
  if (socket === "another's")
    return fault(
      CHECK,
      `another Vigia server answers agents at ${publicUrl}`,
      "Point the proxy or the DNS name to this server, or correct VIGIA_PUBLIC_URL.",
    );
  return fault(
    CHECK,
    `agents' WebSockets do not pass at ${publicUrl}: ${socket.message}`,
    "Let the proxy pass WebSocket upgrades for /agent/v1 and /api/v1/live.",
  );
}

export const proxyCheck: Check = {
  name: CHECK,
  async run({ config, running, figures, askFigures }) {
    const { publicUrl, trustedProxies } = config;
    if (publicUrl === undefined) {
      if (trustedProxies.length === 0) return [ok(CHECK, "none: people reach this server directly")];
      return [
        warning(CHECK, "VIGIA_TRUSTED_PROXIES is set and VIGIA_PUBLIC_URL is not", "Set VIGIA_PUBLIC_URL to the address people type."),
      ];
    }
    if (running === undefined)
      return [warning(CHECK, `${publicUrl} cannot be tried while the server stands still`, "Start the server and ask again.")];
    const health = await askHealth(publicUrl);
    const socket = await openSocket(publicUrl, path.join(config.dataDir, "keys/public.json"));
    return judgeEntrance({ publicUrl, trustedProxies, health, socket, counted: counted(figures, await askFigures()) });
  },
};

function counted(before: Figures | undefined, after: Figures | undefined): Entrance["counted"] {
  if (before === undefined || after === undefined) return undefined;
  const more = (believed: "yes" | "no") => (after.get(FORWARDED(believed)) ?? 0) - (before.get(FORWARDED(believed)) ?? 0);
  return { believed: more("yes"), ignored: more("no") };
}

async function askHealth(publicUrl: string): Promise<Entrance["health"]> {
  try {
    const answer = await fetch(`${publicUrl}/healthz`, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, alive: answer.status === 200 && (await answer.text()).includes('"alive"') };
  } catch (error) {
    const { cause, message } = error as Error;
    return new Error(cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message, { cause: error });
  }
}

/** Waits for the challenge that an agent gets first, and compares whose it is. */
async function openSocket(publicUrl: string, publicKeys: string): Promise<Entrance["socket"]> {
  const socket = new WebSocket(`${publicUrl.replace(/^http/, "ws")}/agent/v1`);
  socket.binaryType = "arraybuffer";
  let timer: NodeJS.Timeout | undefined;
  try {
    const frame = await new Promise<Uint8Array>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error("no word in time")), PATIENCE_MS);
      socket.onmessage = ({ data }) => resolve(new Uint8Array(data as ArrayBuffer));
      socket.onerror = () => reject(new Error("it was refused"));
      socket.onclose = ({ reason }) => reject(new Error(reason || "it was closed"));
    });
    const { identity } = JSON.parse(await readFile(publicKeys, "utf8")) as { identity: string };
    const own = createHash("sha256").update(Buffer.from(identity, "base64")).digest();
    return own.equals(decode(frame).challenge?.identityKeyId ?? new Uint8Array()) ? "ours" : "another's";
  } catch (error) {
    return error as Error;
  } finally {
    clearTimeout(timer);
    socket.close();
  }
}
