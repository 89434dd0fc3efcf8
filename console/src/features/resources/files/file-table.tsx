import { ActionIcon } from "@mantine/core";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Attachment, attachmentAddress, attachmentsKey, deleteAttachment } from "../../../api/attachments.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { Confirm } from "../../../ui/confirm.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { TableBox } from "../../../ui/table-box.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { cutText } from "../../../ui/visible-text.ts";

interface FileTableProps {
  readonly resourceId: string;
  readonly files: readonly Attachment[];
  readonly mayDelete: boolean;
}

export function FileTable({ resourceId, files, mayDelete }: FileTableProps) {
  const { t } = useTranslation("files");
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const [deleting, setDeleting] = useState<Attachment>();
  const nameOf = ({ name }: Attachment) => cutText(name, 60).shown;
  return (
    <TableBox>
      <table className="v-table">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col" className="v-number">
              {t("size")}
            </th>
            <th scope="col" className="v-wide-only">
              {t("author")}
            </th>
            <th scope="col">{t("when")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                <a className="v-strong v-break" href={attachmentAddress(resourceId, file.id)} download={file.name}>
                  <AgentText text={file.name} expandable={false} />
                </a>
              </th>
              <td className="v-number v-nowrap">{format.bytes(file.size)}</td>
              <td className="v-wide-only">{file.author?.name ?? <span className="v-muted">{t("nobody")}</span>}</td>
              <td className="v-muted v-nowrap">
                <RelativeTime at={file.createdAt} fresh />
              </td>
              <td className="v-nowrap v-number">
                <ActionIcon
                  component="a"
                  href={attachmentAddress(resourceId, file.id)}
                  download={file.name}
                  aria-label={t("download", { name: nameOf(file) })}
                  title={t("download", { name: nameOf(file) })}
                >
                  <IconDownload size={15} />
                </ActionIcon>
                {mayDelete && (
                  <ActionIcon
                    aria-label={t("delete", { name: nameOf(file) })}
                    title={t("delete", { name: nameOf(file) })}
                    onClick={() => setDeleting(file)}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {deleting !== undefined && (
        <Confirm
          opened
          title={t("deleteTitle", { name: nameOf(deleting) })}
          text={t("deleteText")}
          action={t("deleteWord")}
          onClose={() => setDeleting(undefined)}
          onConfirm={async () => {
            await deleteAttachment(resourceId, deleting.id);
            await queries.invalidateQueries({ queryKey: attachmentsKey(resourceId) });
            toast({ text: t("deleted", { name: nameOf(deleting) }) });
          }}
        />
      )}
    </TableBox>
  );
}
