// Every text field of every message an agent can send, from the protocol's own descriptors.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { root } from "../kit/processes.ts";

interface Field {
  readonly number: number;
  readonly type: string;
  readonly typeName?: string;
  readonly jsonName: string;
}
interface Descriptors {
  readonly file: readonly { readonly messageType?: readonly { readonly name: string; readonly field?: readonly Field[] }[] }[];
}

/** Envelope cases from here on go from agent to server. */
const FIRST_AGENT_CASE = 16;

/** As "Message.field". What travels as bytes inside (`Hello.statement` is a `HelloStatement`) is included. */
export function agentTextFields(): string[] {
  const buf = path.join(root, "node_modules/.bin/buf");
  const text = execFileSync(buf, ["build", "-o", "-#format=json"], { cwd: path.join(root, "protocol"), maxBuffer: 1 << 26 });
  const { file } = JSON.parse(text.toString()) as Descriptors;
  const messages = new Map(file.flatMap(({ messageType = [] }) => messageType.map(({ name, field = [] }) => [name, field] as const)));
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (name: string, fields: readonly Field[] | undefined): void => {
    if (fields === undefined || seen.has(name)) return;
    seen.add(name);
    for (const { type, typeName = "", jsonName } of fields) {
      if (type === "TYPE_STRING") found.add(`${name}.${jsonName}`);
      const inner = jsonName === "statement" ? `${name}Statement` : (typeName.split(".").at(-1) ?? "");
      walk(inner, messages.get(inner));
    }
  };
  walk(
    "Envelope",
    messages.get("Envelope")?.filter(({ number }) => number >= FIRST_AGENT_CASE),
  );
  return [...found];
}
