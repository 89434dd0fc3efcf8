// The agent's inventory service: takes an inventory when one is due, and hands over what changed. Reading the machine happens elsewhere
// (child.ts); this holds only hashes.
import type { InventorySection, InventoryTaken, SectionName } from "@vigia/protocol";
import type { Host } from "../host/host.ts";
import type { Log } from "../log.ts";
import type { Service } from "../service.ts";
import type { TakenInventory } from "./child.ts";
import { digestOf, type Hashes } from "./hashes.ts";
import { createPlan, type Plan } from "./plan.ts";
import { readSignals, readUpdateSigns } from "./signals.ts";
import type { InventoryStore } from "./store.ts";

/** How often the machine is looked at for changes. */
const LOOK_MS = 300_000;
/** How soon again while it changes. */
const LOOK_AGAIN_MS = 60_000;

export interface InventoryParts {
  readonly host: Host;
  readonly store: InventoryStore;
  readonly log: Log;
  /** 0 to below 1. */
  readonly random: () => number;
  /** Milliseconds of a clock that never goes back and also counts the machine's sleep. */
  readonly steadyMs: () => number;
  /** Takes one inventory without the sections of `skip`. */
  take(signal: AbortSignal, skip: readonly SectionName[]): Promise<TakenInventory>;
  /** `key` is "inventory" or "inventory:NAME". */
  emit(key: string, body: { inventorySection: InventorySection } | { inventoryTaken: InventoryTaken }): void;
  /** Sends every state again that the spool still knows. */
  resend(): void;
}

export interface InventoryService extends Service {
  /** The link stands. */
  linked(): void;
  /** The server asks for an inventory, of all sections when `full`. */
  request(full: boolean): void;
}

export function createInventory(parts: InventoryParts): InventoryService {
  const { host, store, log, steadyMs, emit } = parts;
  let plan: Plan | undefined;
  let hashes: Hashes = {};
  /** What the updates that the server knows were worked out from; undefined when they have to be asked for. */
  let updateSigns: string | undefined;
  let isLinked = false;
  let wake: () => void = () => undefined;
  let stopped = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let crashed: ((error: unknown) => void) | undefined;

  /** Sections that the server has already are left out, unless it asked for all. */
  async function hand(taken: TakenInventory, full: boolean): Promise<void> {
    const fresh = taken.sections.map((section) => ({ section, hash: Buffer.from(section.hash).toString("hex") }));
    for (const { section, hash } of fresh) {
      const { name } = section;
      if (full || hashes[name] !== hash)
        emit(`inventory:${name}`, { inventorySection: { name, hash: section.hash, deflated: section.deflated } });
    }
    hashes = { ...hashes, ...Object.fromEntries(fresh.map(({ section, hash }) => [section.name, hash])) };
    // What could not be read this time is in the spool as it was sent last.
    if (full && taken.troubles.length > 0) parts.resend();
    const { durationMs, troubles } = taken;
    emit("inventory", { inventoryTaken: { digest: digestOf(hashes), durationMs, troubles: [...troubles] } });
    await store.save(hashes).catch((error) => log.warn("what was sent of the inventory could not be noted", { error }));
  }

  async function once(current: Plan, signal: AbortSignal): Promise<void> {
    const full = current.begin(steadyMs());
    try {
      const signs = await readUpdateSigns(host);
      const skip: SectionName[] = !full && signs !== undefined && signs === updateSigns ? ["updates"] : [];
      const taken = await parts.take(signal, skip);
      if (signal.aborted) return;
      if (taken.sections.some(({ name }) => name === "updates")) updateSigns = signs;
      await hand(taken, full);
      current.end(steadyMs(), true);
      log.info("an inventory was taken", { milliseconds: taken.durationMs, sections: taken.sections.length, troubles: taken.troubles });
    } catch (error) {
      if (signal.aborted) return;
      current.end(steadyMs(), false);
      log.warn("the inventory failed", { error });
    }
  }

  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done, { once: true });
      wake = done;
      if (signal.aborted) done();
    });

  async function run(current: Plan, signal: AbortSignal): Promise<void> {
    let seen = await readSignals(host);
    let told = seen;
    let lookAt = steadyMs() + LOOK_MS;
    while (!signal.aborted) {
      const now = steadyMs();
      if (now >= lookAt) {
        const signals = await readSignals(host);
        // An installation changes files for a while: it is over when two looks saw the same.
        if (signals === seen && signals !== told) {
          told = signals;
          current.changed(now);
        }
        seen = signals;
        lookAt = now + (signals === told ? LOOK_MS : LOOK_AGAIN_MS);
      }
      const due = current.next();
      if (due !== undefined && due <= now) await once(current, signal);
      else await sleep(Math.max(1, Math.min(lookAt, due ?? lookAt) - now), signal);
    }
  }

  return {
    name: "inventory",
    async start(signal) {
      stopped = new AbortController();
      const ends = AbortSignal.any([signal, stopped.signal]);
      const known = await store.load();
      hashes = known ?? {};
      const current = createPlan(parts.random, known !== undefined);
      plan = current;
      if (isLinked) current.linked(steadyMs());
      running = run(current, ends);
      running.catch((error) => crashed?.(error));
    },
    onCrash(listener) {
      crashed = listener;
    },
    async stop() {
      stopped.abort();
      await running.catch((error) => log.debug("the inventory had failed", { error }));
    },
    linked() {
      isLinked = true;
      plan?.linked(steadyMs());
      wake();
    },
    request(full) {
      plan?.requested(steadyMs(), full);
      wake();
    },
  };
}
