// What people say of one resource: its details, tags, the organization's own fields and notes.
import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldContainer, type FieldValue, fieldContainersQuery, resourceFieldsQuery } from "../../../api/fields.ts";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { Section } from "../../../ui/page.tsx";
import { LoadError, RowSkeleton } from "../../../ui/states.tsx";
import { NoteList } from "../notes/note-list.tsx";
import { WhatToKnow } from "../notes/what-to-know.tsx";
import { FieldText } from "../values/field-text.tsx";
import { Tags } from "./tags.tsx";
import { WarrantyUntil } from "./warranty-badge.tsx";

const EditDialog = lazy(() => import("./edit-dialog.tsx"));

export default function DetailsTab({ resource }: { resource: Resource }) {
  const { t } = useTranslation("equipment");
  const session = useSession();
  const containers = useQuery(fieldContainersQuery);
  const fields = useQuery(resourceFieldsQuery(resource.id));
  const [editing, setEditing] = useState(false);
  const loaded = containers.data !== undefined && fields.data !== undefined;
  const error = containers.error ?? fields.error;
  const retry = () => void Promise.all([containers.refetch(), fields.refetch()]);
  return (
    <div className="v-columns">
      <div>
        <Section
          title={t("title")}
          aside={
            can(session, "resources:write") && (
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconPencil size={13} />}
                disabled={!loaded}
                onClick={() => setEditing(true)}
              >
                {t("edit")}
              </Button>
            )
          }
        >
          <Said resource={resource} />
        </Section>
        <Tags key={resource.id} resource={resource} />
        {loaded && <OwnFields containers={containers.data} items={fields.data} />}
        {!loaded && (error === null ? <RowSkeleton rows={4} /> : <LoadError what={t("fieldsWhat")} error={error} onRetry={retry} />)}
      </div>
      <div>
        {resource.agent === null && <WhatToKnow resource={resource} />}
        <NoteList resourceId={resource.id} />
      </div>
      <Suspense>
        {editing && loaded && (
          <EditDialog resource={resource} containers={containers.data} items={fields.data} onClose={() => setEditing(false)} />
        )}
      </Suspense>
    </div>
  );
}

/** What is known beside the measurements; what nobody said is told so. */
function Said({ resource }: { resource: Resource }) {
  const { t } = useTranslation("equipment");
  const format = useFormat();
  const { equipment, traits, agent } = resource;
  const nothing = (words: string) => <span className="v-muted">{words}</span>;
  const text = (said: string | null | undefined): ReactNode =>
    said === null || said === undefined || said === "" ? nothing(t("notSaid")) : <AgentText text={said} />;
  const until = (end: string | null | undefined) => (end ? <WarrantyUntil end={end} /> : nothing(t("notSaid")));
  const machine = agent === null ? equipment : traits;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("type"), text(equipment?.type?.name)],
    [t("manufacturer"), text(machine?.manufacturer)],
    [t("model"), text(machine?.model)],
    [t("serial"), text(machine?.serial)],
    [t("assetTag"), text(equipment?.assetTag)],
    [t("group"), resource.group?.name ?? nothing(t("noGroup"))],
    [t("acquisitionDate"), text(equipment?.acquisitionDate && format.plainDate(equipment.acquisitionDate))],
    [t("warranty"), until(equipment?.warrantyDate)],
    [t("externalKey"), text(equipment?.externalKey)],
  ];
  return <Facts rows={rows} />;
}

function OwnFields({ containers, items }: { containers: readonly FieldContainer[]; items: readonly FieldValue[] }) {
  const { t } = useTranslation("equipment");
  const session = useSession();
  const values = new Map(items.map((item) => [item.field.id, item.value]));
  const shown = containers.filter(({ fields }) => fields.length > 0);
  if (shown.length === 0) return can(session, "organization:admin") ? <p className="v-muted v-under">{t("fieldsNone")}</p> : null;
  return shown.map(({ id, name, fields }) => (
    <Section key={id} title={name}>
      <Facts
        rows={fields.map((field) => [
          field.label,
          <FieldText key={field.id} field={field} value={values.get(field.id) ?? null} />,
          field.id,
        ])}
      />
    </Section>
  ));
}

/** Name, value, and a key where a name may appear twice. */
function Facts({ rows }: { rows: readonly (readonly [string, ReactNode, string?])[] }) {
  return (
    <dl className="v-facts">
      {rows.map(([name, value, key = name]) => (
        <div key={key}>
          <dt className="v-break">{name}</dt>
          <dd className="v-break">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
