// What the cells of the list show.

import { Link } from "@tanstack/react-router";
import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { ListedRow } from "../../../api/resources.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { Meter } from "../../../ui/meter.tsx";
import { PlatformIcon } from "../../../ui/platform-icon.tsx";
import { PresenceDot } from "../../../ui/presence.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Spark } from "../../../ui/spark.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { isColumn } from "./columns/column-list.ts";
import { type CellValue, ValueCell } from "./columns/value-cell.tsx";

export const features = tableFeatures({});
const column = createColumnHelper<typeof features, ListedRow>();

/** The state, the name, and these columns in their order. */
export const columnsFor = (names: readonly string[]) =>
  column.columns([
    column.display({ id: "presence", cell: ({ row }) => <PresenceDot presence={row.original.presence} /> }),
    column.display({ id: "name", cell: ({ row }) => <NameCell row={row.original} /> }),
    ...names.map((name) => column.display({ id: name, cell: ({ row }) => <Cell name={name} row={row.original} /> })),
  ]);

function Cell({ name, row }: CellProps & { name: string }) {
  const Own = ROW_CELLS[name];
  if (Own !== undefined) return <Own row={row} />;
  return <ValueCell column={isColumn(name) ? name : undefined} value={row.cells?.[name] as CellValue} />;
}

interface CellProps {
  readonly row: ListedRow;
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
  if (row.agent === null) return <span className="v-cut v-muted">{row.equipment?.type?.name ?? t("presence.none")}</span>;
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
  if (row.agent === null) return null;
  if (row.presence === "online") return <span className="v-cut v-muted">{t("live")}</span>;
  return (
    <span className="v-cut v-muted">
      <RelativeTime at={row.lastSeenAt} />
    </span>
  );
}

const TextCell = ({ text }: { text: string }) => (
  <span className="v-cut v-muted">
    <AgentText text={text} expandable={false} />
  </span>
);

function UptimeCell({ row }: CellProps) {
  const format = useFormat();
  return <span className="v-cut v-muted">{format.duration(row.uptimeSeconds)}</span>;
}

/** Columns that are properties of the row. */
const ROW_CELLS: Readonly<Record<string, ComponentType<CellProps>>> = {
  client: ({ row }) => <span className="v-cut">{`${row.client.name} › ${row.site.name}`}</span>,
  site: ({ row }) => <span className="v-cut">{row.site.name}</span>,
  group: ({ row }) => <span className="v-cut">{row.group?.name ?? ""}</span>,
  hostname: ({ row }) => <TextCell text={row.hostname} />,
  os: SystemCell,
  cpu: CpuCell,
  memory: MemoryCell,
  worstVolume: VolumeCell,
  uptime: UptimeCell,
  agentVersion: ({ row }) => <TextCell text={row.agent?.version ?? ""} />,
  lastSeenAt: SeenCell,
};
