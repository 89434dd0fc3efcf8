// One machine of the pack: its disk, its agent's process, the network before it, and what the pack knows of it.
import fs from "node:fs";
import path from "node:path";
import { agentCommand, Program, startAgent, until } from "../kit/processes.ts";
import type { AgentOrder } from "./load-agent.ts";
import { FaultProxy } from "./proxy.ts";
import { Disk } from "./tmpfs.ts";
import { readTruth, type Truth } from "./truth.ts";

/** The agent's own program takes its time with everything; the loaded one is made of its parts and writes down the truth. */
export type Kind = "loaded" | "plain";

const DISK_MEGABYTES = 64;
/** What leaks ends here; what is only collected late is collected sooner. */
const LITTLE_HEAP = ["--max-old-space-size=96", "--max-semi-space-size=4"];

export class Machine {
  readonly name: string;
  readonly kind: Kind;
  readonly disk: Disk;
  readonly proxy: FaultProxy;
  readonly #truthFile: string;
  #program: Program | undefined;
  /** The wall clock of the machine shows so much more than it should, milliseconds. */
  clockMs = 0;
  resourceId = "";
  agentId = "";
  /** Was away for so long on purpose that it may be called offline. */
  wasAway = false;
  /** So often a server stood before what it had acknowledged because its database was put back. */
  putBack = 0;
  /** What may be missing because its spool was damaged. */
  damaged: Truth | undefined;

  private constructor(name: string, kind: Kind, folder: string, proxy: FaultProxy) {
    this.name = name;
    this.kind = kind;
    this.proxy = proxy;
    this.disk = new Disk(path.join(folder, name), DISK_MEGABYTES, "700");
    this.#truthFile = path.join(folder, `${name}.truth`);
  }

  /** Makes a machine and enrols it through its own proxy. */
  static async enrol(name: string, kind: Kind, folder: string, port: number, token: string, ca: string): Promise<Machine> {
    const machine = new Machine(name, kind, folder, await FaultProxy.start(port));
    const server = `https://127.0.0.1:${machine.proxy.port}`;
    const { code, output } = await agentCommand(machine.disk.folder, ["enroll", "--server", server, "--token", token, "--ca", ca]);
    if (code !== 0) throw new Error(`${name} could not enrol: ${output}`);
    const identity = JSON.parse(fs.readFileSync(path.join(machine.disk.folder, "identity.json"), "utf8")) as Record<string, string>;
    const uuid = (hex = "") => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    machine.resourceId = uuid(identity["resourceId"]);
    machine.agentId = uuid(identity["agentId"]);
    return machine;
  }

  get program(): Program {
    if (this.#program === undefined) throw new Error(`${this.name} was never started`);
    return this.#program;
  }

  get spool(): string {
    return path.join(this.disk.folder, "spool");
  }

  /** Bytes of truth noted so far. */
  get noted(): number {
    return fs.existsSync(this.#truthFile) ? fs.statSync(this.#truthFile).size : 0;
  }

  truth(): Truth {
    return readTruth(this.#truthFile);
  }

  start(): void {
    this.#program =
      this.kind === "plain"
        ? startAgent(this.disk.folder, { VIGIA_AGENT_METRICS_INTERVAL: "10", VIGIA_AGENT_LOG_LEVEL: "warn" })
        : new Program([...LITTLE_HEAP, "server/test/chaos/load-agent.ts", this.disk.folder, this.#truthFile, String(this.clockMs)], {});
  }

  order(order: AgentOrder): void {
    this.program.child.send(order);
  }

  /** Waits until the loaded agent noted so many bytes more. Rejects when it ended by itself. */
  async works(bytes = 1): Promise<void> {
    if (this.kind === "plain") return;
    const before = this.noted;
    await until(`${this.name} works`, () => {
      if (this.program.exited) throw new Error(this.program.output);
      return this.noted >= before + bytes ? true : undefined;
    });
  }

  async restart(): Promise<void> {
    await this.program.end("SIGKILL");
    this.start();
  }

  async remove(): Promise<void> {
    await this.#program?.end("SIGKILL");
    await this.proxy.stop();
    this.disk.remove();
  }
}
