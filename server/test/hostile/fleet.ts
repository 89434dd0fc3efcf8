// Eighty-one machines that lie: forty that work, forty that wait for approval, and one with forty of everything.
import { type Api, makeToken } from "../kit/api.ts";
import type { Ledger } from "./ledger.ts";
import { HostileMachine } from "./machine.ts";
import { PAYLOADS } from "./payloads.ts";

/** A token takes thirty enrolments in a minute. */
const PER_TOKEN = 20;

export class HostileFleet {
  readonly working: HostileMachine[] = [];
  readonly waiting: HostileMachine[] = [];
  readonly heavy: HostileMachine;
  readonly #api: Api;
  readonly #ledger: Ledger;

  constructor(api: Api, ledger: Ledger) {
    this.#api = api;
    this.#ledger = ledger;
    this.heavy = new HostileMachine(api.url, PAYLOADS.length - 1, ledger);
  }

  get all(): HostileMachine[] {
    return [...this.working, ...this.waiting, this.heavy];
  }

  /** Enrols all; those that work say hello and everything else they may. Resolves when the server has committed it. */
  async begin(): Promise<void> {
    await this.#enroll(this.working, "automatic");
    await this.#enroll(this.waiting, "manual");
    await this.heavy.enroll((await makeToken(this.#api)).token);
    await Promise.all([...this.working, this.heavy].map((machine) => machine.connect()));
    await Promise.all(
      this.working.map((machine) => machine.tellFacts().then(() => Promise.all([machine.tellVolume(), machine.tellInventory()]))),
    );
    await Promise.all([this.heavy.tellEveryThing(), this.heavy.tellCollectors(), this.heavy.tellEvents()]);
  }

  /** One more that waits, from now on. */
  async arrive(): Promise<HostileMachine> {
    const machine = new HostileMachine(this.#api.url, 0, this.#ledger);
    await machine.enroll((await makeToken(this.#api, "manual")).token);
    return machine;
  }

  end(): void {
    for (const machine of this.all) machine.end();
  }

  async #enroll(machines: HostileMachine[], approval: "automatic" | "manual"): Promise<void> {
    for (let from = 0; from < PAYLOADS.length; from += PER_TOKEN) {
      const { token } = await makeToken(this.#api, approval);
      const some = PAYLOADS.slice(from, from + PER_TOKEN).map((_, index) => new HostileMachine(this.#api.url, from + index, this.#ledger));
      machines.push(...some);
      await Promise.all(some.map((machine) => machine.enroll(token)));
    }
  }
}
