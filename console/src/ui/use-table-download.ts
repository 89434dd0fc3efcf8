import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type TableFormat, tableOf } from "../api/tables.ts";
import { download } from "./download.ts";
import { useErrorText } from "./error-text.ts";
import { useToast } from "./toast.tsx";

export interface TableToSave {
  readonly path: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** Fetches a table in the person's language and hands it over as a file, also when the menu that asked has closed; says in words when that fails. */
export function useTableDownload() {
  const { i18n } = useTranslation();
  const toast = useToast();
  const errorText = useErrorText();
  const fetching = useMutation({
    mutationFn: ({ path, query, format }: TableToSave & { format: TableFormat }) =>
      tableOf(path, { ...query, format, language: i18n.language }),
    onSuccess: (content, { name, format }) => download(`${name}.${format}`, content),
    onError: (error) => toast({ text: errorText(error), tone: "bad" }),
  });
  return { save: (table: TableToSave, format: TableFormat) => fetching.mutate({ ...table, format }), busy: fetching.isPending };
}
