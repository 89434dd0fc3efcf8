// Whether the signer answers: without it nobody signs in.
import { createSignerClient, findSignerPlace, measureSigner } from "../signer/index.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "signer";
const SLOW_SECONDS = 1;

/** @param seconds of its answer, or why there was none; @param elsewhere somebody else runs it (VIGIA_SIGNER_SOCKET) */
export function judgeSigner(seconds: number | Error, elsewhere: boolean): Finding {
  if (typeof seconds === "number") {
    const said = `answers in ${(seconds * 1_000).toFixed(1)} ms`;
    const cure = "Look what burdens its machine or the disk that its journal is on.";
    return seconds > SLOW_SECONDS ? warning(CHECK, said, cure) : ok(CHECK, said);
  }
  const cure = elsewhere
    ? "Start the signer's service, and let the server's user reach the socket that VIGIA_SIGNER_SOCKET names."
    : "The server's log says why the signer does not run; `vigia-server signer verify` checks its journal.";
  return fault(CHECK, `${seconds.message}; nobody can sign in`, cure);
}

export const signerCheck: Check = {
  name: CHECK,
  async run({ config, running }) {
    const elsewhere = config.signerSocket !== undefined;
    if (running === undefined && !elsewhere) return [ok(CHECK, "starts with the server")];
    const client = createSignerClient(config.signerSocket ?? (await findSignerPlace(config.dataDir)).socket);
    try {
      return [judgeSigner(await measureSigner(client).catch((error: Error) => error), elsewhere)];
    } finally {
      client.close();
    }
  },
};
