// The file: dropped or chosen, or begun from a template.
import { Button, FileButton } from "@mantine/core";
import { IconFileSpreadsheet, IconFileTypeCsv, IconUpload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors.ts";
import { importQuery, sendImport } from "../../../api/imports.ts";
import { InlineError } from "../../../ui/states.tsx";
import { useTableDownload } from "../../../ui/use-table-download.ts";

const REFUSALS = ["empty", "unreadable", "tooManyRows", "tooManyColumns", "tooLargeUnfolded", "noHeading", "size"] as const;

/** Why the file was refused, when it is for what it is. */
function refusalOf(error: unknown): (typeof REFUSALS)[number] | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const fields = error.details["fields"];
  const [first] = Array.isArray(fields) ? (fields as { problem?: unknown }[]) : [];
  return REFUSALS.find((one) => one === first?.problem);
}

export function FileStep({ onTaken }: { onTaken: (id: string) => void }) {
  const { t, i18n } = useTranslation("imports");
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const sending = useMutation({ mutationFn: sendImport });
  const template = useTableDownload();
  const send = (file: File | null | undefined) => {
    if (file === null || file === undefined) return;
    sending.mutate(
      { file, dateOrder: i18n.language === "pt-BR" ? "dmy" : "mdy" },
      {
        onSuccess: (one) => {
          queries.setQueryData(importQuery(one.id).queryKey, one);
          onTaken(one.id);
        },
      },
    );
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  const table = { path: "/api/v1/imports/template", name: "vigia-template" };
  const refusal = refusalOf(sending.error);
  return (
    <div className="v-stack">
      <section
        className={over ? "v-import-drop v-import-drop-over" : "v-import-drop"}
        aria-label={t("drop")}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconUpload size={28} stroke={1.5} aria-hidden="true" />
        <p className="v-strong" role="status">
          {sending.isPending ? t("reading") : over ? t("dropNow") : t("drop")}
        </p>
        <FileButton
          onChange={send}
          accept=".csv,.xlsx,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        >
          {(props) => (
            <Button {...props} loading={sending.isPending}>
              {t("choose")}
            </Button>
          )}
        </FileButton>
        <p className="v-muted">{t("limits")}</p>
      </section>
      {refusal === undefined ? (
        <InlineError error={sending.error} />
      ) : (
        <p className="v-inline-error" role="alert">
          {t(`refused.${refusal}`)}
        </p>
      )}
      <div className="v-import-template">
        <p className="v-muted">{t("template")}</p>
        <Button
          variant="default"
          size="xs"
          loading={template.busy}
          leftSection={<IconFileSpreadsheet size={14} />}
          onClick={() => template.save(table, "xlsx")}
        >
          Excel
        </Button>
        <Button
          variant="default"
          size="xs"
          loading={template.busy}
          leftSection={<IconFileTypeCsv size={14} />}
          onClick={() => template.save(table, "csv")}
        >
          CSV
        </Button>
      </div>
    </div>
  );
}
