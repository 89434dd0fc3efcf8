// The whole pack: one site, two organizations, and machines behind networks of their own.
import fs from "node:fs";
import { type Api, makeToken } from "../kit/api.ts";
import { temporaryFolder, until } from "../kit/processes.ts";
import { Machine } from "./machine.ts";
import { Site } from "./site.ts";

/** How long records may take to flow again after a fault, and how often that is looked for, milliseconds. */
const FLOW_MS = 90_000;
const LOOK_MS = 250;

export class World {
  readonly site: Site;
  readonly acme: Api;
  readonly other: Api;
  /** Of Acme: loaded ones, then one with the agent's own program. */
  readonly machines: readonly Machine[];
  /** The other organization's. */
  readonly stranger: Machine;
  /** Names of clients that the server said it made. */
  readonly made: string[] = [];
  /** Whether what needs a minute or more is done at its full length. */
  readonly long: boolean;
  readonly #folder: string;

  private constructor(folder: string, site: Site, people: { acme: Api; other: Api }, machines: Machine[], long: boolean) {
    const [stranger, ...own] = machines;
    if (stranger === undefined) throw new Error("no machines");
    this.#folder = folder;
    this.site = site;
    this.acme = people.acme;
    this.other = people.other;
    this.stranger = stranger;
    this.machines = own;
    this.long = long;
  }

  /** Builds and starts everything. What was begun is removed when it fails. */
  static async start({ long }: { long: boolean }): Promise<World> {
    const folder = temporaryFolder("chaos");
    const site = new Site(folder);
    try {
      await site.start();
      const people = await site.people();
      const [own, foreign] = [await makeToken(people.acme), await makeToken(people.other)];
      const enrol = (name: string, kind: "loaded" | "plain", token: string) =>
        Machine.enrol(name, kind, folder, site.port, token, site.certificate);
      const machines = await Promise.all([
        enrol("stranger", "loaded", foreign.token),
        enrol("one", "loaded", own.token),
        enrol("two", "loaded", own.token),
        enrol("three", "loaded", own.token),
        enrol("plain", "plain", own.token),
      ]);
      // All are this very machine to the server, which asks before it lets known hardware in again.
      for (const { resourceId } of machines.slice(1)) await people.acme.call("POST", `/api/v1/resources/${resourceId}/approve`);
      for (const machine of machines) machine.start();
      return new World(folder, site, people, machines, long);
    } catch (error) {
      await site.remove();
      throw error;
    }
  }

  get everyone(): readonly Machine[] {
    return [this.stranger, ...this.machines];
  }

  get loaded(): readonly Machine[] {
    return this.everyone.filter(({ kind }) => kind === "loaded");
  }

  /** Waits until every agent that lives and can has noted some more truth. */
  async works(bytes = 400): Promise<void> {
    await Promise.all(this.loaded.map((machine) => machine.works(bytes)));
  }

  /** Waits until the server has newer events of each of these machines. */
  async flows(machines: readonly Machine[] = this.loaded): Promise<void> {
    const last = async () => {
      const rows = await this.site.ask<{ id: string; at: string }>(
        "select resource_id id, max(received_at)::text at from resource_events where detail like 'load %' group by 1",
      );
      return new Map(rows.map(({ id, at }) => [id, at]));
    };
    const before = await until("the database answers", last);
    const arrive = async () => {
      const now = await last();
      return machines.every(({ resourceId: id }) => now.get(id) !== undefined && now.get(id) !== before.get(id)) ? true : undefined;
    };
    await until(`records of ${machines.map(({ name }) => name).join(", ")} arrive`, arrive, FLOW_MS, LOOK_MS);
  }

  /** Does something that is audited; a server that is away may refuse it. */
  async act(name: string): Promise<void> {
    try {
      const answer = await this.acme.call("POST", "/api/v1/clients", { name });
      if (answer.status < 300) this.made.push(name);
    } catch (error) {
      // Nobody answers, or breaks off: it may be done or not, and nobody was told that it is.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async remove(): Promise<void> {
    for (const machine of this.everyone) await machine.remove();
    await this.site.remove();
    fs.rmSync(this.#folder, { recursive: true, force: true });
  }
}
