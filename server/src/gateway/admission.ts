// Who may open a connection at all: counted as the system hands it over, before TLS and before a word is read. A socket that says nothing
// costs a file descriptor all the same, and whoever takes them all locks every agent out.
import { readFileSync } from "node:fs";
import type { Server, Socket } from "node:net";
import { AddressCount } from "./limits.ts";

export interface AdmissionLimits {
  /** Connections of all kinds. */
  readonly open: number;
  /** Connections that have not proven an agent: consoles, downloads, and whoever just came. */
  readonly strangers: number;
  /** The same from one IPv4 address or IPv6 /64. Machines behind one router share it only until they have proven themselves. */
  readonly strangersPerAddress: number;
}

interface AdmissionStats {
  readonly open: number;
  readonly strangers: number;
  /** Refused since start: one address, or all together, had their most. */
  readonly refused: Readonly<Record<"address" | "all", number>>;
}

export interface Admission {
  /** From now on connections of this server are counted, and refused beyond the limits. Call before it listens. */
  guard(server: Server): void;
  /** This connection proved an agent: it is no stranger any more. */
  proven(socket: Socket): void;
  stats(): AdmissionStats;
}

/** Files for the database, the signer, logs and the server's own files. */
const OWN_FILES = 256;
/** A thousand machines that come back at once from behind one address, and as many connections of consoles. */
const STRANGERS_PER_ADDRESS = 2_000;
/** Where the system does not say how many files may be open. */
const USUAL_FILES = 20_000;

/** The limits for a process that may have so many files open: strangers get at most half of them. */
export function admissionLimits(files: number): AdmissionLimits {
  const open = Math.max(OWN_FILES, files - OWN_FILES);
  const strangers = Math.floor(open / 2);
  return { open, strangers, strangersPerAddress: Math.min(STRANGERS_PER_ADDRESS, Math.floor(strangers / 2)) };
}

/** A connection as long as it is a stranger's: from where it is counted, undefined where it is not (a proxy's). */
interface Guest {
  readonly address: string | undefined;
}

/** How many files this process may have open. */
export function mostOpenFiles(): number {
  try {
    const soft = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return soft === undefined ? USUAL_FILES : Number(soft);
  } catch (error) {
    // Not Linux.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return USUAL_FILES;
    throw error;
  }
}

/** @param isProxy whether connections from there carry those of many others, whose number is the proxy's to limit */
export function createAdmission(limits: AdmissionLimits, isProxy: (address: string) => boolean): Admission {
  const strangers = new AddressCount(limits.strangersPerAddress, limits.strangers);
  /** By their two ends. */
  const guests = new Map<string, Guest>();
  const refused = { address: 0, all: 0 };
  let open = 0;

  /** Whether it may stay. */
  function enter(socket: Socket): boolean {
    const { remoteAddress } = socket;
    // Gone before it was looked at.
    if (remoteAddress === undefined) return false;
    if (open >= limits.open) return refuse("all");
    const guest: Guest = { address: isProxy(remoteAddress) ? undefined : remoteAddress };
    if (guest.address !== undefined && !strangers.hasRoom(guest.address))
      return refuse(strangers.total >= limits.strangers ? "all" : "address");
    if (guest.address !== undefined) strangers.enter(guest.address);
    const ends = endsOf(socket);
    open++;
    guests.set(ends, guest);
    // Not once(), which makes three objects more for each of thousands: a socket closes once.
    socket.on("close", () => {
      open--;
      // The same ends may be a later connection's already.
      if (guests.get(ends) === guest) known(ends, guest);
    });
    return true;
  }

  /** It is no stranger any more. */
  function known(ends: string, { address }: Guest): void {
    guests.delete(ends);
    if (address !== undefined) strangers.leave(address);
  }

  function refuse(why: keyof typeof refused): false {
    refused[why]++;
    return false;
  }

  return {
    guard(server) {
      const others = server.listeners("connection");
      server.removeAllListeners("connection");
      server.on("connection", (socket: Socket) => {
        // A reset leaves nothing behind on this side; a farewell would.
        if (!enter(socket)) socket.on("error", () => undefined).resetAndDestroy();
        else for (const other of others) Reflect.apply(other, server, [socket]);
      });
    },
    proven(socket) {
      const ends = endsOf(socket);
      const guest = guests.get(ends);
      if (guest !== undefined) known(ends, guest);
    },
    stats: () => ({ open, strangers: strangers.total, refused: { ...refused } }),
  };
}

/** The same for a socket and for the TLS around it. */
const endsOf = ({ remoteAddress, remotePort, localAddress, localPort }: Socket): string =>
  `${remoteAddress} ${remotePort} ${localAddress} ${localPort}`;
