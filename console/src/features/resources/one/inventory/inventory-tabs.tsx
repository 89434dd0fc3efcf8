// The tabs of one machine that its inventory fills: how current it is stands above each of them.
import { IconClipboardList } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ComponentType, useState } from "react";
import { useTranslation } from "react-i18next";
import { inventoryQuery } from "../../../../api/inventory.ts";
import type { Resource } from "../../../../api/types.ts";
import { Empty, LoadError, RowSkeleton } from "../../../../ui/states.tsx";
import type { InventoryTab } from "../../search.ts";
import { FreshnessLine } from "./freshness.tsx";
import { type Asked, answered } from "./freshness-state.ts";
import { HardwareTab } from "./hardware-tab.tsx";
import { NetworkTab } from "./network-tab.tsx";
import { SecurityTab } from "./security-tab.tsx";
import { ServicesTab } from "./services-tab.tsx";
import { SoftwareTab } from "./software-tab.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { UpdatesTab } from "./updates-tab.tsx";
import { UsersTab } from "./users-tab.tsx";

const TABS: Readonly<Record<InventoryTab, ComponentType<InventoryTabProps>>> = {
  hardware: HardwareTab,
  software: SoftwareTab,
  network: NetworkTab,
  services: ServicesTab,
  updates: UpdatesTab,
  users: UsersTab,
  security: SecurityTab,
};
/** How often to look for the answer of a machine that was asked, beside what the live feed tells. */
const LOOK_MS = 3_000;

export default function InventoryTabs({ tab, resource }: { tab: InventoryTab; resource: Resource }) {
  const { t } = useTranslation("inventory");
  const [asked, setAsked] = useState<Asked>();
  const { data, error, refetch } = useQuery({
    ...inventoryQuery(resource.id),
    refetchInterval: ({ state }) => (asked !== undefined && state.data !== undefined && !answered(asked, state.data) ? LOOK_MS : false),
  });
  if (data === undefined) {
    if (error === null) return <RowSkeleton rows={12} />;
    return <LoadError what={t("loadWhat")} error={error} onRetry={() => void refetch()} />;
  }
  const Tab = TABS[tab];
  return (
    <>
      <FreshnessLine resource={resource} inventory={data} asked={asked} onAsked={setAsked} />
      {data.states.length === 0 && data.troubles.length === 0 ? (
        <Empty
          icon={<IconClipboardList size={28} stroke={1.5} />}
          title={t("emptyTitle")}
          text={resource.presence === "none" ? t("emptyAgentless") : t("emptyText")}
        />
      ) : (
        <Tab resourceId={resource.id} inventory={data} />
      )}
    </>
  );
}
