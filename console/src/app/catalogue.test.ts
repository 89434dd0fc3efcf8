import { createInstance } from "i18next";
import { describe, expect, test } from "vitest";
import { catalogue as firstEnglish } from "./catalogue.en.ts";
import { catalogue as firstPortuguese } from "./catalogue.pt-BR.ts";
import { catalogue as furtherEnglish } from "./further.en.ts";
import { catalogue as furtherPortuguese } from "./further.pt-BR.ts";
import { preferredLanguage, withMany } from "./i18n.ts";

const english = { ...firstEnglish, ...furtherEnglish };
const portuguese = { ...firstPortuguese, ...furtherPortuguese };

function entries(words: object, prefix = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : entries(value as object, `${prefix}${key}.`),
  );
}
const parameters = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)\/>/g)].map((match) => match[1] ?? match[2] ?? "").sort((a, b) => a.localeCompare(b));

describe("the catalogues", () => {
  test("hold the same keys in both languages", () => {
    expect(entries(portuguese).map(([key]) => key)).toEqual(entries(english).map(([key]) => key));
  });

  test("leave no text empty", () => {
    for (const [key, text] of [...entries(english), ...entries(portuguese)]) expect(text.trim(), key).not.toBe("");
  });

  test("use the same parameters in both languages, except that a singular may leave out its count", () => {
    const other = new Map(entries(portuguese));
    for (const [key, text] of entries(english)) {
      const [here, there] = [parameters(text), parameters(other.get(key) ?? "")].map((names) =>
        key.endsWith("_one") ? names.filter((name) => name !== "count") : names,
      );
      expect(there, key).toEqual(here);
    }
  });

  test("give every plural both forms", () => {
    const keys = new Set(entries(english).map(([key]) => key));
    for (const key of keys) if (key.endsWith("_one")) expect(keys, key).toContain(key.replace(/_one$/, "_other"));
  });

  test("read whole millions like any other plural in Portuguese", async () => {
    const i18n = createInstance();
    await i18n.init({ lng: "pt-BR", resources: { "pt-BR": { resources: withMany(portuguese.resources) } } });
    const t = i18n.getFixedT("pt-BR", "resources");
    expect([1, 2, 1_000_000].map((count) => t("count", { count, number: String(count) }))).toEqual([
      "1 máquina",
      "2 máquinas",
      "1000000 máquinas",
    ]);
  });
});

describe("the language to begin with", () => {
  test("is the one chosen here before", () => expect(preferredLanguage("pt-BR", ["en-US"])).toBe("pt-BR"));
  test("is the first the browser asks for that exists", () => expect(preferredLanguage(null, ["de-DE", "pt-PT", "en"])).toBe("pt-BR"));
  test("is English when nothing fits or storage holds nonsense", () => expect(preferredLanguage("xx", ["de"])).toBe("en"));
});
