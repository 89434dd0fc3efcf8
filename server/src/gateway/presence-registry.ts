// What the server observes of every agent's machine right now, in memory. One tick serves them all.
import type { Clock } from "../clock.ts";
import { createPatientClock, type PatientClock } from "./patient-clock.ts";
import type { KnownPresence, Presence, PresenceChange, PresenceNow } from "./port.ts";
import { type LinkState, PING_MS, SILENCE_MS, WATCHED_PING_MS, worsen } from "./presence.ts";

interface Entry {
  readonly organizationId: string;
  readonly resourceId: string;
  pending: boolean;
  presence: Presence;
  since: number;
  lastSeenAt: number | undefined;
  /** Whether lastSeenAt moved since it was last written. */
  seenMoved: boolean;
  link: LinkState;
  /** On the patient clock. */
  heardAt: number;
  pingedAt: number;
  /** What history says: not answering is no part of it. */
  recorded: "online" | "offline";
}

export interface Machine {
  readonly organizationId: string;
  readonly resourceId: string;
  /** Its agent waits for approval. */
  readonly pending: boolean;
}

export type RegistryChange = PresenceChange & { readonly pending: boolean };

export class PresenceRegistry {
  readonly #clock: Clock;
  readonly #patient: PatientClock;
  readonly #changed: (change: RegistryChange) => void;
  readonly #entries = new Map<string, Entry>();
  /** How many have a machine open, and since when, by resource. */
  readonly #watched = new Map<string, { watchers: number; since: number }>();
  /** How many machines became so since start. */
  readonly changes: Record<Presence, number> = { online: 0, not_answering: 0, offline: 0 };

  /** `changed` is called at once, for each change. */
  constructor(clock: Clock, changed: (change: RegistryChange) => void) {
    this.#clock = clock;
    this.#patient = createPatientClock(clock);
    this.#changed = changed;
  }

  /** Takes over what was written before this start; the machine has until the grace ends to come back. */
  load(known: KnownPresence): void {
    if (this.#entries.has(known.resourceId)) return;
    const offline = known.presence === "offline";
    const entry: Entry = {
      ...known,
      pending: false,
      seenMoved: false,
      link: offline ? "gone" : "restarted",
      heardAt: this.#patient.now(),
      pingedAt: 0,
      recorded: offline ? "offline" : "online",
    };
    this.#entries.set(known.resourceId, entry);
    this.#settle(entry);
  }

  /** A session stands: the machine is online. */
  connected(machine: Machine): void {
    const entry = this.#entries.get(machine.resourceId) ?? this.#add(machine);
    entry.link = "open";
    const approved = entry.pending && !machine.pending;
    entry.pending = machine.pending;
    this.#hear(entry, approved);
  }

  /** Anything came from the machine's socket. */
  heard(resourceId: string): void {
    const entry = this.#entries.get(resourceId);
    if (entry?.link === "open") this.#hear(entry, false);
  }

  /** The server itself does not read from the machine now: its silence says nothing. */
  excuse(resourceId: string): void {
    const entry = this.#entries.get(resourceId);
    if (entry?.link === "open") entry.heardAt = this.#patient.now();
  }

  /** The socket is closed. The closing itself was a sign of life, unless the server closed it for silence (`silent`). */
  closed(resourceId: string, how: "lost" | "returning" | "silent"): void {
    const entry = this.#entries.get(resourceId);
    if (entry?.link !== "open") return;
    entry.link = how === "returning" ? "returning" : "closed";
    if (how !== "silent") this.#see(entry);
    this.#settle(entry);
  }

  /** The server could not let anybody in: those who are away get the same grace as after a start, from now on. */
  forgive(): void {
    for (const entry of this.#entries.values()) {
      if (entry.presence === "offline" || entry.link === "open" || entry.link === "gone") continue;
      entry.link = "restarted";
      entry.heardAt = this.#patient.now();
      this.#settle(entry);
    }
  }

  /** The agent was let go for good: offline at once. */
  retire(resourceId: string): void {
    const entry = this.#entries.get(resourceId);
    if (entry === undefined) return;
    entry.link = "gone";
    entry.pending = false;
    this.#settle(entry);
  }

  /** Somebody has the machine open. Answers the release, which may be called twice. */
  watch(resourceId: string): () => void {
    const watch = this.#watched.get(resourceId) ?? { watchers: 0, since: this.#patient.now() };
    watch.watchers++;
    this.#watched.set(resourceId, watch);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      if (--watch.watchers === 0) this.#watched.delete(resourceId);
    };
  }

