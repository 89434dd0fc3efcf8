import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPrinter, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../../api/session.ts";

/** What else can be done from the list of resources. */
export function ListMenu() {
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
        <Menu.Item component={Link} to="/resources/deleted" leftSection={<IconTrash size={15} />}>
          {t("showDeleted")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
