// This installation around the agents and the database: signer, audit log, disk, version.
import { statfs } from "node:fs/promises";
import type { Clock } from "../../clock.ts";
import type { Log } from "../../log.ts";
import type { AuditWatch } from "../../modules/audit/index.ts";
import type { Sweeper } from "../../modules/files/index.ts";
import { measureSigner, type Signer } from "../../signer/index.ts";
import type { LiveFeed } from "../live-feed.ts";
import { by, type Figure, plain } from "./figure.ts";
import { sampled } from "./sample.ts";

export interface InstallationParts {
  readonly signer: Signer;
  readonly audit: Pick<AuditWatch, "standing">;
  readonly sweeper: Pick<Sweeper, "standing">;
  readonly live: Pick<LiveFeed, "sockets" | "waitingBytes">;
  readonly clock: Clock;
  readonly log: Log;
  /** Absolute path of the data directory; undefined: its disk is not told of. */
  readonly dataDir: string | undefined;
  readonly version: string;
  readonly generation: number;
}

export function installationFigures(parts: InstallationParts): Figure[] {
  const { signer, audit, sweeper, live, clock, log, dataDir } = parts;
  const answer = sampled(
    clock,
    () => measureSigner(signer),
    (error) => log.warn({ err: error }, "the signer was asked for a sign of life and gave none"),
  );
  const disk = sampled(
    clock,
    async () => (dataDir === undefined ? undefined : statfs(dataDir)),
    (error) => log.warn({ err: error }, "the disk of the data directory could not be looked at"),
  );
  const since = (at: number | undefined) => (at === undefined ? undefined : Math.max(0, clock.now() - at) / 1_000);
  return [
    plain("gauge", "live_sockets", "Open live feeds of consoles", () => live.sockets()),
    plain("gauge", "live_buffered_bytes", "Bytes that wait to leave to consoles", () => live.waitingBytes()),
    plain("gauge", "signer_up", "1 while the signer answers", async () => ((await answer()) === undefined ? 0 : 1)),
    plain("gauge", "signer_latency_seconds", "Time of the signer's last answer", answer),
    by("state", "gauge", "audit_chains", "Audit chains by what the last walk found", () => {
      const { intact, broken } = audit.standing();
      return { intact, broken };
    }),
    plain("gauge", "audit_verification_age_seconds", "Time since all chains of the audit log were walked", () =>
      since(audit.standing().walkedAt),
    ),
    plain("gauge", "audit_checkpoint_age_seconds", "Time since the heads of the audit log were signed", () =>
      since(audit.standing().signedAt),
    ),
    by(
      "kind",
      "counter",
      "files_swept_total",
      "Files and content that were taken away because their time was over or nobody named them",
      () => {
        const { expired, unnamed, halves } = sweeper.standing();
        return { expired, unnamed, halves };
      },
    ),
    plain("gauge", "files_sweep_age_seconds", "Time since all organizations' files were swept", () => since(sweeper.standing().sweptAt)),
    plain("gauge", "data_disk_free_bytes", "Free for this user on the disk of the data directory", async () => {
      const found = await disk();
      return found && found.bavail * found.bsize;
    }),
    plain("gauge", "data_disk_size_bytes", "Size of the disk of the data directory", async () => {
      const found = await disk();
      return found && found.blocks * found.bsize;
    }),
    {
      name: "vigia_build_info",
      help: "1, with the versions that run",
      kind: "gauge",
      labelNames: ["version", "node"],
      read: () => [{ labels: { version: parts.version, node: process.version }, value: 1 }],
    },
    plain("gauge", "generation", "Rises when the database was restored from a backup", () => parts.generation),
  ];
}
