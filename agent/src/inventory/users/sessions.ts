// Who sits at the machine: what `who` and `last` print.

/** The user at the screen, else the one who signed in last of those who are in; "" when nobody is. */
export function parseWho(text: string): string {
  const sessions = [...text.matchAll(/^(\S+)\s+(\S+)\s+(\d{4}-\d{2}-\d{2} \d{2}:\d{2})(?:.*\((.*)\))?/gm)];
  const atScreen = sessions.filter(([, , line = "", , from = ""]) => /^(?::\d|seat\d|tty\d)/.test(line) || /^:\d/.test(from));
  const newest = (atScreen.length > 0 ? atScreen : sessions).toSorted(([, , , a = ""], [, , , b = ""]) => (a < b ? 1 : -1))[0];
  return newest?.[1] ?? "";
}

/** The user who was in last, of a list whose newest row comes first; "" when there was none. */
export function parseLast(text: string): string {
  for (const [, user = "", line = ""] of text.matchAll(/^(\S+)[ \t]+(\S+)[ \t]/gm)) {
    if (/^(?:reboot|shutdown|runlevel|wtmp|wtmpdb)$/.test(user) || line === "begins") continue;
    return user;
  }
  return "";
}
