// The signer without its socket: requests in, answers out, one after the other, so that nothing is good twice.
import type { KeyObject } from "node:crypto";
import path from "node:path";
import { importPrivateKey, keyId, rawPublicKey } from "@vigia/protocol/handshake";
import type { Clock } from "../clock.ts";
import { makePrivateFolder, readIfThere } from "../files.ts";
import { createEnrolling } from "./enrolling.ts";
import { createHeads } from "./heads.ts";
import { type Journal, openJournal } from "./journal.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createPasskeys } from "./passkeys.ts";
import { checkRequest, type RequestName, type Signer } from "./protocol.ts";
import { createProving } from "./proving.ts";
import { createResets } from "./resets.ts";
import { isSealed, openSeal, type Seal } from "./seal.ts";

const KEY_FILE = "signer.pem";

export interface OpenSigner extends Signer {
  /** Whether the journal could not be written: nothing more is answered, and only a new start reads what the disk holds. */
  readonly broken: boolean;
  /** Waits for what is under way and closes the journal. */
  close(): Promise<void>;
}

interface SignerDeps {
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  /** false only where a test has no keys. */
  readonly needKey?: boolean;
  /** Entries of a segment of the journal before the next one begins. */
  readonly segmentEntries?: number;
}

/**
 * Opens the signer's folder: its keys and its journal.
 * Throws Error when a key is absent or the journal was tampered with.
 */
export async function openSigner(folder: string, deps: SignerDeps): Promise<OpenSigner> {
  await makePrivateFolder(folder);
  const key = deps.needKey === false ? undefined : await readKey(path.join(folder, KEY_FILE));
  const journal = await openJournal(folder);
  try {
    const ledger = createLedger(journal, deps.clock, deps.segmentEntries);
    const seal = await openSeal(folder, holdsSealed(ledger), deps.random);
    await ledger.record({ kind: "signer.started", key: key === undefined ? "" : keyId(rawPublicKey(key)).toString("hex") });
    return answering(journal, handlersOf({ ...deps, journal, ledger, seal }));
  } catch (error) {
    await journal.close();
    throw error;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each handler is typed by its own request; checkRequest proved the body.
type Handlers = Record<RequestName, (body: any) => unknown>;

function handlersOf(deps: SignerDeps & { journal: Journal; ledger: Ledger; seal: Seal }): Handlers {
  const passkeys = createPasskeys(deps.clock);
  const own = createEnrolling({ ...deps, passkeys });
  const proving = createProving({ ...deps, passkeys });
  const resets = createResets(deps.ledger);
  const heads = createHeads(deps.journal, deps.ledger);
  return {
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
    "journal.head": heads.head,
    "journal.check": heads.check,
    "host.reset": resets.byHost,
    "host.unlock": resets.unlock,
    "host.accept": heads.accept,
  };
}

function answering(journal: Journal, handlers: Handlers): OpenSigner {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    get broken() {
      return journal.failed;
    },
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

const holdsSealed = ({ state }: Ledger): boolean =>
  [...state.people.values()].some(({ factors }) =>
    [...factors.values()].some((factor) => factor.kind === "totp" && isSealed(factor.secret)),
  );

async function readKey(file: string): Promise<KeyObject> {
  const pem = await readIfThere(file);
  if (pem === undefined) throw new Error(`the signer's key ${file} is missing; restore the folder from a backup`);
  return importPrivateKey(pem.toString("utf8"));
}
