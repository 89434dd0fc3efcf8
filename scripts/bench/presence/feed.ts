// A technician's console as the presence benchmark sees it: the live feed, and when it said what of a machine.
import { WebSocket } from "ws";
import type { Api } from "../../../server/test/kit/api.ts";

export interface Seen {
  readonly resourceId: string;
  readonly presence: string;
  /** performance.now() when the message came. */
  readonly at: number;
}

export interface TechnicianFeed {
  /** Every presence that was shown, in order. */
  readonly seen: readonly Seen[];
  /** Has these machines open, as on their pages: at most 199. */
  open(resourceIds: readonly string[]): void;
  close(): void;
}

interface FeedMessage {
  readonly type: string;
  readonly topic?: string;
  readonly name?: string;
  readonly data?: { readonly items?: readonly { readonly id: string; readonly presence: string }[] };
}

/** Opens the feed with the list of machines. Rejects when it is refused. */
export function openFeed(api: Api, ca: string | undefined): Promise<TechnicianFeed> {
  const url = `${api.url.replace(/^http/, "ws")}/api/v1/live`;
  const socket = new WebSocket(url, { headers: { cookie: api.cookie, origin: api.url }, ...(ca === undefined ? {} : { ca }) });
  const seen: Seen[] = [];
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("close", (code) => reject(new Error(`the live feed was closed with ${code}`)));
    socket.on("open", () => socket.send(JSON.stringify({ type: "hello", csrfToken: api.csrfToken })));
    socket.on("message", (data: Buffer) => {
      const at = performance.now();
      const message = JSON.parse(data.toString()) as FeedMessage;
      if (message.type === "ready") {
        socket.send(JSON.stringify({ type: "subscribe", topics: ["resources"] }));
        resolve({
          seen,
          open: (ids) => socket.send(JSON.stringify({ type: "subscribe", topics: ids.map((id) => `resource:${id}`) })),
          close: () => socket.close(),
        });
      }
      if (message.topic !== "resources" || message.name !== "presence") return;
      for (const { id, presence } of message.data?.items ?? []) seen.push({ resourceId: id, presence, at });
    });
  });
}
