import { useTranslation } from "react-i18next";
import type { Import } from "../../../api/imports.ts";
import type { imports } from "./locale.en.ts";

type Known = keyof typeof imports.target;

/** What a target is called: the organization's own fields by their label. */
export function useTargetName(): (target: Import["targets"][number]) => string {
  const { t } = useTranslation("imports");
  return ({ target, label }) => label ?? t(`target.${target as Known}`);
}
