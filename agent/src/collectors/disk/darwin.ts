// macOS: the system volume, its data volume, and what is mounted in /Volumes. Which file system it is, Node does not tell.
import { type Host, linkTarget } from "../../host/host.ts";
import type { Mount } from "./mount.ts";

export async function listDarwin(host: Host): Promise<Mount[]> {
  const names = await host.readDir("/Volumes");
  const mounted: string[] = [];
  // The system volume is in /Volumes too, as a link to "/".
  for (const name of names)
    if ((await linkTarget(host, `/Volumes/${name}`)) === undefined && !name.startsWith(".")) mounted.push(`/Volumes/${name}`);
  return ["/", "/System/Volumes/Data", ...mounted.toSorted((a, b) => (a < b ? -1 : 1))].map((path) => ({
    mount: path,
    path,
    filesystem: "",
    readOnly: false,
    removable: false,
  }));
}
