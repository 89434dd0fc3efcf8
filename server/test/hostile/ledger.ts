// Which payload was sent in which field, and what became of it: nothing counts as covered that was not seen.
import { PAYLOADS } from "./payloads.ts";

/** Fields that no page and no export shows, with the reason. */
export const NOWHERE: Readonly<Record<string, string>> = {
  "EnrollStatement.token": "a token that was never made is refused and not written down",
  "HelloStatement.capabilities": "kept for the server's own use",
  "HostFacts.agentVersion": "the release of the hello is shown",
  "SectionTrouble.section": "a trouble stands at its section, and this is none that people look at",
};

export class Ledger {
  readonly #sent = new Map<string, Set<string>>();
  readonly #found = new Map<string, Set<string>>();

  /** Notes that `text` is sent in `field`, and answers it. */
  send(field: string, text: string): string {
    note(this.#sent, field, text);
    return text;
  }

  /** Notes that a person can read it, or that it was set aside as the limits say. */
  found(field: string, text: string): void {
    note(this.#found, field, text);
  }

  /** Payloads of these fields that were not sent, or sent and not found: "field: payload". */
  missing(fields: readonly string[]): string[] {
    return fields.flatMap((field) =>
      PAYLOADS.flatMap(({ name, text }) => {
        if (this.#sent.get(field)?.has(text) !== true) return [`${field}: ${name} was not sent`];
        return field in NOWHERE || this.#found.get(field)?.has(text) === true ? [] : [`${field}: ${name} was not found`];
      }),
    );
  }
}

function note(notes: Map<string, Set<string>>, field: string, text: string): void {
  const texts = notes.get(field);
  if (texts === undefined) notes.set(field, new Set([text]));
  else texts.add(text);
}
