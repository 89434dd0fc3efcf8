// The two keys of the server that a person must keep a copy of: the recovery key, and the key above all sealed secrets.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "./call.ts";
import { sessionQuery } from "./session.ts";
import type { Session } from "./types.ts";

export type ServerKey = "recovery" | "keyBackup";

const KEYS = {
  recovery: { path: "/api/v1/recovery-key", name: "vigia-recovery-key.pem", left: { recoveryKeyPending: false } },
  keyBackup: { path: "/api/v1/key-backup", name: "vigia-kek", left: { keyBackupPending: false } },
} as const;

/** The key as a file. Throws ApiError. */
export async function downloadKey(which: ServerKey): Promise<{ name: string; content: Blob }> {
  const { path, name } = KEYS[which];
  return { name, content: await call<Blob>("GET", path, { parseAs: "blob" }) };
}

/** Tells the server that the copy is safe. */
export function useConfirmKey(which: ServerKey) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<unknown>("DELETE", KEYS[which].path),
    onSuccess: () =>
      queries.setQueryData<Session | null>(sessionQuery.queryKey, (session) =>
        session === null || session === undefined ? session : { ...session, ...KEYS[which].left },
      ),
  });
}
