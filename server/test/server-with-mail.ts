// The whole server, set up, with mail that arrives in a sink: what tests of messages to people begin with.
import { createPasswords } from "../src/modules/accounts/index.ts";
import { type Browser, buildTestServer, ORIGIN, PASSWORD, type TestServer } from "./build-app.ts";
import { type MailSink, startMailSink } from "./mail-sink.ts";

export interface ServerWithMail {
  readonly server: TestServer;
  readonly sink: MailSink;
  /** The first administrator, signed in. */
  readonly ana: Browser;
  readonly organizationId: string;
  /** Of PASSWORD. */
  readonly passwordHash: string;
  /** A browser at an address of its own. */
  stranger(): Browser;
  close(): Promise<void>;
}

export async function startServerWithMail(): Promise<ServerWithMail> {
  const sink = await startMailSink();
  const from = { name: "Vigia", address: "vigia@example.test" };
  const mailServer = { host: "127.0.0.1", port: sink.port, secure: false, username: null, password: null, from };
  const config = { version: "1", origins: [ORIGIN], secureCookies: false, trustedProxies: [], mailServer };
  const server = await buildTestServer({ config });
  const ana = await server.administrator();
  let addresses = 0;
  return {
    server,
    sink,
    ana,
    organizationId: (await ana.get("/api/v1/session")).body.organization.id,
    passwordHash: await createPasswords().hash(PASSWORD),
    stranger() {
      const browser = server.browser();
      browser.address = `10.5.0.${++addresses}`;
      return browser;
    },
    async close() {
      await server.close();
      await sink.close();
    },
  };
}
