import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../../../api/change.ts";
import { changeView, createView, type SavedView } from "../../../../api/views.ts";
import { FormDialog } from "../../../../ui/form-dialog.tsx";
import type { ResourcesSearch } from "../../search.ts";
import { stateOf } from "./view-state.ts";

interface ViewNameProps {
  /** The view to rename; undefined for a new one of the list as it is. */
  readonly view: SavedView | undefined;
  readonly search: ResourcesSearch;
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

/** Asks for a view's name and keeps the view. */
export default function ViewName({ view, search, onSaved, onClose }: ViewNameProps) {
  const { t } = useTranslation("views");
  const [name, setName] = useState(view?.name ?? "");
  const [key] = useState(() => crypto.randomUUID());
  const save = useChange(["views"], () =>
    view === undefined ? createView(name.trim(), stateOf(search), key) : changeView(view, { name: name.trim() }),
  );
  return (
    <FormDialog
      title={t(view === undefined ? "saveAs" : "rename")}
      submitWord={t("save")}
      dirty={name !== (view?.name ?? "")}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        if (name.trim() === "") return;
        save.mutate(undefined, {
          onSuccess: ({ id }) => {
            if (view === undefined) onSaved(id);
            onClose();
          },
        });
      }}
    >
      <TextInput
        label={t("name")}
        description={view === undefined ? t("nameHelp") : undefined}
        value={name}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
