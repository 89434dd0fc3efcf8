import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/locale.tsx";
import type { EquipmentField, Rebased } from "./form.ts";

const WORDS = { typeId: "type" } as const satisfies Partial<Record<EquipmentField, string>>;

/** What somebody else changed while this form was open, and what will become of it. */
export function Conflict({ meanwhile: { taken, clashing } }: { meanwhile: Rebased }) {
  const { t } = useTranslation("equipment");
  const format = useFormat();
  const named = (fields: readonly EquipmentField[]) => format.list(fields.map((field) => t(field === "typeId" ? WORDS.typeId : field)));
  return (
    <div className="v-bar v-bar-warn v-bar-boxed" role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>
        <b>{t("conflict")}</b> {taken.length > 0 && t("conflictTaken", { fields: named(taken) })}{" "}
        {clashing.length > 0 && t("conflictClash", { fields: named(clashing) })}
      </span>
    </div>
  );
}
