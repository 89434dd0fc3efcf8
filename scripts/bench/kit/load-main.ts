// The load process: opens sockets when told, answers pings, cuts all of them when told. It is not measured.
import { createSecureContext } from "node:tls";
import type { WebSocket } from "ws";
import { addressOf } from "../../fleet/load/addresses.ts";
import { makeFrame } from "../ingest-report.ts";
import { enter } from "./agent-socket.ts";
import type { Entered, FromLoad, LoadOrder, ToLoad } from "./load-words.ts";

const REASONS = 5;
let order: LoadOrder | undefined;
let optionsOf: (index: number) => object = () => ({});
let sockets: WebSocket[] = [];
/** Agents take up their TLS sessions again; whoever has no seat makes full handshakes. */
const sessions = new Map<number, Buffer>();
let lost = 0;
const tell = (words: FromLoad): void => void process.send?.(words);

function take(next: LoadOrder): void {
  order = next;
  const { ca, perAddress } = next;
  // One context for all: making one a socket would cost more than the handshake.
  const tls = ca === undefined ? {} : { secureContext: createSecureContext({ ca }), checkServerIdentity: () => undefined };
  optionsOf = (index) => ({ ...tls, localAddress: addressOf(index, perAddress) });
}

/** Sends reports for as long as the socket stands, the first after a random part of the interval. */
function report(socket: WebSocket, index: number, everyMs: number): void {
  let sent = 0;
  const beat = (): void => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(makeFrame(index, ++sent, Date.now()));
    setTimeout(beat, everyMs);
  };
  setTimeout(beat, Math.random() * everyMs);
}

async function connect({ url, seats, count, reportEveryMs }: LoadOrder, atOnce: number): Promise<Entered> {
  const startedAt = performance.now();
  const times: number[] = [];
  const reasons: string[] = [];
  let failed = 0;
  lost = 0;
  const one = async (index: number): Promise<void> => {
    try {
      const [seat, session] = [seats[index], sessions.get(index)];
      const options = { ...optionsOf(index), ...(session === undefined ? {} : { session }) };
      const socket = await enter(url, seat, options, (next) => seat !== undefined && sessions.set(index, next));
      socket.on("close", () => lost++);
      sockets.push(socket);
      if (reportEveryMs !== undefined) report(socket, index, reportEveryMs);
      times.push(performance.now() - startedAt);
    } catch (error) {
      failed++;
      if (reasons.length < REASONS) reasons.push(String(error));
    }
  };
  let next = 0;
  const some = async (): Promise<void> => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, some));
  const sorted = times.sort((a, b) => a - b);
  return { seconds: (sorted.at(-1) ?? 0) / 1_000, p99: (sorted[Math.floor(sorted.length * 0.99)] ?? 0) / 1_000, failed, reasons };
}

async function drop(): Promise<void> {
  const [before, dropped] = [lost, sockets.length];
  const gone = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
  for (const socket of sockets) socket.terminate();
  await Promise.all(gone);
  sockets = [];
  tell({ dropped, lost: before });
}

async function obey(words: ToLoad): Promise<void> {
  if (words === "drop") await drop();
  else if ("order" in words) take(words.order);
  else if (order !== undefined) tell({ entered: await connect(order, words.connect.atOnce) });
}

process.on("message", (words: ToLoad) => {
  obey(words).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on("disconnect", () => process.exit(0));
