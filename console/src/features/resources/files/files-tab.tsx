// The files of one resource: dropped, pasted or chosen; downloaded and deleted.
import { Button } from "@mantine/core";
import { IconPaperclip, IconUpload } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Attachment, attachmentsQuery } from "../../../api/attachments.ts";
import { flatten } from "../../../api/pages.ts";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { LoadMore } from "../../../ui/load-more.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { Section } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { FileTable } from "./file-table.tsx";
import { droppedIn, named, pastedFrom } from "./given-files.ts";
import { AskForLogs, LogsState } from "./machine-logs.tsx";
import { UploadList } from "./upload-list.tsx";
import { type Uploads, useUploads } from "./use-uploads.ts";

export default function FilesTab({ resource }: { resource: Resource }) {
  const { t } = useTranslation("files");
  const session = useSession();
  const list = useInfiniteQuery(attachmentsQuery(resource.id));
  const uploads = useUploads(resource.id);
  const chooser = useRef<HTMLInputElement>(null);
  const mayWrite = can(session, "resources:write");
  const choose = mayWrite && (
    <>
      {resource.agent !== null && <AskForLogs resourceId={resource.id} />}
      <Button leftSection={<IconUpload size={14} />} onClick={() => chooser.current?.click()}>
        {t("choose")}
      </Button>
    </>
  );
  usePasted(mayWrite, uploads);
  const content = (
    <Section title={t("title")} aside={choose}>
      {mayWrite && (
        <>
          <p className="v-muted v-section-lead">{t("lead")}</p>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={t("choose")}
            onChange={({ currentTarget }) => {
              uploads.add([...(currentTarget.files ?? [])].map(named));
              currentTarget.value = "";
            }}
          />
        </>
      )}
      <LogsState resourceId={resource.id} />
      <UploadList {...uploads} />
      <Loaded query={list} what={t("what")} rows={5}>
        {(pages) => {
          const files = flatten<Attachment>(pages);
          if (files.length > 0) return <FileTable resourceId={resource.id} files={files} mayDelete={mayWrite} />;
          return (
            <Empty icon={<IconPaperclip size={28} stroke={1.5} />} title={t("none")} text={t("noneText")} action={choose || undefined} />
          );
        }}
      </Loaded>
      <LoadMore list={list} />
    </Section>
  );
  return mayWrite ? <DropZone uploads={uploads}>{content}</DropZone> : content;
}

/** Takes files that are pasted while no text is being typed. */
function usePasted(enabled: boolean, { add }: Uploads): void {
  const format = useFormat();
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  }, [add]);
  useEffect(() => {
    if (!enabled) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      if (event.clipboardData === null || event.clipboardData.files.length === 0) return;
      event.preventDefault();
      const now = Date.now();
      latest.current(pastedFrom(event.clipboardData, `${format.isoDay(now)}-${format.clockSeconds(now).replaceAll(/\D+/g, "-")}`));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [enabled, format]);
}

/** The whole tab takes what is dropped on it and says so while something hovers above. */
function DropZone({ uploads, children }: { uploads: Uploads; children: React.ReactNode }) {
  const { t } = useTranslation("files");
  const toast = useToast();
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const { files, folders } = droppedIn(event.dataTransfer);
    if (folders.length > 0) toast({ text: t("noFolders"), tone: "bad" });
    uploads.add(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button that does the same
    <div
      className={over ? "v-drop v-drop-over" : "v-drop"}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      {over && <div className="v-drop-word">{t("dropHere")}</div>}
    </div>
  );
}
