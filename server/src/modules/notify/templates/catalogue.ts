// Every mail there is and what its caller must say. A value's kind decides how it is shown to the recipient.
import { EN } from "./en.ts";
import { PT_BR } from "./pt-br.ts";
import type { Wording } from "./wording.ts";

type Kind = "text" | "link" | "instant";

/** Parameters by template. All know also `name` (the recipient) and `organization`. */
export const MAIL_PARAMS = {
  password_reset: { link: "link", expiresAt: "instant" },
  user_invited: { link: "link", invitedBy: "text", expiresAt: "instant" },
  user_joined: { link: "link", invitedBy: "text" },
  factor_reset_requested: { requestedBy: "text", subject: "text", link: "link" },
  new_sign_in: { at: "instant", address: "text", device: "text" },
  api_token_created: { token: "text", createdBy: "text", at: "instant" },
  webhook_disabled: { webhook: "text", problem: "text", at: "instant" },
  ticket_assigned: { number: "text", title: "text", link: "link" },
  ticket_answered: { number: "text", title: "text", author: "text", text: "text" },
  test: { at: "instant" },
} as const satisfies Record<string, Record<string, Kind>>;

export type MailTemplate = keyof typeof MAIL_PARAMS;

/** What a caller gives: an instant is a Date, anything else a text; a link is an absolute http(s) address. */
export type MailParams<Name extends MailTemplate> = {
  readonly [Param in keyof (typeof MAIL_PARAMS)[Name]]: (typeof MAIL_PARAMS)[Name][Param] extends "instant" ? Date : string;
};

export const COMMON_PARAMS = ["name", "organization"] as const;

/** Languages people may choose; any other gets English. */
export const WORDINGS: Readonly<Record<string, Wording<MailTemplate>>> = { en: EN, "pt-BR": PT_BR };

/** The parameters of a template and their kinds. Throws TypeError for a template there is not. */
export function paramsOf(template: string): ReadonlyMap<string, Kind> {
  if (!Object.hasOwn(MAIL_PARAMS, template)) throw new TypeError(`no mail template ${template}`);
  return new Map(Object.entries(MAIL_PARAMS[template as MailTemplate]));
}
