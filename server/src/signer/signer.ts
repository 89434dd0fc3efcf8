// The signer without its socket: requests in, answers out, one after the other, so that nothing is good twice.
import type { KeyObject } from "node:crypto";
import path from "node:path";
import { importPrivateKey, keyId, rawPublicKey } from "@vigia/protocol/handshake";
import type { Clock } from "../clock.ts";
import { makePrivateFolder, readIfThere } from "../files.ts";
import { createEnrolling } from "./enrolling.ts";
import { openJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import { createPasskeys } from "./passkeys.ts";
import { checkRequest, type RequestName, type Signer } from "./protocol.ts";
import { createProving } from "./proving.ts";
import { createResets } from "./resets.ts";

export const JOURNAL_FILE = "journal.log";
const KEY_FILE = "signer.pem";

export interface OpenSigner extends Signer {
  /** Waits for what is under way and closes the journal. */
  close(): Promise<void>;
}

/**
 * Opens the signer's folder: its key and its journal.
 * @param options.needKey false only where a test has no keys
 * Throws Error when the key is absent or the journal was tampered with.
 */
export async function openSigner(
  folder: string,
  deps: { clock: Clock; random: (bytes: number) => Uint8Array; needKey?: boolean },
): Promise<OpenSigner> {
  const { clock, random } = deps;
  await makePrivateFolder(folder);
  const key = deps.needKey === false ? undefined : await readKey(path.join(folder, KEY_FILE));
  const journal = await openJournal(path.join(folder, JOURNAL_FILE));
  const ledger = createLedger(journal, clock);
  const passkeys = createPasskeys(clock);
  const own = createEnrolling({ ledger, passkeys, clock, random });
  const proving = createProving({ ledger, passkeys, clock });
  const resets = createResets(ledger);
  await ledger.record({ kind: "signer.started", key: key === undefined ? "" : keyId(rawPublicKey(key)).toString("hex") });

  // biome-ignore lint/suspicious/noExplicitAny: each handler is typed by its own request; checkRequest proved the body.
  const handlers: Record<RequestName, (body: any) => unknown> = {
    "factors.state": own.state,
    "factors.remove": own.remove,
    "totp.begin": own.beginTotp,
    "totp.confirm": own.confirmTotp,
    "recovery.renew": own.renewCodes,
    "passkey.begin": own.beginPasskey,
    "passkey.confirm": own.confirmPasskey,
    "passkey.challenge": proving.challenge,
    verify: proving.verify,
    "policy.set": resets.setPolicy,
    "reset.request": resets.request,
    "reset.list": resets.list,
    "reset.approve": resets.approve,
    "host.reset": resets.byHost,
    "host.unlock": resets.unlock,
  };

  let queue: Promise<unknown> = Promise.resolve();
  return {
    ask(name, body) {
      const answer = queue.then(() => handlers[checkRequest(name, body)](body));
      queue = answer.catch(() => undefined);
      return answer as ReturnType<Signer["ask"]> as never;
    },
    async close() {
      await queue;
      await journal.close();
    },
  };
}

async function readKey(file: string): Promise<KeyObject> {
  const pem = await readIfThere(file);
  if (pem === undefined) throw new Error(`the signer's key ${file} is missing; restore the folder from a backup`);
  return importPrivateKey(pem.toString("utf8"));
}
