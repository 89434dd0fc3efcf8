// The other systems that some routes speak to: a mail server, a sign-on provider and a receiver of webhooks, each a real one on this machine.
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { type MailSink, startMailSink } from "../mail-sink.ts";
import { type FakeProvider, startFakeProvider } from "../oidc.ts";

export interface Neighbours {
  readonly mail: MailSink;
  readonly provider: FakeProvider;
  /** Where webhooks go. */
  readonly receiver: string;
  close(): Promise<void>;
}

/** Starts all of them on free ports. */
export async function startNeighbours(): Promise<Neighbours> {
  const [mail, provider] = await Promise.all([startMailSink(), startFakeProvider()]);
  const receiver = http.createServer((request, response) => {
    request.resume();
    response.end("thanks");
  });
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
  return {
    mail,
    provider,
    receiver: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    async close() {
      receiver.closeAllConnections();
      receiver.close();
      await Promise.all([mail.close(), provider.close()]);
    },
  };
}
