// Languages: which one, and its words, fetched only when it is used.
import i18next, { type i18n, type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../ui/format.ts";

const REMEMBERED = "vigia.language";
const catalogues: Record<Language, () => Promise<{ catalogue: ResourceLanguage }>> = {
  en: () => import("./catalogue.en.ts"),
  "pt-BR": () => import("./catalogue.pt-BR.ts"),
};

/** The words that the first pages do not speak, kept out of the first load. */
const furtherWords: typeof catalogues = {
  en: () => import("./further.en.ts"),
  "pt-BR": () => import("./further.pt-BR.ts"),
};
/** Whether the further words are there in the current language: then they follow every change of it. */
const speaksFurther = (instance: i18n): boolean => instance.hasResourceBundle(instance.language, "settings");

export const isLanguage = (value: unknown): value is Language => value === "en" || value === "pt-BR";

/** The language to begin with: what was chosen here before, else the first one the browser asks for that exists. */
export function preferredLanguage(remembered: string | null, browser: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered;
  for (const wanted of browser) {
    if (wanted.toLowerCase().startsWith("pt")) return "pt-BR";
    if (wanted.toLowerCase().startsWith("en")) return "en";
  }
  return "en";
}

/** Portuguese has a third form for whole millions; here it reads like the plural. */
export function withMany(words: ResourceLanguage): ResourceLanguage {
  const all: ResourceLanguage = {};
  for (const [key, value] of Object.entries(words)) {
    all[key] = typeof value === "string" ? value : withMany(value as ResourceLanguage);
    if (key.endsWith("_other")) all[key.replace(/_other$/, "_many")] = value;
  }
  return all;
}

async function load(instance: i18n, language: Language, source = catalogues): Promise<void> {
  const { catalogue } = await source[language]();
  for (const [name, words] of Object.entries(withMany(catalogue))) instance.addResourceBundle(language, name, words);
}

/** Starts the translations in the preferred language. */
export async function startI18n(): Promise<i18n> {
  const language = preferredLanguage(localStorage.getItem(REMEMBERED), navigator.languages);
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    resources: {},
    defaultNS: "common",
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(instance, language);
  document.documentElement.lang = language;
  return instance;
}

/** Fetches the words beyond those of the first pages, in whatever language is current. */
export async function loadFurtherWords(instance: i18n): Promise<void> {
  for (let loaded: string | undefined; loaded !== instance.language; ) {
    loaded = instance.language;
    await load(instance, isLanguage(loaded) ? loaded : "en", furtherWords);
  }
}

/** Switches to another language and remembers it on this device. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  if (instance.language === language) return;
  await load(instance, language);
  if (speaksFurther(instance)) await load(instance, language, furtherWords);
  await instance.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}
