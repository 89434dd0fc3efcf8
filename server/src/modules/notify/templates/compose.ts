// From a template and its parameters to a mail in the recipient's language and time zone, as plain text and as HTML.
import { COMMON_PARAMS, type MailParams, type MailTemplate, paramsOf, WORDINGS } from "./catalogue.ts";
import { asHtml, asLine, asText, compile, fill, type Template } from "./engine.ts";

/** Parameters as the queue keeps them: instants in ISO 8601. */
export type StoredParams = Readonly<Record<string, string>>;

export interface Reader {
  readonly name: string;
  readonly organization: string;
  /** One of the languages there are; any other gets English. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Compiled {
  readonly subject: Template;
  readonly paragraphs: readonly Template[];
}

const compiled = new Map(Object.entries(WORDINGS).map(([locale, wording]) => [locale, compileAll(wording)]));

/** Reads every template of a language. Throws TypeError for one that is not well made. */
function compileAll({ mails, greeting, closing }: (typeof WORDINGS)[string]): ReadonlyMap<string, Compiled> {
  return new Map(
    Object.entries(mails).map(([name, { subject, paragraphs }]) => {
      const known = [...COMMON_PARAMS, ...paramsOf(name).keys()];
      const read = (text: string) => compile(text, known);
      return [name, { subject: read(subject), paragraphs: [greeting, ...paragraphs, closing].map(read) }];
    }),
  );
}

/** What a caller gave, as it is kept. Throws TypeError for a missing, surplus or wrong parameter. */
export function storeParams<Name extends MailTemplate>(template: Name, params: MailParams<Name>): StoredParams {
  const kinds = paramsOf(template);
  const given = Object.entries<string | Date>(params);
  for (const name of kinds.keys()) if (!given.some(([key]) => key === name)) throw new TypeError(`${template} needs ${name}`);
  return Object.fromEntries(
    given.map(([name, value]) => {
      const kind = kinds.get(name);
      const fits = kind === "instant" ? value instanceof Date && !Number.isNaN(value.getTime()) : typeof value === "string";
      if (kind === undefined || !fits) throw new TypeError(`${template} does not take this ${name}`);
      if (kind === "link" && !/^https?:\/\//.test(String(value))) throw new TypeError(`${name} is no link`);
      return [name, value instanceof Date ? value.toISOString() : value];
    }),
  );
}

/** Writes the mail. Throws TypeError for a template or parameter there is not, RangeError when it became too long. */
export function compose(template: string, params: StoredParams, reader: Reader): Composed {
  const locale = compiled.has(reader.locale) ? reader.locale : "en";
  const kinds = paramsOf(template);
  const mail = compiled.get(locale)?.get(template);
  if (mail === undefined) throw new TypeError(`no mail template ${template}`);
  const values = new Map<string, string>([
    ["name", reader.name],
    ["organization", reader.organization],
  ]);
  for (const [name, value] of Object.entries(params))
    values.set(name, kinds.get(name) === "instant" ? instant(value, locale, reader.timeZone) : value);

  const isLink = (paragraph: Template) => paragraph.length === 3 && kinds.get(paragraph[1] ?? "") === "link";
  const html = mail.paragraphs.map((paragraph) => {
    const inner = fill(paragraph, values, asHtml).replaceAll("\n", "<br>");
    return isLink(paragraph) ? `<p><a href="${inner}">${inner}</a></p>` : `<p>${inner}</p>`;
  });
  return {
    subject: fill(mail.subject, values, asLine),
    text: `${mail.paragraphs.map((paragraph) => fill(paragraph, values, asText)).join("\n\n")}\n`,
    html: `<!doctype html><html lang="${locale}"><body>${html.join("")}</body></html>`,
  };
}

function instant(iso: string, locale: string, timeZone: string): string {
  const format = { dateStyle: "long", timeStyle: "short" } as const;
  const at = new Date(iso);
  return `${new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(at)} (${timeZone})`;
}