  now(resourceId: string): PresenceNow | undefined {
    const entry = this.#entries.get(resourceId);
    return entry && { presence: entry.presence, since: entry.since, lastSeenAt: entry.lastSeenAt };
  }

  /** Looks at everyone: who has to be pinged, and whose socket was silent for too long. */
  tick(): { ping: string[]; silent: string[] } {
    const ping: string[] = [];
    const silent: string[] = [];
    const now = this.#patient.now();
    for (const entry of this.#entries.values()) {
      if (entry.presence === "offline" && entry.link !== "open") continue;
      if (this.#isQuietlyOnline(entry, now)) continue;
      this.#settle(entry);
      if (entry.link !== "open") continue;
      if (now - entry.heardAt >= SILENCE_MS) {
        silent.push(entry.resourceId);
        continue;
      }
      const watch = this.#watched.get(entry.resourceId);
      const quiet = now - Math.max(entry.heardAt, entry.pingedAt);
      if (quiet >= (watch === undefined ? PING_MS : WATCHED_PING_MS) || (watch !== undefined && entry.pingedAt < watch.since)) {
        entry.pingedAt = now;
        ping.push(entry.resourceId);
      }
    }
    return { ping, silent };
  }

  /** Heard of lately and open to nobody: nothing can become of it now. This is what most of thousands are, four times a second. */
  #isQuietlyOnline(entry: Entry, now: number): boolean {
    return entry.presence === "online" && entry.link === "open" && now - entry.heardAt < PING_MS && !this.#watched.has(entry.resourceId);
  }

  /** Who was seen since this was last asked, to be written. */
  takeSeen(): { organizationId: string; resourceId: string; at: number }[] {
    const seen: { organizationId: string; resourceId: string; at: number }[] = [];
    for (const entry of this.#entries.values()) {
      if (!entry.seenMoved || entry.lastSeenAt === undefined) continue;
      entry.seenMoved = false;
      seen.push({ organizationId: entry.organizationId, resourceId: entry.resourceId, at: entry.lastSeenAt });
    }
    return seen;
  }

  /** How many machines stand how. */
  counts(): Record<Presence, number> {
    const counts = { online: 0, not_answering: 0, offline: 0 };
    for (const entry of this.#entries.values()) counts[entry.presence]++;
    return counts;
  }

  /** A machine that was never seen before. */
  #add({ organizationId, resourceId, pending }: Machine): Entry {
    const now = this.#clock.now();
    const entry: Entry = {
      organizationId,
      resourceId,
      pending,
      presence: "offline",
      since: now,
      lastSeenAt: now,
      seenMoved: true,
      link: "open",
      heardAt: 0,
      pingedAt: 0,
      recorded: "offline",
    };
    this.#entries.set(resourceId, entry);
    return entry;
  }

  #see(entry: Entry): void {
    entry.heardAt = this.#patient.now();
    entry.lastSeenAt = this.#clock.now();
    entry.seenMoved = true;
  }

  #hear(entry: Entry, tell: boolean): void {
    this.#see(entry);
    if (entry.presence !== "online") this.#become(entry, "online");
    else if (tell) this.#announce(entry, []);
  }

  #settle(entry: Entry): void {
    const now = this.#patient.now();
    const watch = this.#watched.get(entry.resourceId);
    const presence = worsen(entry.presence, {
      link: entry.link,
      silentMs: now - entry.heardAt,
      watchedSilentMs: watch && now - Math.max(entry.heardAt, watch.since),
    });
    if (presence !== entry.presence) this.#become(entry, presence);
  }

  #become(entry: Entry, presence: Presence): void {
    const at = this.#clock.now();
    this.changes[presence]++;
    entry.presence = presence;
    entry.since = at;
    if (presence === "not_answering" || presence === entry.recorded) this.#announce(entry, []);
    else {
      entry.recorded = presence;
      this.#announce(entry, [{ kind: presence, at }]);
    }
  }

  #announce({ organizationId, resourceId, pending, presence, since, lastSeenAt }: Entry, history: PresenceChange["history"]): void {
    this.#changed({ organizationId, resourceId, pending, presence, since, lastSeenAt, history });
  }
}
