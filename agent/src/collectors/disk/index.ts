// Volumes: mounted file systems that hold data on this machine's own disks, each its own series. Not network shares, which can hang
// whoever asks them, and not the kernel's make-believe ones. Speed and busy time of the disks below are in disk-io/.
import type { VolumeMetric } from "@vigia/protocol";
import type { Host } from "../../host/host.ts";
import { type Collector, Incomplete, MAX_SERIES, type MetricsPart } from "../collector.ts";
import { listDarwin } from "./darwin.ts";
import { createLinuxList } from "./linux.ts";
import type { Mount } from "./mount.ts";
import { createSpaceReader, type SpaceReader } from "./space.ts";
import { listWindows } from "./windows.ts";

/** Measures every volume that answers; one that does not is named by Incomplete while the others are reported. */
export function createDisk(spaceReader: SpaceReader = createSpaceReader()): Collector<MetricsPart> {
  const lists = { linux: createLinuxList(), darwin: listDarwin, win32: listWindows } satisfies Record<
    Host["platform"],
    (host: Host) => Promise<readonly Mount[]>
  >;
  return {
    name: "disk",
    intervalMs: 0,
    async collect(host, signal) {
      const mounts = await lists[host.platform](host);
      const { volumes, problems } = await measure(host, mounts.slice(0, MAX_SERIES), spaceReader, signal);
      if (problems.length > 0) throw new Incomplete(problems.join("; "), { volumes });
      return { volumes };
    },
  };
}

async function measure(host: Host, mounts: readonly Mount[], spaceReader: SpaceReader, signal: AbortSignal) {
  const volumes: VolumeMetric[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const mount of mounts) {
    if (signal.aborted) break;
    const answer = await spaceReader.read(host, mount, signal);
    if (answer.kind === "problem") problems.push(answer.problem);
    if (answer.kind !== "space" || answer.space.totalBytes === 0) continue;
    const { totalBytes, freeBytes, availableBytes, inodes, freeInodes } = answer.space;
    // On macOS a plain folder in /Volumes repeats the figures of the volume it lies on.
    const figures = [totalBytes, freeBytes, inodes, freeInodes].join();
    if (host.platform === "darwin" && seen.has(figures)) continue;
    seen.add(figures);
    volumes.push({
      mount: mount.mount,
      filesystem: mount.filesystem,
      totalBytes,
      usedBytes: Math.max(0, totalBytes - freeBytes),
      freeBytes: availableBytes,
      inodesTotal: inodes,
      inodesUsed: Math.max(0, inodes - freeInodes),
      readOnly: mount.readOnly,
      removable: mount.removable,
    });
  }
  return { volumes, problems };
}
