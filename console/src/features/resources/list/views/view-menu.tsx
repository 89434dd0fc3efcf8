// What can be done with the list as it is: save it, and name, share, choose or delete the open view.
import { ActionIcon, Menu } from "@mantine/core";
import { IconBookmark, IconBookmarkPlus, IconEdit, IconHome, IconRowInsertBottom, IconTrash, IconUsers } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../../../api/change.ts";
import { can, useSession } from "../../../../api/session.ts";
import { changeView, chooseView, deleteView, type SavedView } from "../../../../api/views.ts";
import { Confirm } from "../../../../ui/confirm.tsx";
import { useErrorText } from "../../../../ui/error-text.ts";
import { useToast } from "../../../../ui/toast.tsx";
import { ALL, type ResourcesSearch } from "../../search.ts";
import { EVERYTHING } from "./view-state.ts";

const ViewName = lazy(() => import("./view-name.tsx"));

interface ViewMenuProps {
  readonly view: SavedView | undefined;
  readonly search: ResourcesSearch;
  readonly onOpen: (search: ResourcesSearch) => void;
  readonly onChange: (changes: { [key in keyof ResourcesSearch]?: string | undefined }) => void;
}

export function ViewMenu({ view, search, onOpen, onChange }: ViewMenuProps) {
  const { t } = useTranslation("views");
  const session = useSession();
  const toast = useToast();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<"new" | "rename" | "delete">();
  const change = useChange(["views"], (act: () => Promise<unknown>) => act());
  const run = (act: () => Promise<unknown>) =>
    change.mutate(act, { onError: (error: unknown) => toast({ text: errorText(error), tone: "bad" }) });
  const mayShare = can(session, "views:share");
  const mayChange = view !== undefined && (view.shared ? mayShare : view.mine);
  const compact = search.density === "compact";
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t("menu")}>
            <IconBookmark size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBookmarkPlus size={15} />} onClick={() => setAsking("new")}>
            {t("saveAs")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRowInsertBottom size={15} />}
            onClick={() => onChange({ density: compact ? undefined : "compact", view: search.view ?? ALL })}
          >
            {t(compact ? "comfortable" : "compact")}
          </Menu.Item>
          {view !== undefined && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconHome size={15} />} onClick={() => run(() => chooseView(view.isDefault ? null : view.id))}>
                {t(view.isDefault ? "noDefault" : "makeDefault")}
              </Menu.Item>
            </>
          )}
          {view !== undefined && mayChange && (
            <>
              <Menu.Item leftSection={<IconEdit size={15} />} onClick={() => setAsking("rename")}>
                {t("rename")}
              </Menu.Item>
              {mayShare && (
                <Menu.Item leftSection={<IconUsers size={15} />} onClick={() => run(() => changeView(view, { shared: !view.shared }))}>
                  {t(view.shared ? "unshare" : "share")}
                </Menu.Item>
              )}
              <Menu.Item color="red.9" leftSection={<IconTrash size={15} />} onClick={() => setAsking("delete")}>
                {t("delete")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {(asking === "new" || asking === "rename") && (
          <ViewName
            view={asking === "rename" ? view : undefined}
            search={search}
            onSaved={(id) => onOpen({ ...search, view: id })}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Suspense>
      <Confirm
        opened={asking === "delete" && view !== undefined}
        title={t("deleteTitle", { name: view?.name ?? "" })}
        text={t(view?.shared === true ? "deleteSharedText" : "deleteText")}
        action={t("delete")}
        onClose={() => setAsking(undefined)}
        onConfirm={async () => {
          if (view === undefined) return;
          await change.mutateAsync(() => deleteView(view));
          onOpen(EVERYTHING);
        }}
      />
    </>
  );
}
