// What people wrote about a resource, newest first. Everybody changes and deletes only their own.
import { ActionIcon, Button, Textarea } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors.ts";
import { flatten } from "../../../api/pages.ts";
import { createNote, deleteNote, notesKey, notesQuery, type ResourceNote, updateNote } from "../../../api/resource-notes.ts";
import { can, useSession } from "../../../api/session.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import { LoadMore } from "../../../ui/load-more.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { Section } from "../../../ui/page.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { InlineError } from "../../../ui/states.tsx";
import { useToast } from "../../../ui/toast.tsx";

const MOST_LENGTH = 20_000;

export function NoteList({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation("equipment");
  const session = useSession();
  const list = useInfiniteQuery(notesQuery(resourceId));
  const [editing, setEditing] = useState<string>();
  const [deleting, setDeleting] = useState<ResourceNote>();
  const toast = useToast();
  const { run, queries } = useNoteChange(resourceId);
  const mayWrite = can(session, "resources:write");
  return (
    <Section title={t("notes.title")}>
      {mayWrite && <NewNote resourceId={resourceId} />}
      <Loaded query={list} what={t("notes.what")}>
        {(pages) => {
          const notes = flatten<ResourceNote>(pages);
          if (notes.length === 0) return <p className="v-muted">{t("notes.none")}</p>;
          return (
            <ul className="v-list v-note-list">
              {notes.map((note) => (
                <li key={note.id}>
                  <NoteHead note={note}>
                    {mayWrite && note.author?.id === session.user.id && editing !== note.id && (
                      <span className="v-nowrap">
                        <ActionIcon size="sm" aria-label={t("notes.edit")} onClick={() => setEditing(note.id)}>
                          <IconPencil size={14} />
                        </ActionIcon>
                        <ActionIcon size="sm" aria-label={t("notes.delete")} onClick={() => setDeleting(note)}>
                          <IconTrash size={14} />
                        </ActionIcon>
                      </span>
                    )}
                  </NoteHead>
                  {editing === note.id ? (
                    <EditNote resourceId={resourceId} note={note} onClose={() => setEditing(undefined)} />
                  ) : (
                    <p className="v-prose">{note.text}</p>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore list={list} />
      <Confirm
        opened={deleting !== undefined}
        title={t("notes.delete")}
        text={t("notes.deleteText")}
        action={t("notes.delete")}
        onClose={() => setDeleting(undefined)}
        onConfirm={async () => {
          if (deleting === undefined) return;
          await run(() => deleteNote(resourceId, deleting));
          await queries.invalidateQueries({ queryKey: notesKey(resourceId) });
          toast({ text: t("notes.deleted") });
        }}
      />
    </Section>
  );
}

/** Runs a change of notes; when somebody was faster, what stands now is fetched before the refusal is shown. */
function useNoteChange(resourceId: string) {
  const queries = useQueryClient();
  const run = async <Answer,>(change: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await change();
    } catch (error) {
      if (error instanceof ApiError && error.code === "VERSION_MISMATCH")
        await queries.invalidateQueries({ queryKey: notesKey(resourceId) });
      throw error;
    }
  };
  return { run, queries };
}

function NoteHead({ note, children }: { note: ResourceNote; children: React.ReactNode }) {
  const { t } = useTranslation("equipment");
  return (
    <div className="v-note-head">
      <span className="v-strong v-cut">{note.author?.name ?? t("notes.somebody")}</span>
      <span className="v-muted v-nowrap">
        <RelativeTime at={note.createdAt} fresh />
        {note.updatedAt !== note.createdAt && (
          <>
            {" · "}
            {t("notes.edited")}
          </>
        )}
      </span>
      {children}
    </div>
  );
}

/** What is typed survives a reload until it is added. */
function NewNote({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation("equipment");
  const toast = useToast();
  const { run, queries } = useNoteChange(resourceId);
  const [text, setText, dropText] = useLocalStorage({
    key: `vigia.draft.note.${resourceId}`,
    defaultValue: "",
    getInitialValueInEffect: false,
  });
  const add = useMutation({
    mutationFn: () => run(() => createNote(resourceId, text.trim())),
    onSuccess: async () => {
      dropText();
      await queries.invalidateQueries({ queryKey: notesKey(resourceId) });
      toast({ text: t("notes.added") });
    },
  });
  return (
    <div className="v-stack v-note-new">
      <Textarea
        aria-label={t("notes.add")}
        placeholder={t("notes.placeholder")}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={MOST_LENGTH}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <InlineError error={add.error} />
      {text.trim() !== "" && (
        <div className="v-buttons">
          <Button loading={add.isPending} onClick={() => add.mutate()}>
            {t("notes.save")}
          </Button>
        </div>
      )}
    </div>
  );
}

function EditNote({ resourceId, note, onClose }: { resourceId: string; note: ResourceNote; onClose: () => void }) {
  const { t } = useTranslation(["equipment", "common"]);
  const toast = useToast();
  const { run, queries } = useNoteChange(resourceId);
  const [text, setText] = useState(note.text);
  const save = useMutation({
    mutationFn: () => run(() => updateNote(resourceId, note, text.trim())),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: notesKey(resourceId) });
      toast({ text: t("notes.changed") });
      onClose();
    },
  });
  return (
    <div className="v-stack">
      <Textarea
        aria-label={t("notes.edit")}
        autoFocus
        autosize
        minRows={2}
        maxRows={12}
        maxLength={MOST_LENGTH}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && text === note.text && onClose()}
      />
      <InlineError error={save.error} />
      <div className="v-buttons">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button loading={save.isPending} disabled={text.trim() === ""} onClick={() => save.mutate()}>
          {t("common:save")}
        </Button>
      </div>
    </div>
  );
}
