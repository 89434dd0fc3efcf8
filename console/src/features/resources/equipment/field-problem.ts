import { useTranslation } from "react-i18next";
import type { Problems } from "./form.ts";

const PROBLEMS = [
  "required",
  "order",
  "taken",
  "machine",
  "blank",
  "text",
  "text_area",
  "currency",
  "phone",
  "email",
  "link",
  "date",
  "single_select",
  "checkbox",
] as const;

/** What is wrong with a field as a sentence beside it; undefined while nothing is. */
export function useProblemText(problems: Problems): (field: string) => string | undefined {
  const { t } = useTranslation("equipment");
  return (field) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    return t(`problem.${PROBLEMS.find((known) => known === problem) ?? "other"}`);
  };
}
