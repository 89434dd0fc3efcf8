// One machine whose agent lies: enrols, says hello and sends records, each text from the payloads and noted in the ledger.
import { AgentEventKind, CollectorState, type HostFacts, Lane, type Metrics, Platform, type WireRecord } from "@vigia/protocol";
import { type AgentSocket, FakeAgent } from "../fake-agent.ts";
import { until } from "../kit/processes.ts";
import { fitsCollector, fitsName, fitsState } from "./expected.ts";
import type { Ledger } from "./ledger.ts";
import { PAYLOADS, payloadAt } from "./payloads.ts";

const GIB = 1_073_741_824;

/** The texts of HostFacts. Machine i says payload i + its place here, so that no two fields of one machine say the same. */
const FACTS = [
  "hostname",
  "osName",
  "osVersion",
  "kernel",
  "architecture",
  "cpuModel",
  "timeZone",
  "runtimeVersion",
  "agentVersion",
  "addresses",
] as const;
type Fact = (typeof FACTS)[number];
/** Where the texts that are not facts begin. */
const VERSION = FACTS.length;

const volume = (mount: string, filesystem = "ext4") => ({
  mount,
  filesystem,
  totalBytes: 90 * GIB,
  usedBytes: 60 * GIB,
  freeBytes: 30 * GIB,
});
const asFact = (field: Fact, text: string): Partial<HostFacts> => (field === "addresses" ? { addresses: [text] } : { [field]: text });

/** The last sequence number of each lane. */
interface Sent {
  [Lane.LANE_EVENT]: number;
  [Lane.LANE_STATE]: number;
  [Lane.LANE_METRIC]: number;
}

export class HostileMachine {
  readonly index: number;
  readonly agent: FakeAgent;
  readonly #ledger: Ledger;
  #socket: AgentSocket | undefined;
  readonly #sent: Sent = { [Lane.LANE_EVENT]: 0, [Lane.LANE_STATE]: 0, [Lane.LANE_METRIC]: 0 };
  /** Records that the limits forbid: they are set aside. */
  forbidden: { readonly field: string; readonly text: string }[] = [];

  constructor(url: string, index: number, ledger: Ledger) {
    this.index = index;
    this.agent = new FakeAgent(`${url.replace(/^http/, "ws")}/agent/v1`);
    this.#ledger = ledger;
  }

  get id(): string {
    return this.agent.resourceId;
  }

  /** What this machine says as one of its facts. */
  fact(field: Fact): string {
    return payloadAt(this.index + FACTS.indexOf(field));
  }

  get version(): string {
    return payloadAt(this.index + VERSION);
  }

