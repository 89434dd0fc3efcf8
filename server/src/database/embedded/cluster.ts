// The cluster on disk: made once by initdb, refused when another major version made it.
import { spawn } from "node:child_process";
import { access, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { StartError } from "../../start-error.ts";
import type { Place } from "./place.ts";

const MAJOR = "18";
/** The owner of the embedded database, who runs the migrations. */
export const OWNER = "vigia";

/** Environment of PostgreSQL's programs: nothing of ours, so that no PG* variable changes their mind. */
export const ENVIRONMENT = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/** Makes the cluster when there is none. An initdb that was cut short leaves nothing that counts. Throws StartError. */
export async function ensureCluster(home: string, place: Place): Promise<void> {
  const version = await readFile(path.join(place.cluster, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (version === undefined) await makeCluster(home, place);
  else if (version.trim() !== MAJOR) {
    throw new StartError(
      `the database in ${place.cluster} was made by PostgreSQL ${version.trim()}, the bundled one is ${MAJOR}`,
      "Start the Vigia version that made it and move its data by a backup, or choose another VIGIA_DATA",
    );
  }
}

async function makeCluster(home: string, place: Place): Promise<void> {
  await access(place.cluster).then(
    () => {
      throw new StartError(
        `${place.cluster} exists but is no database: PG_VERSION is missing`,
        "Restore it from a backup, or move it away",
      );
    },
    () => undefined,
  );
  const half = `${place.cluster}.half`;
  await rm(half, { recursive: true, force: true });
  const options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const child = spawn(path.join(home, "bin/initdb"), ["-D", half, "-U", OWNER, "--no-instructions", ...options], {
    ...place.user,
    cwd: place.folder,
    env: ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code === 0 ? "" : `exit ${code ?? signal}`));
  });
  const [problem, said] = await Promise.all([ended, text(child.stderr).catch(() => "")]);
  if (problem !== "") throw explain(`${problem} ${said}`, place);
  await rename(half, place.cluster);
}

/** What PostgreSQL's last words mean to a person. */
export function explain(words: string, place: Place): StartError {
  const library = /error while loading shared libraries: (\S+?):/.exec(words)?.[1];
  if (library !== undefined) {
    return new StartError(
      `the bundled PostgreSQL needs the system library ${library}, which is missing`,
      "Install it with the system's package manager, or set DATABASE_URL to a PostgreSQL 15 or newer",
    );
  }
  if (/GLIBC_[\d.]+' not found|ENOENT|not found \(required by/.test(words)) {
    return new StartError(
      "the bundled PostgreSQL cannot run on this system (it needs glibc 2.27 or newer)",
      "Set DATABASE_URL to a PostgreSQL 15 or newer",
    );
  }
  if (/No space left on device/.test(words)) return new StartError(`no space is left on the disk of ${place.folder}`, "Free some space");
  if (/Permission denied|EACCES/.test(words)) {
    return new StartError(
      `the bundled PostgreSQL has no permission on its files: ${words.trim().slice(-300)}`,
      `Give the user that runs it access to ${place.folder}, or choose another VIGIA_DATA`,
    );
  }
  return new StartError(`the bundled PostgreSQL does not start: ${words.trim().slice(-600)}`, `Its log is ${place.log}`);
}
