import { useTranslation } from "react-i18next";
import { words as english } from "./words.en.ts";

type Words = typeof english;
const ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = english.action;

/** Whether there are words for a code; a server newer than this page may write others. */
export function knownAction(code: string): boolean {
  const [noun = "", verb = ""] = code.split(".");
  return Object.hasOwn(ACTIONS, noun) && Object.hasOwn(ACTIONS[noun] ?? {}, verb);
}

const has = <Kind extends "subject" | "actor" | "field">(kind: Kind, code: string): code is keyof Words[Kind] & string =>
  Object.hasOwn(english[kind], code);

export interface AuditWords {
  readonly action: (code: string) => string;
  readonly subject: (kind: string) => string;
  readonly actor: (kind: string) => string;
  readonly field: (name: string) => string;
}

/** The words of the log's codes; a code without words is shown as it is. */
export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation("audit");
  return {
    action: (code) => (knownAction(code) ? i18n.t(`audit:words.action.${code}` as "audit:words.action.session.opened") : code),
    subject: (kind) => (has("subject", kind) ? t(`words.subject.${kind}`) : kind),
    actor: (kind) => (has("actor", kind) ? t(`words.actor.${kind}`) : kind),
    field: (name) => (has("field", name) ? t(`words.field.${name}`) : name),
  };
}
