import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconFileSpreadsheet, IconFileTypeCsv, IconPrinter, IconTableImport, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../../api/session.ts";
import { useTableDownload } from "../../../ui/use-table-download.ts";

/** What else can be done from the list of resources. */
export function ListMenu({ query }: { query: Readonly<Record<string, string | undefined>> }) {
  const { t } = useTranslation(["resources", "common"]);
  const session = useSession();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t("common:moreActions")}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can(session, "resources:write") && (
          <Menu.Item component={Link} to="/resources/new" leftSection={<IconPrinter size={15} />}>
            {t("addWithout")}
          </Menu.Item>
        )}
        {can(session, "resources:write") && (
          <Menu.Item component={Link} to="/resources/import" leftSection={<IconTableImport size={15} />}>
            {t("importTable")}
          </Menu.Item>
        )}
        <ExportItems query={query} />
        <Menu.Item component={Link} to="/resources/deleted" leftSection={<IconTrash size={15} />}>
          {t("showDeleted")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Everything that the list would show, with the columns it has. */
function ExportItems({ query }: { query: Readonly<Record<string, string | undefined>> }) {
  const { t } = useTranslation(["resources", "common"]);
  const { save } = useTableDownload();
  const table = { path: "/api/v1/resources/export", name: "vigia-resources", query };
  return (
    <>
      <Menu.Item leftSection={<IconFileSpreadsheet size={15} />} onClick={() => save(table, "xlsx")}>
        {`${t("common:table.export")} · Excel`}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileTypeCsv size={15} />} onClick={() => save(table, "csv")}>
        {`${t("common:table.export")} · CSV`}
      </Menu.Item>
    </>
  );
}
