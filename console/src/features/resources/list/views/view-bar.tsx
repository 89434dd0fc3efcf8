// The saved views side by side above the list, what was changed about the open one, and how the list looks.
import { Button, UnstyledButton } from "@mantine/core";
import { IconColumns, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../../../api/change.ts";
import { changeView, type SavedView, viewsQuery } from "../../../../api/views.ts";
import { useErrorText } from "../../../../ui/error-text.ts";
import { useToast } from "../../../../ui/toast.tsx";
import { ALL, type ResourcesSearch } from "../../search.ts";
import { columnsOf } from "../columns/column-list.ts";
import { ViewMenu } from "./view-menu.tsx";
import { EVERYTHING, firstView, isChanged, openView, searchOf, stateOf } from "./view-state.ts";

const ColumnPicker = lazy(() => import("../columns/column-picker.tsx"));

interface ViewBarProps {
  readonly search: ResourcesSearch;
  /** Replaces the whole address. */
  readonly onOpen: (search: ResourcesSearch) => void;
  readonly onChange: (changes: { [key in keyof ResourcesSearch]?: string | undefined }) => void;
}

export function ViewBar({ search, onOpen, onChange }: ViewBarProps) {
  const { t } = useTranslation("views");
  const { data: views = [] } = useQuery(viewsQuery);
  const [picking, setPicking] = useState(false);
  const open = openView(views, search);
  const first = firstView(views, search);
  useEffect(() => {
    if (first !== undefined) onOpen(searchOf(first));
  }, [first, onOpen]);
  return (
    <div className="v-views">
      <nav className="v-views-tabs" aria-label={t("label")}>
        <Tab open={open === undefined} onClick={() => onOpen(EVERYTHING)}>
          {t("all")}
        </Tab>
        {views.map((view) => (
          <Tab key={view.id} open={view === open} changed={view === open && isChanged(view, search)} onClick={() => onOpen(searchOf(view))}>
            {view.shared && <IconUsers size={13} aria-label={t("shared")} />}
            <span className="v-cut">{view.name}</span>
          </Tab>
        ))}
      </nav>
      {open !== undefined && isChanged(open, search) && <Unsaved view={open} search={search} onOpen={onOpen} />}
      <ViewMenu view={open} search={search} onOpen={onOpen} onChange={onChange} />
      <Button variant="subtle" size="compact-sm" leftSection={<IconColumns size={14} />} onClick={() => setPicking(true)}>
        {t("columns")}
      </Button>
      <Suspense>
        {picking && (
          <ColumnPicker
            columns={columnsOf(search)}
            onClose={() => setPicking(false)}
            onPick={(columns) => onChange({ columns: columns?.join(","), view: search.view ?? ALL })}
          />
        )}
      </Suspense>
    </div>
  );
}

interface TabProps {
  readonly open: boolean;
  readonly changed?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Tab({ open, changed = false, onClick, children }: TabProps) {
  const { t } = useTranslation("views");
  return (
    <UnstyledButton className={open ? "v-view v-view-open" : "v-view"} aria-current={open ? "page" : undefined} onClick={onClick}>
      {children}
      {changed && <span className="v-view-changed" role="img" aria-label={t("changed")} title={t("changed")} />}
    </UnstyledButton>
  );
}

function Unsaved({ view, search, onOpen }: { view: SavedView; search: ResourcesSearch; onOpen: ViewBarProps["onOpen"] }) {
  const { t } = useTranslation("views");
  const toast = useToast();
  const errorText = useErrorText();
  const save = useChange(["views"], () => changeView(view, { state: stateOf(search) }));
  return (
    <>
      {(view.mine || view.shared) && (
        <Button
          variant="light"
          size="compact-sm"
          loading={save.isPending}
          onClick={() => save.mutate(undefined, { onError: (error) => toast({ text: errorText(error), tone: "bad" }) })}
        >
          {t("save")}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => onOpen(searchOf(view))}>
        {t("discard")}
      </Button>
    </>
  );
}
