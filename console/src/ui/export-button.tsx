import { Button, Menu } from "@mantine/core";
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type TableToSave, useTableDownload } from "./use-table-download.ts";

/** Saves what a list shows as a file, in the format that the person chooses. */
export function ExportButton({ table, label, size = "sm" }: { table: TableToSave; label?: string; size?: "xs" | "sm" }) {
  const { t } = useTranslation("common");
  const { save, busy } = useTableDownload();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size={size} leftSection={<IconDownload size={14} />} loading={busy}>
          {label ?? t("table.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={15} />} onClick={() => save(table, "xlsx")}>
          {t("table.xlsx")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={15} />} onClick={() => save(table, "csv")}>
          {t("table.csv")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
