// Gathers presence changes for a moment: shown almost at once, written in batches, and kept until they are written.
import { byOrganization } from "../by-organization.ts";
import type { Log } from "../log.ts";
import type { AgentDirectory, PresenceChange, PresenceSeen } from "./port.ts";
import type { RegistryChange } from "./presence-registry.ts";

/** Longest wait before a change is shown, and before it is written; milliseconds. */
const SHOW_AFTER_MS = 20;
const WRITE_AFTER_MS = 200;
const RETRY_AFTER_MS = 1_000;

export class PresenceWriter {
  readonly #directory: Pick<AgentDirectory, "presenceChanged">;
  readonly #log: Log;
  readonly #show: (seen: readonly PresenceSeen[]) => void;
  readonly #failed: () => void;
  #toShow = new Map<string, PresenceSeen>();
  #toWrite = new Map<string, PresenceChange>();
  #showTimer: NodeJS.Timeout | undefined;
  #writeTimer: NodeJS.Timeout | undefined;
  #writing: Promise<boolean> | undefined;

  constructor(
    directory: Pick<AgentDirectory, "presenceChanged">,
    log: Log,
    show: (seen: readonly PresenceSeen[]) => void,
    failed: () => void,
  ) {
    this.#directory = directory;
    this.#log = log;
    this.#show = show;
    this.#failed = failed;
  }

  add(change: RegistryChange): void {
    const { pending, history, ...now } = change;
    this.#toShow.set(change.resourceId, { ...now, pending });
    const earlier = this.#toWrite.get(change.resourceId);
    this.#toWrite.set(change.resourceId, { ...now, history: [...(earlier?.history ?? []), ...history] });
    this.#showTimer ??= setTimeout(() => this.#showNow(), SHOW_AFTER_MS);
    this.#writeTimer ??= setTimeout(() => void this.#write(), WRITE_AFTER_MS);
  }

  /** Writes what waits now. Answers whether everything is written. */
  async flush(): Promise<boolean> {
    await this.#writing;
    return this.#write();
  }

  stop(): void {
    clearTimeout(this.#showTimer);
    clearTimeout(this.#writeTimer);
  }

  #showNow(): void {
    this.#showTimer = undefined;
    const seen = [...this.#toShow.values()];
    this.#toShow = new Map();
    this.#show(seen);
  }

  /** One write at a time, so that an older presence never comes after a newer one. */
  async #write(): Promise<boolean> {
    clearTimeout(this.#writeTimer);
    const changes = this.#toWrite;
    this.#toWrite = new Map();
    this.#writing = this.#tryWrite(changes);
    const written = await this.#writing;
    this.#writing = undefined;
    this.#writeTimer =
      this.#toWrite.size === 0 ? undefined : setTimeout(() => void this.#write(), written ? WRITE_AFTER_MS : RETRY_AFTER_MS);
    return written;
  }

  async #tryWrite(changes: Map<string, PresenceChange>): Promise<boolean> {
    let written = true;
    // Each organization by itself: a write that succeeded is never repeated because another one failed.
    for (const [organizationId, group] of byOrganization([...changes.values()])) {
      try {
        await this.#directory.presenceChanged(group);
      } catch (error) {
        this.#log.error({ err: error, organizationId, resources: group.length }, "presences could not be written; trying again");
        this.#failed();
        this.#keep(group);
        written = false;
      }
    }
    return written;
  }

  #keep(group: readonly PresenceChange[]): void {
    for (const change of group) {
      const newer = this.#toWrite.get(change.resourceId);
      this.#toWrite.set(change.resourceId, newer === undefined ? change : { ...newer, history: [...change.history, ...newer.history] });
    }
  }
}
