// One conversation with a mail server. What it answers is a result, not an error: the queue decides what follows.
import { createTransport } from "nodemailer";
import type { Sender } from "../../../mail-address.ts";
import { type Guard, isLoopbackAddress } from "../webhooks/guard.ts";

export interface MailServer {
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it, and always where there is a password. */
  readonly secure: boolean;
  readonly username: string | null;
  readonly password: string | null;
  readonly from: Sender;
}

export interface Letter {
  /** The same in every try, so that a reader's mailbox knows a second copy. */
  readonly id: string;
  readonly to: Sender;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `refused`: for good, another try would get the same answer. `problem` is one line of at most 300 characters. */
export type MailResult = { readonly kind: "sent" } | { readonly kind: "failed" | "refused"; readonly problem: string };

/** Milliseconds; together well under the queue's lease. */
const TIMEOUTS = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };
const WHOLE_MS = 45_000;

/**
 * Sends one letter. Never throws for what the other side does.
 * @param guard decides where to connect; undefined for a server that the operator of this one named
 */
export async function sendLetter(server: MailServer, letter: Letter, guard: Guard | undefined): Promise<MailResult> {
  try {
    const host = guard === undefined ? server.host : ((await guard.resolve(server.host))[0]?.address ?? server.host);
    await converse(server, host, letter);
    return { kind: "sent" };
  } catch (error) {
    return resultOf(error as Error & { code?: string; responseCode?: number; response?: string });
  }
}

/**
 * Goes as far as the mail server's door: connects, begins TLS where it would, signs in, and leaves without a letter.
 * Answers what is wrong, undefined when nothing is. Never throws for what the other side does.
 */
export async function tryMailServer(
  server: MailServer,
): Promise<{ readonly step: "connect" | "encrypt" | "sign_in"; readonly problem: string } | undefined> {
  const transport = openTransport(server, server.host);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const encrypt = code === "ETLS" || /certificate|self-signed|SSL|TLS/i.test(message);
    return { step: code === "EAUTH" ? "sign_in" : encrypt ? "encrypt" : "connect", problem: resultOf(error as Error).problem };
  } finally {
    transport.close();
  }
}

function openTransport(server: MailServer, host: string) {
  const { username, password } = server;
  const auth = username === null || password === null ? {} : { auth: { user: username, pass: password } };
  return createTransport({
    host,
    port: server.port,
    secure: server.secure,
    // A password never crosses a network in the clear.
    requireTLS: !server.secure && username !== null && !isLoopbackAddress(host),
    // The certificate is the name's, also when a checked address of it is what was connected to.
    tls: { servername: server.host },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...auth,
    ...TIMEOUTS,
  });
}

async function converse(server: MailServer, host: string, letter: Letter): Promise<void> {
  const { from } = server;
  const transport = openTransport(server, host);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the mail server took too long")), WHOLE_MS);
  });
  try {
    const { id, to, subject, text, html } = letter;
    const headers = { "auto-submitted": "auto-generated" };
    const sending = transport.sendMail({
      from,
      to,
      subject,
      text,
      html,
      headers,
      messageId: `<${id}@${from.address.split("@")[1] ?? ""}>`,
    });
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** Only a 5xx about this letter is final; a wrong password or a closed port is mended by somebody, and the letter then goes. */
function resultOf(error: Error & { code?: string; responseCode?: number; response?: string }): MailResult & { problem: string } {
  const final = (error.code === "EENVELOPE" || error.code === "EMESSAGE") && (error.responseCode ?? 0) >= 500;
  const problem = (error.response ?? error.message).replace(/[\p{Cc}\s]+/gu, " ").slice(0, 300);
  return { kind: final ? "refused" : "failed", problem };
}
