import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { deleteContainer, type FieldContainer, fieldContainersQuery, updateContainer } from "../../api/fields.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Section } from "../../ui/page.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { ContainerDialog } from "./container-dialog.tsx";
import { ContainerFields } from "./container-fields.tsx";
import { behind, moved, type Placed } from "./order.ts";
import { RowActions } from "./row-actions.tsx";

/** As the server has it. */
const MOST_CONTAINERS = 100;

/** The containers of resources, each with its fields, in the order people see them. */
export function Containers() {
  const { t } = useTranslation("fields");
  const toast = useToast();
  const containers = useQuery(fieldContainersQuery);
  const [editing, setEditing] = useState<FieldContainer | "new">();
  const [archiving, setArchiving] = useState<FieldContainer>();
  const archive = useChange(["field-containers"], deleteContainer);
  const order = useChange(["field-containers"], async (changes: readonly Placed<FieldContainer>[]) => {
    for (const { thing, position } of changes) await updateContainer(thing, { position });
  });
  const all = containers.data ?? [];
  return (
    <Section
      title={t("title")}
      aside={
        <Button leftSection={<IconPlus size={14} />} disabled={all.length >= MOST_CONTAINERS} onClick={() => setEditing("new")}>
          {t("container.add")}
        </Button>
      }
    >
      <p className="v-muted v-section-lead">{t("lead", { containers: MOST_CONTAINERS })}</p>
      <InlineError error={order.error} />
      <Loaded query={containers} what={t("what")}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="v-muted">{t("none")}</p>
          ) : (
            rows.map((container, index) => (
              <section key={container.id} className="v-container" aria-label={container.name}>
                <div className="v-container-head">
                  <h3 className="v-break">{container.name}</h3>
                  <RowActions
                    name={container.name}
                    first={index === 0}
                    last={index === rows.length - 1}
                    busy={order.isPending}
                    onMove={(by) => order.mutate(moved(rows, index, by))}
                    onEdit={() => setEditing(container)}
                    onArchive={() => setArchiving(container)}
                  />
                </div>
                <ContainerFields container={container} />
              </section>
            ))
          )
        }
      </Loaded>
      {editing !== undefined && (
        <ContainerDialog container={editing === "new" ? undefined : editing} position={behind(all)} onClose={() => setEditing(undefined)} />
      )}
      <Confirm
        opened={archiving !== undefined}
        title={t("archiveTitle", { name: archiving?.name ?? "" })}
        text={t("container.archiveText")}
        action={t("archive")}
        onClose={() => setArchiving(undefined)}
        onConfirm={async () => {
          if (archiving === undefined) return;
          await archive.mutateAsync(archiving);
          toast({ text: t("archived", { name: archiving.name }) });
        }}
      />
    </Section>
  );
}
