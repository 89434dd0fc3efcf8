// The attacker's process: enrols its hostile agents, then runs the attacks it is told to from many sockets and addresses.
// Run as: attacker.ts URL TOKEN; orders and reports go over the process channel.
import net from "node:net";
import { FakeAgent } from "../../fake-agent.ts";
import type { Attack, Voice, Words } from "./attack.ts";
import { ATTACKS } from "./attacks.ts";

/** Run the attack of this name for so long. */
export interface AttackOrder {
  readonly attack: string;
  readonly seconds: number;
}

/** What was done, and how the server answered. */
export interface AttackReport {
  readonly sockets: number;
  readonly bytes: number;
  /** How often each first line of an answer was seen. */
  readonly answers: Readonly<Record<string, number>>;
}

/** The server must see the attack come from here: not from the address of those who are to be served. */
const ADDRESSES = Array.from({ length: 8 }, (_, index) => `127.0.0.${index + 2}`);
const HOSTILE_AGENTS = 16;
/** A socket that was closed is replaced after this long, milliseconds. */
const AGAIN_AFTER_MS = 10;

const [url = "", token = ""] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const agents: FakeAgent[] = [];
let dialled = 0;
const localAddress = () => ADDRESSES[dialled++ % ADDRESSES.length] ?? "";

/** One attack under way. */
class Assault {
  #over = false;
  sockets = 0;
  bytes = 0;
  readonly answers: Record<string, number> = {};
  readonly #open = new Set<net.Socket>();
  #nextAgent = 0;

  start(attack: Attack): void {
    for (const voice of attack.voices) for (let index = 0; index < voice.sockets; index++) this.#begin(voice);
  }

  stop(): AttackReport {
    this.#over = true;
    for (const socket of this.#open) socket.destroy();
    return { sockets: this.sockets, bytes: this.bytes, answers: this.answers };
  }

  #begin(voice: Voice): void {
    if (this.#over) return;
    if (voice.as === "stranger") this.#stranger(voice);
    else this.#agent(voice, agents[this.#nextAgent++ % agents.length]);
  }

  #again(voice: Voice): void {
    setTimeout(() => this.#begin(voice), AGAIN_AFTER_MS);
  }

  #stranger(voice: Voice): void {
    const socket = net.connect({ host: hostname, port: Number(port), localAddress: localAddress() });
    socket.on("connect", () => this.#speak(socket, voice, voice.words?.(0)));
    this.#watch(socket, voice);
  }

  /** An agent keeps its key however often it is thrown out. */
  #agent(voice: Voice, agent: FakeAgent | undefined): void {
    if (agent === undefined) throw new Error("there are no hostile agents");
    const again = () => this.#begin(voice);
    agent.epoch++;
    agent.connect({ localAddress: localAddress() }).then(
      ({ socket }) => {
        if (socket.raw === undefined) return;
        this.#watch(socket.raw, voice, again);
        this.#speak(socket.raw, voice, voice.words?.(agent.epoch));
      },
      () => setTimeout(again, 100),
    );
  }

  #watch(socket: net.Socket, voice: Voice, again = () => this.#again(voice)): void {
    this.sockets++;
    this.#open.add(socket);
    socket.on("error", (error: NodeJS.ErrnoException) => this.#note(error.code ?? "error"));
    socket.on("close", () => {
      this.#open.delete(socket);
      again();
    });
  }

  #speak(socket: net.Socket, voice: Voice, words: Words | undefined): void {
    let answered: (() => void) | undefined;
    if (voice.deaf) socket.pause();
    else
      socket.on("data", (data: Buffer) => {
        if (voice.as === "stranger") this.#note(/^HTTP\/1\.1 (\d+)/.exec(data.toString("latin1", 0, 20))?.[1] ?? "bytes");
        answered?.();
      });
    if (voice.leavesAfterMs !== undefined) setTimeout(() => socket.destroy(), voice.leavesAfterMs);
    if (voice.opening !== undefined) this.#write(socket, voice.opening);
    if (words === undefined) return;
    const { pace = "taken" } = voice;
    const next = (): void => {
      const bytes = socket.destroyed || this.#over ? undefined : words();
      if (bytes === undefined) return;
      const taken = this.#write(socket, bytes);
      if (pace === "answered") answered = next;
      else if (typeof pace === "number") setTimeout(next, pace);
      else if (taken) setImmediate(next);
      else socket.once("drain", next);
    };
    next();
  }

  #write(socket: net.Socket, bytes: Buffer): boolean {
    this.bytes += bytes.length;
    return socket.write(bytes);
  }

  #note(what: string): void {
    this.answers[what] = (this.answers[what] ?? 0) + 1;
  }
}

process.on("message", ({ attack, seconds }: AttackOrder) => {
  const found = ATTACKS.find(({ name }) => name === attack);
  if (found === undefined) throw new Error(`there is no attack ${attack}`);
  const assault = new Assault();
  assault.start(found);
  setTimeout(() => process.send?.({ report: assault.stop() }), seconds * 1_000);
});
process.on("disconnect", () => process.exit(0));

for (let index = 0; index < HOSTILE_AGENTS; index++) {
  const agent = new FakeAgent(`${url.replace(/^http/, "ws")}/agent/v1`);
  await agent.enroll(token, { hostname: `hostile-${index}` }, { localAddress: localAddress() });
  agents.push(agent);
}
process.send?.({ ready: true });
