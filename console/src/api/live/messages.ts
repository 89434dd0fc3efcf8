// What the live feed says, checked before anybody believes it.
export type ServerMessage =
  | { readonly type: "ready"; readonly serverTime: string }
  | { readonly type: "event"; readonly topic: string; readonly name: string; readonly data: unknown }
  | { readonly type: "refused"; readonly topic: string };

/** The message in a frame, or undefined when it is none of those the console knows. */
export function parseMessage(frame: string): ServerMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const message = value as Record<string, unknown>;
  const { type, topic, name, data, serverTime } = message as { [key in "type" | "topic" | "name" | "data" | "serverTime"]?: unknown };
  if (type === "ready" && typeof serverTime === "string") return { type, serverTime };
  if (type === "event" && typeof topic === "string" && typeof name === "string") return { type, topic, name, data };
  if (type === "refused" && typeof topic === "string") return { type, topic };
  return undefined;
}
