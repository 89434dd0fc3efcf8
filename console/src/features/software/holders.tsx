// Machines that have a program, in this version or any, or that lack it.
import { Modal, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { hasSoftware } from "../../api/fleet-filter.ts";
import { type Holding, holdersQuery, type SoftwareHolder, type SoftwareRow } from "../../api/inventory.ts";
import { flatten } from "../../api/pages.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { cutText } from "../../ui/visible-text.ts";

interface HoldersProps {
  readonly id: string;
  /** Not known when the list that holds it is not loaded that far. */
  readonly program: SoftwareRow | undefined;
  readonly holding: Holding;
  readonly onHolding: (holding: Holding) => void;
  readonly onClose: () => void;
}

const HOLDINGS = ["this", "any", "none"] as const;

export function Holders({ id, program, holding, onHolding, onClose }: HoldersProps) {
  const { t } = useTranslation(["software", "common"]);
  const format = useFormat();
  const list = useInfiniteQuery(holdersQuery(id, holding));
  const total = list.data?.pages[0]?.total;
  const title = program === undefined ? t("program") : `${cutText(program.name, 80).shown} ${cutText(program.version, 40).shown}`.trim();
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ "aria-label": t("common:close") }}>
      <div className="v-stack">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("holding.label")}
          value={holding}
          onChange={(value) => onHolding(value as Holding)}
          data={HOLDINGS.map((value) => ({ value, label: t(`holding.${value}`) }))}
        />
        <div className="v-section-head">
          <span className="v-muted" role="status">
            {total !== undefined && t("machines", { count: total, number: format.whole(total) })}
          </span>
          {program !== undefined && (
            <Link className="v-link" to="/resources" search={{ filter: filterOf(program, holding) }}>
              {t("asList")}
            </Link>
          )}
        </div>
        <div className="v-buttons-start">
          <ExportButton
            size="xs"
            table={{
              path: `/api/v1/software/${id}/resources/export`,
              name: "vigia-machines",
              query: { lacking: String(holding === "none"), anyVersion: String(holding !== "this") },
            }}
          />
        </div>
        <Loaded query={list} what={t("loadHolders")}>
          {(pages) => <Machines machines={flatten<SoftwareHolder>(pages)} holding={holding} />}
        </Loaded>
        <LoadMore list={list} />
      </div>
    </Modal>
  );
}

function filterOf({ name, version }: SoftwareRow, holding: Holding): string {
  if (holding === "none") return `-${hasSoftware(name)}`;
  return holding === "any" ? hasSoftware(name) : hasSoftware(name, version);
}

function Machines({ machines, holding }: { machines: readonly SoftwareHolder[]; holding: Holding }) {
  const { t } = useTranslation("software");
  if (machines.length === 0) return <p className="v-muted">{t(`nobody.${holding}`)}</p>;
  return (
    <ul className="v-list">
      {machines.map((machine) => (
        <li key={machine.id} className="v-list-row">
          <Link className="v-list-main" to="/resources/$id" params={{ id: machine.id }} search={{ tab: "software" }}>
            <span className="v-cut v-strong">
              <AgentText text={machine.name} expandable={false} />
            </span>
            <span className="v-cut v-muted">{`${machine.client.name} › ${machine.site.name}`}</span>
          </Link>
          {machine.version !== null && machine.version !== "" && (
            <span className="v-muted v-nowrap">
              <AgentText text={machine.version} expandable={false} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
