// Words that machines use for kinds of things, in the person's language; a word the console does not know stays as the machine said it.
import { useTranslation } from "react-i18next";

const WORDS = {
  chassis: ["desktop", "laptop", "tablet", "server", "blade", "all-in-one", "mini", "virtual", "other"],
  disk: ["ssd", "hdd", "removable"],
  link: ["ethernet", "wifi", "bridge", "bond", "vlan", "virtual", "tunnel", "mobile", "other"],
  start: ["auto", "delayed", "manual", "disabled", "other"],
  guest: ["running", "stopped", "paused", "other"],
  source: ["dpkg", "rpm", "snap", "flatpak", "registry", "registry32", "applications"],
  channel: ["retail", "oem", "volume-mak", "volume-kms", "subscription", "trial", "other"],
  licence: ["licensed", "grace", "unlicensed", "unknown"],
} as const;

type Words = typeof WORDS;
type WordKind = keyof Words;

const has = <Kind extends WordKind>(kind: Kind, word: string): word is Words[Kind][number] =>
  (WORDS[kind] as readonly string[]).includes(word);

/** The word of a kind in the person's language. */
export function useWords(): (kind: WordKind, word: string | undefined) => string | undefined {
  const { t } = useTranslation("inventory");
  return (kind, word) => (word !== undefined && has(kind, word) ? t(`word.${kind}.${word}` as "word.disk.ssd") : word);
}
