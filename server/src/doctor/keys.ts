// The files that must stay the server's own: there, closed to everybody else, and copied elsewhere.
import { lstat, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "keys";
/** Secret files and folders, by their place in the data directory. */
const SECRETS = [
  "keys",
  "keys/identity.pem",
  "keys/kek",
  "keys/database.json",
  "signer",
  "signer/signer.pem",
  "recovery-key",
  "setup-code",
  "tls/key.pem",
];
/** Without these an installation that has any of them does not start. */
const NEEDED = ["keys/identity.pem", "keys/public.json", "keys/roster.bin", "keys/kek"];

export interface Found {
  readonly place: string;
  readonly mode: number;
  readonly uid: number;
  readonly folder: boolean;
}

export interface Keys {
  readonly dataDir: string;
  readonly found: readonly Found[];
  /** Who the data directory belongs to: the server's user. */
  readonly owner: number;
  readonly configured: boolean;
  /** Whether nobody confirmed a copy of the key-encryption key. */
  readonly kekNotCopied: boolean;
}

function judgeKeys({ dataDir, found, owner, configured, kekNotCopied }: Keys): Finding[] {
  const places = new Set(found.map(({ place }) => place));
  const findings = [
    ...NEEDED.filter((place) => places.size > 0 && configured && !places.has(place)).map((place) =>
      fault(
        CHECK,
        `${path.join(dataDir, place)} is missing`,
        "Put it back from your copy of the folder keys: agents and secrets obey no other.",
      ),
    ),
    ...found.flatMap((one) => judgeFile(dataDir, one, owner)),
  ];
  if (configured && places.has("recovery-key"))
    findings.push(
      warning(
        CHECK,
        "the recovery key still lies on the server",
        "Take it away in the console, as an administrator is asked to after set-up.",
      ),
    );
  if (configured && kekNotCopied)
    findings.push(
      warning(
        CHECK,
        "nobody has confirmed a copy of the key-encryption key",
        "Take a copy in the console, or of keys/kek, and keep it apart from the database's backup.",
      ),
    );
  return findings.length > 0
    ? findings
    : [ok(CHECK, places.size === 0 ? "none yet: the first start makes them" : "there, and closed to others")];
}

function judgeFile(dataDir: string, { place, mode, uid, folder }: Found, owner: number): Finding[] {
  const file = path.join(dataDir, place);
  const findings: Finding[] = [];
  if (SECRETS.includes(place) && (mode & 0o077) !== 0)
    findings.push(
      fault(CHECK, `${file} is open to other users (mode ${mode.toString(8)})`, `Close it: chmod ${folder ? 700 : 600} ${file}`),
    );
  // The signer may have a user of its own.
  if (uid !== owner && !place.startsWith("signer"))
    findings.push(
      fault(CHECK, `${file} belongs to user ${uid}, the data directory to user ${owner}`, `Give it back: chown ${owner} ${file}`),
    );
  return findings;
}

export const keysCheck: Check = {
  name: CHECK,
  async run({ config: { dataDir } }) {
    // Windows keeps its permissions elsewhere.
    if (process.platform === "win32") return [ok(CHECK, "not looked at on Windows")];
    const data = await stat(dataDir).catch(() => undefined);
    if (data === undefined) return [ok(CHECK, "none yet: the first start makes them")];
    const names = [...new Set([...SECRETS, ...NEEDED])];
    const found = (await Promise.all(names.map((place) => look(dataDir, place)))).filter((one) => one !== undefined);
    const listed: string[] = await readdir(path.join(dataDir, "keys")).catch(() => []);
    // The set-up code is there until set-up is done; a started server has its public keys.
    const configured = listed.length > 0 && !found.some(({ place }) => place === "setup-code");
    return judgeKeys({ dataDir, found, owner: data.uid, configured, kekNotCopied: listed.includes("kek-backup-pending") });
  },
};

async function look(dataDir: string, place: string): Promise<Found | undefined> {
  try {
    const found = await lstat(path.join(dataDir, place));
    return { place, mode: found.mode & 0o777, uid: found.uid, folder: found.isDirectory() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
