// Takes out of a text what must not leave the machine with its logs: secrets by the company they keep, and what names people.
// Better a word too many than one too few.

const NAMES = String.raw`[\w.-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api[-_]?key|private[-_]?key|authorization|cookie|credential|senha)[\w.-]*`;
const OUT = "[redacted]";

/** In order: what is recognised as a whole comes before its parts. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g, OUT],
  [/\b(bearer|basic|digest|negotiate)\s+\S+/gi, `$1 ${OUT}`],
  // What stands before the host of an address, up to its last @: a password may hold anything.
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s"'<>]*@/gi, `$1${OUT}@`],
  // The values of an address' parameters, and what follows its #.
  [/([a-z][a-z0-9+.-]*:\/\/[^\s"'<>?#]*)[?#][^\s"'<>]*/gi, `$1?${OUT}`],
  [new RegExp(String.raw`\b(${NAMES}["']?\s*[:=]\s*)"[^"]*(?:"|$)`, "gi"), `$1"${OUT}"`],
  [new RegExp(String.raw`\b(${NAMES}["']?\s*[:=]\s*)'[^']*(?:'|$)`, "gi"), `$1'${OUT}'`],
  [new RegExp(String.raw`\b(${NAMES}["']?\s*[:=]\s*)(?!["'[])\S+`, "gi"), `$1${OUT}`],
  [new RegExp(String.raw`(--?${NAMES})\s+(?!\[)\S+`, "gi"), `$1 ${OUT}`],
  // Tokens of this product and of others that are made alike: a short word, an underscore, and much that says nothing.
  [/\b[a-z]{2,6}_[\w-]{16,}/gi, OUT],
  [/[^\s"'<>()[\]{}:;,=\\/]+@(?=[\w-]+(?:\.[\w-]+)*)/g, `${OUT}@`],
  [/((?:\/home|\/Users|\/var\/home|\/export\/home)\/)[^/\r\n"'<>|:]+/g, `$1${OUT}`],
  [/(\\+(?:Users|Documents and Settings)\\+)[^\\/\r\n"'<>|:]+/gi, `$1${OUT}`],
];
const LONG = /[A-Za-z0-9+_=-]{32,}/g;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SECRET_NAME = new RegExp(`^(?:${NAMES})$`, "i");
/** Shorter ones are in every text. */
const LEAST_KNOWN = 4;

export interface Redactor {
  /** A text of any kind, line by line: what is one JSON value is read as such, so that its names are known. */
  text(text: string): string;
  /** A value whose texts are redacted, and whose fields with telling names are left out as a whole. */
  value(value: unknown): unknown;
}

/** @param known secrets of this machine as they are written, whatever stands around them */
export function createRedactor(known: readonly string[]): Redactor {
  const exact = known.filter((one) => one.length >= LEAST_KNOWN).toSorted((a, b) => b.length - a.length);

  function plain(text: string): string {
    let clean = text;
    for (const secret of exact) clean = clean.replaceAll(secret, OUT);
    for (const [pattern, words] of RULES) clean = clean.replace(pattern, words);
    return clean.replace(LONG, (long) => (UUID.test(long) || !/\d/.test(long) ? long : OUT));
  }

  function value(given: unknown): unknown {
    if (typeof given === "string") return plain(given);
    if (Array.isArray(given)) return given.map(value);
    if (typeof given !== "object" || given === null) return given;
    const fields = Object.entries(given).map(([name, one]) => [plain(name), SECRET_NAME.test(name) && one !== "" ? OUT : value(one)]);
    return Object.fromEntries(fields);
  }

  return {
    value,
    text(text) {
      const out: string[] = [];
      // Lines that are no JSON stay together: a key may stand on several.
      let loose: string[] = [];
      const flush = (): void => {
        if (loose.length > 0) out.push(plain(loose.join("\n")));
        loose = [];
      };
      for (const line of text.split("\n")) {
        const found = parsed(line);
        if (found === undefined) loose.push(line);
        else {
          flush();
          out.push(JSON.stringify(value(found)));
        }
      }
      flush();
      return out.join("\n");
    },
  };
}

/** The object or list that a line is; undefined when it is none. */
function parsed(line: string): object | undefined {
  if (!/^\s*[{[]/.test(line)) return undefined;
  try {
    return JSON.parse(line) as object;
  } catch {
    // A line that was cut, or no JSON at all.
    return undefined;
  }
}