  /** Enrols with all it can say at once. The agent's own version goes first: a hello replaces it. */
  async enroll(token: string): Promise<void> {
    const facts = { ...this.#facts(() => true), platform: Platform.PLATFORM_LINUX } as HostFacts;
    this.agent.agentVersion = this.#ledger.send("EnrollStatement.agentVersion", this.version);
    const { refusal } = await this.agent.enroll(token, facts);
    if (refusal) throw new Error(`the server refused a machine: ${refusal.message}`);
  }

  async connect(): Promise<void> {
    this.agent.capabilities = PAYLOADS.map(({ text }) => this.#ledger.send("HelloStatement.capabilities", text));
    this.#ledger.send("HelloStatement.agentVersion", this.agent.agentVersion);
    this.#socket = (await this.agent.connect()).socket;
  }

  /** Facts that fit in one record, the others each in its own. */
  async tellFacts(): Promise<void> {
    const records: Partial<WireRecord>[] = FACTS.filter((field) => !fitsState(this.fact(field))).map((field) => {
      this.#forbid(`HostFacts.${field}`, this.fact(field));
      return { body: "hostFacts", hostFacts: asFact(field, this.fact(field)) as HostFacts };
    });
    await this.#send(Lane.LANE_STATE, [...records, { body: "hostFacts", hostFacts: this.#facts(fitsState) as HostFacts }]);
  }

  /** One volume that is called like a payload, if it may be. */
  async tellVolume(): Promise<void> {
    const mount = payloadAt(this.index);
    if (!fitsName(mount)) return;
    const metrics = { cpu: { busy: this.index / 100 }, memory: { totalBytes: GIB, usedBytes: GIB / 2 }, volumes: [volume(mount)] };
    await this.#send(Lane.LANE_METRIC, [{ body: "metrics", metrics: metrics as Metrics }]);
  }

  /** One record of each payload that fits nowhere, then one report with all the others as mounts, file systems, disks and interfaces. */
  async tellEveryThing(): Promise<void> {
    const fields = ["VolumeMetric.mount", "VolumeMetric.filesystem", "DiskMetric.device", "InterfaceMetric.name"] as const;
    const thing = (field: (typeof fields)[number], text: string): Partial<Metrics> => {
      if (field === "VolumeMetric.mount") return { volumes: [volume(text)] };
      if (field === "VolumeMetric.filesystem") return { volumes: [volume("/", text)] };
      return field === "DiskMetric.device" ? { disks: [{ device: text }] } : { interfaces: [{ name: text, up: true }] };
    };
    const unfit = PAYLOADS.filter(({ text }) => !fitsName(text)).flatMap(({ text }) =>
      fields.map((field) => {
        this.#forbid(field, text);
        return { body: "metrics", metrics: thing(field, text) as Metrics } as const;
      }),
    );
    const fit = PAYLOADS.map(({ text }) => text).filter(fitsName);
    for (const field of fields) for (const text of fit) this.#ledger.send(field, text);
    const metrics = {
      cpu: { busy: 0.9 },
      volumes: fit.map((text, index) => volume(text, fit[(index + 1) % fit.length] ?? "")),
      disks: fit.map((device) => ({ device, readBytesPerSecond: 1, writtenBytesPerSecond: 1, busy: 0.5 })),
      interfaces: fit.map((name) => ({ name, receivedBytesPerSecond: 1, sentBytesPerSecond: 1, errorsPerSecond: 0, up: true })),
    };
    await this.#send(Lane.LANE_METRIC, [...unfit, { body: "metrics", metrics: metrics as Metrics }]);
  }

  /** A collector of every name, failed for every reason. */
  async tellCollectors(): Promise<void> {
    const status = (collector: string, reason: string): Partial<WireRecord> => ({
      body: "collectorStatus",
      collectorStatus: { collector, reason, state: CollectorState.COLLECTOR_STATE_FAILED },
    });
    const records = PAYLOADS.flatMap(({ text: name }, index) => {
      const reason = payloadAt(index + 1);
      if (!fitsCollector(name)) this.#forbid("CollectorStatus.collector", name);
      else this.#ledger.send("CollectorStatus.collector", name);
      if (!fitsState(reason)) this.#forbid("CollectorStatus.reason", reason);
      else this.#ledger.send("CollectorStatus.reason", reason);
      return [
        ...(fitsCollector(name) ? [] : [status(name, "")]),
        ...(fitsState(reason) ? [] : [status("plain", reason)]),
        status(fitsCollector(name) ? name : `plain ${index}`, fitsState(reason) ? reason : ""),
      ];
    });
    await this.#send(Lane.LANE_STATE, records);
  }

  /** A section that is called like this machine's payload, and an inventory that has it as a trouble's place and reason. */
  async tellInventory(): Promise<void> {
    const text = payloadAt(this.index);
    this.#forbid("InventorySection.name", text);
    const troubles = [
      { section: "network", reason: this.#ledger.send("SectionTrouble.reason", text) },
      { section: this.#ledger.send("SectionTrouble.section", text), reason: "elsewhere" },
    ];
    const hash = new Uint8Array(32);
    await this.#send(Lane.LANE_STATE, [
      { body: "inventorySection", inventorySection: { name: text, hash, deflated: new Uint8Array() } },
      { body: "inventoryTaken", inventoryTaken: { digest: hash, durationMs: 1, troubles } },
    ]);
  }

  /** An event with every detail. */
  async tellEvents(): Promise<void> {
    const records = PAYLOADS.map(({ text }): Partial<WireRecord> => {
      const detail = this.#ledger.send("AgentEvent.detail", text);
      return { body: "agentEvent", agentEvent: { kind: AgentEventKind.AGENT_EVENT_KIND_SPOOL_REPAIRED, detail } };
    });
    await this.#send(Lane.LANE_EVENT, records);
  }

  /** Leaves for good, for a reason. */
  async leave(): Promise<void> {
    this.#socket?.send({ unenroll: { reason: this.#ledger.send("Unenroll.reason", payloadAt(this.index)) } });
    await this.#socket?.closed;
  }

  end(): void {
    this.#socket?.kill();
  }

  #facts(fits: (text: string) => boolean): Partial<HostFacts> {
    const said: Partial<HostFacts> = {};
    for (const field of FACTS) {
      const text = this.fact(field);
      if (fits(text)) Object.assign(said, asFact(field, this.#ledger.send(`HostFacts.${field}`, text)));
    }
    return said;
  }

  #forbid(field: string, text: string): void {
    this.forbidden.push({ field, text: this.#ledger.send(field, text) });
  }

  /** Sends records of one lane and waits until the last is committed. */
  async #send(lane: keyof Sent, bodies: readonly Partial<WireRecord>[]): Promise<void> {
    const socket = this.#socket;
    if (socket === undefined) throw new Error("this machine has not said hello");
    const records = bodies.map((body) => ({ seq: ++this.#sent[lane], atMs: Date.now(), ...body }) as WireRecord);
    socket.send({ batch: { lane, epoch: this.agent.epoch, records } });
    await until("the records are committed", () =>
      socket.received.some(({ ack }) => ack?.lane === lane && ack.seq === this.#sent[lane]) ? true : undefined,
    );
  }
}
