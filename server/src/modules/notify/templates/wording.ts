// The words of all mails in one language.

interface Words {
  readonly subject: string;
  /** One paragraph each; one that is a link's parameter alone becomes a link in HTML. */
  readonly paragraphs: readonly string[];
}

export interface Wording<Template extends string> {
  readonly mails: Readonly<Record<Template, Words>>;
  /** Stands above and below every mail. */
  readonly greeting: string;
  readonly closing: string;
}
