// A real SMTP server for tests: keeps what it was given, and refuses what it is told to refuse.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface Received {
  readonly to: readonly string[];
  /** The whole message, headers first. */
  readonly source: string;
}

export interface MailSink {
  readonly port: number;
  readonly received: Received[];
  /** Asked for each message; an SMTP status makes it be refused. */
  refuse: (to: string) => number | undefined;
  /** Waited for before a message is taken. */
  hold: () => Promise<void>;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 without TLS. */
export async function startMailSink(options: SMTPServerOptions = {}): Promise<MailSink> {
  const sink: { -readonly [Key in keyof MailSink]: MailSink[Key] } = {
    port: 0,
    received: [],
    refuse: () => undefined,
    hold: async () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...options,
    onData(stream, session, callback) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        void sink.hold().then(() => {
          const status = sink.refuse(to[0] ?? "");
          if (status !== undefined) {
            callback(Object.assign(new Error("not this one"), { responseCode: status }));
            return;
          }
          sink.received.push({ to, source: Buffer.concat(chunks).toString() });
          callback();
        });
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  sink.port = (server.server.address() as AddressInfo).port;
  return sink;
}

/** The text part of a message, decoded. */
export function textOf({ source }: Received): string {
  const part = /content-type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(source);
  const head = part?.[0].split("\r\n\r\n")[0] ?? "";
  const body = part?.[1] ?? "";
  if (/quoted-printable/i.test(head)) {
    const bytes = body.replace(/=\r\n/g, "").replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  }
  return /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : body;
}

/** A header's value with its folding undone; undefined when there is none. */
export const headerOf = ({ source }: Received, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, "im").exec((source.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " "))?.[1];
