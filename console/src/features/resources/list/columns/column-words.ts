import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fieldContainersQuery } from "../../../../api/fields.ts";
import { isColumn } from "./column-list.ts";

/** What a column is called; an own field by its label. */
export function useColumnWord(): (name: string) => string {
  const { t } = useTranslation("views");
  const fields = useOwnFields();
  return (name) => {
    if (name === "name" || name === "presence" || isColumn(name)) return t(`column.${name}`);
    return fields.find(({ id }) => name === `field.${id}`)?.label ?? t("column.gone");
  };
}

/** The fields of resources that the organization made. */
export function useOwnFields(): readonly { readonly id: string; readonly label: string }[] {
  const { data = [] } = useQuery(fieldContainersQuery);
  return data.filter(({ target }) => target === "resource").flatMap(({ fields }) => fields);
}
