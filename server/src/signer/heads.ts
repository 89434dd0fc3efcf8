// The journal's end, as the server remembers it: a journal whose end was cut off, or an older copy of it, does not hold what was heard.
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import type { Head } from "./lines.ts";
import type { RequestAnswer, RequestBody } from "./protocol.ts";

export function createHeads(journal: Journal, ledger: Ledger) {
  return {
    head: (): Head => journal.head,
    async check({ number, hash }: RequestBody<"journal.check">): Promise<RequestAnswer<"journal.check">> {
      const { head } = journal;
      if (head.number < number) return { standing: "behind", head };
      return { standing: (await journal.hashAt(number)) === hash ? "holds" : "other", head };
    },
    async accept({ number, hash }: RequestBody<"host.accept">): Promise<Head> {
      await ledger.record({ kind: "host.accepted", number, hash });
      return journal.head;
    },
  };
}
