// Headings and values of the licences' table.
import type { Language } from "../../../spreadsheet/index.ts";

export const LICENCE_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ["Product", "Channel", "Status", "Last five characters", "Machine", "Client", "Site"],
  "pt-BR": ["Produto", "Canal", "Situação", "Últimos cinco caracteres", "Máquina", "Cliente", "Local"],
};

const STATES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { licensed: "licensed", grace: "in grace", unlicensed: "not licensed", unknown: "not known" },
  "pt-BR": { licensed: "licenciado", grace: "em carência", unlicensed: "não licenciado", unknown: "desconhecido" },
};

/** What a status is called; one that is not known here stays as it is. */
export const stateWord = (status: string, language: Language): string => STATES[language][status] ?? status;
