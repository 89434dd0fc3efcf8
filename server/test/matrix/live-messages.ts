// What may be said on the live feed: one console's socket, and the rows of its table.
import { once } from "node:events";
import { WebSocket } from "ws";
import { type Browser, ORIGIN } from "../build-app.ts";
import { until as patiently } from "../until.ts";
import { bearerOf } from "./principals.ts";

export interface LiveSpeech {
  readonly browser: Browser;
  /** Another session's CSRF token. */
  readonly foreignToken: string;
}

export interface LiveMessage {
  /** It is said without a hello. */
  readonly first?: true;
  readonly make: (speech: LiveSpeech) => unknown;
}

const topics = ["resources"];

/** For every message of the feed what is tried with it. */
export const LIVE_MESSAGES: Readonly<Record<string, Readonly<Record<string, LiveMessage>>>> = {
  hello: {
    "with the session's token": { first: true, make: ({ browser: { csrfToken } }) => ({ type: "hello", csrfToken }) },
    "with another's token": { first: true, make: ({ foreignToken }) => ({ type: "hello", csrfToken: foreignToken }) },
  },
  subscribe: {
    "before the hello": { first: true, make: () => ({ type: "subscribe", topics }) },
    "to no topic": { make: () => ({ type: "subscribe", topics: ["nothing"] }) },
  },
  unsubscribe: {
    "before the hello": { first: true, make: () => ({ type: "unsubscribe", topics }) },
    "of what nobody has": { make: () => ({ type: "unsubscribe", topics }) },
  },
};

/** What becomes of a message: the feed's answer, the code it closes with, or the status that refuses the upgrade. */
export async function liveAnswer(url: string, { first, make }: LiveMessage, speech: LiveSpeech): Promise<string> {
  const socket = openLive(url, speech.browser);
  try {
    const refused = await socket.refusedUpgrade;
    if (refused !== undefined) return String(refused);
    if (first !== true) await socket.greet(speech.browser.csrfToken);
    const before = socket.heard.length;
    socket.say(make(speech));
    // Whatever is taken in silence is followed by the answer to this.
    if (first !== true) socket.say({ type: "subscribe", topics: ["the end"] });
    await socket.until(() => socket.closedWith() !== undefined || socket.heard.length > before);
    const code = socket.closedWith();
    if (code !== undefined) return `closed ${code}`;
    const { type, topic } = socket.heard[before] ?? { type: "" };
    return type === "refused" ? (topic === "the end" ? "taken" : "refused") : type;
  } finally {
    socket.end();
  }
}

/** Whether each of the topics may be listened to: "listens" or "refused", or the status that refuses the upgrade. */
export async function listenTo(url: string, browser: Browser, asked: readonly string[]): Promise<string[]> {
  const socket = openLive(url, browser);
  try {
    const refused = await socket.refusedUpgrade;
    if (refused !== undefined) return asked.map(() => String(refused));
    await socket.greet(browser.csrfToken);
    socket.say({ type: "subscribe", topics: [...asked, "the end"] });
    await socket.until(() => socket.heard.some(({ topic }) => topic === "the end"));
    const not = new Set(socket.heard.filter(({ type }) => type === "refused").map(({ topic }) => topic));
    return asked.map((topic) => (not.has(topic) ? "refused" : "listens"));
  } finally {
    socket.end();
  }
}

interface Heard {
  readonly type: string;
  readonly topic?: string;
}

function openLive(url: string, browser: Browser) {
  const cookie = browser.cookie === "" ? {} : { cookie: browser.cookie };
  const socket = new WebSocket(url, { headers: { origin: ORIGIN, ...cookie, ...bearerOf(browser) } });
  const heard: Heard[] = [];
  let closed: number | undefined;
  socket.on("message", (data: Buffer) => void heard.push(JSON.parse(String(data)) as Heard));
  socket.on("close", (code) => {
    closed = code;
  });
  socket.on("error", () => undefined);
  const until = (condition: () => boolean): Promise<void> =>
    patiently(() => {
      if (!condition()) throw new Error(`not heard among ${JSON.stringify(heard)}`);
    });
  const say = (message: unknown): void => socket.send(JSON.stringify(message));
  return {
    heard,
    until,
    say,
    closedWith: () => closed,
    /** Status of an upgrade that is refused; undefined once the socket is open. */
    refusedUpgrade: Promise.race([
      once(socket, "open").then(() => undefined),
      new Promise<number>((resolve) => {
        socket.on("unexpected-response", (_, response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
      }),
    ]),
    async greet(csrfToken: string): Promise<void> {
      say({ type: "hello", csrfToken });
      await until(() => heard.some(({ type }) => type === "ready"));
    },
    end: () => socket.terminate(),
  };
}
