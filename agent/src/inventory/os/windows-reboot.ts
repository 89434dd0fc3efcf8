// Whether Windows waits for a restart, and why: marks that its parts leave in the registry until the next start.
import type { Registry } from "../sources/registry.ts";
import { KEYS } from "../sources/registry-keys.ts";

const REASONS: readonly [reason: string, waits: (keys: Registry) => boolean][] = [
  ["Windows Update", (keys) => keys.key(KEYS.rebootUpdate) !== undefined],
  ["Windows components", (keys) => keys.key(KEYS.rebootServicing) !== undefined],
  ["Files to be replaced", (keys) => (keys.key(KEYS.session)?.list("PendingFileRenameOperations").length ?? 0) > 0],
  [
    "New computer name",
    (keys) => {
      const [now, next] = [keys.text(KEYS.activeName, "ComputerName"), keys.text(KEYS.nextName, "ComputerName")];
      return now !== "" && next !== "" && now.toLowerCase() !== next.toLowerCase();
    },
  ],
];

/** Why a restart is waited for; none when it is not. */
export function windowsRebootReasons(keys: Registry): string[] {
  return REASONS.filter(([, waits]) => waits(keys)).map(([reason]) => reason);
}
