import { Button, Textarea } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { updateResource, useResourceChange } from "../../../api/resources.ts";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { Section } from "../../../ui/page.tsx";
import { InlineError } from "../../../ui/states.tsx";
import { useToast } from "../../../ui/toast.tsx";

/** Free text about the machine. What is typed survives a reload until it is saved or given up. */
export function WhatToKnow({ resource }: { resource: Resource }) {
  const { t } = useTranslation(["resources", "common"]);
  const session = useSession();
  const toast = useToast();
  const [draft, setDraft, dropDraft] = useLocalStorage<string | null>({
    key: `vigia.draft.notes.${resource.id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const save = useResourceChange((notes: string) => updateResource(resource.id, resource.version, { notes }));
  const text = draft ?? resource.notes;
  const dirty = draft !== null && draft !== resource.notes;
  return (
    <Section title={t("overview.notes")}>
      <Textarea
        aria-label={t("overview.notes")}
        placeholder={t("overview.notesEmpty")}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
        readOnly={!can(session, "resources:write")}
        value={text}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <InlineError error={save.error} />
      {dirty && (
        <div className="v-buttons v-under">
          <Button
            loading={save.isPending}
            onClick={() =>
              save.mutate(text, {
                onSuccess: () => {
                  dropDraft();
                  toast({ text: t("overview.notesSaved") });
                },
              })
            }
          >
            {t("common:save")}
          </Button>
          <Button variant="default" onClick={dropDraft}>
            {t("common:cancel")}
          </Button>
        </div>
      )}
    </Section>
  );
}
