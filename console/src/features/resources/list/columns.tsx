// The columns of the list: what a cell shows and whether the server can sort by it.

import { Link } from "@tanstack/react-router";
import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { useTranslation } from "react-i18next";
import type { ResourceRow } from "../../../api/types.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { Meter } from "../../../ui/meter.tsx";
import { PlatformIcon } from "../../../ui/platform-icon.tsx";
import { PresenceDot } from "../../../ui/presence.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Spark } from "../../../ui/spark.tsx";
import { cutText } from "../../../ui/visible-text.ts";

export const features = tableFeatures({});
const column = createColumnHelper<typeof features, ResourceRow>();

export const columns = column.columns([
  column.display({ id: "presence", cell: ({ row }) => <PresenceDot presence={row.original.presence} /> }),
  column.display({ id: "name", cell: ({ row }) => <NameCell row={row.original} /> }),
  column.display({
    id: "client",
    cell: ({ row }) => <span className="v-cut">{`${row.original.client.name} › ${row.original.site.name}`}</span>,
  }),
  column.display({ id: "os", cell: ({ row }) => <SystemCell row={row.original} /> }),
  column.display({ id: "cpu", cell: ({ row }) => <CpuCell row={row.original} /> }),
  column.display({ id: "memory", cell: ({ row }) => <MemoryCell row={row.original} /> }),
  column.display({ id: "worstVolume", cell: ({ row }) => <VolumeCell row={row.original} /> }),
  column.display({
    id: "version",
    cell: ({ row }) => (
      <span className="v-cut v-muted">
        {row.original.agent === null ? "" : <AgentText text={row.original.agent.version} expandable={false} />}
      </span>
    ),
  }),
  column.display({ id: "lastSeenAt", cell: ({ row }) => <SeenCell row={row.original} /> }),
]);

interface CellProps {
  readonly row: ResourceRow;
}

function NameCell({ row }: CellProps) {
  return (
    <Link className="v-cut v-strong" to="/resources/$id" params={{ id: row.id }} search={{}} tabIndex={-1}>
      <AgentText text={row.name} expandable={false} />
    </Link>
  );
}

function SystemCell({ row }: CellProps) {
  const { t } = useTranslation("common");
  return (
    <span className="v-with-icon">
      <PlatformIcon platform={row.platform} />
      <span className="v-cut">
        {row.osName === "" ? t(`platform.${row.platform}`) : <AgentText text={row.osName} expandable={false} />}
      </span>
    </span>
  );
}

function CpuCell({ row }: CellProps) {
  return (
    <span className="v-cpu">
      <Meter share={row.cpu} bar={false} />
      <Spark values={row.cpuSpark} />
    </span>
  );
}

function MemoryCell({ row }: CellProps) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  const { memory } = row;
  return (
    <span
      title={memory === null ? undefined : t("usedOf", { used: format.bytes(memory.usedBytes), total: format.bytes(memory.totalBytes) })}
    >
      <Meter share={memory === null || memory.totalBytes === 0 ? null : memory.usedBytes / memory.totalBytes} />
    </span>
  );
}

function VolumeCell({ row }: CellProps) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  const volume = row.worstVolume;
  return (
    <span
      title={volume === null ? undefined : t("freeOn", { mount: cutText(volume.mount, 100).shown, free: format.bytes(volume.freeBytes) })}
    >
      <Meter share={volume?.usedShare} />
    </span>
  );
}

function SeenCell({ row }: CellProps) {
  const { t } = useTranslation("common");
  if (row.presence === "online") return <span className="v-cut v-muted">{t("live")}</span>;
  return (
    <span className="v-cut v-muted">
      <RelativeTime at={row.lastSeenAt} />
    </span>
  );
}
