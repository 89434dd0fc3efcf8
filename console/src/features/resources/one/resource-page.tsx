// One machine: who it is and how it is, then its numbers, its past and its settings. While it is open the server watches it closely.

import { IconPlugConnectedX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { resourceQuery } from "../../../api/resources.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, LoadError, RowSkeleton } from "../../../ui/states.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { isInventoryTab } from "../search.ts";
import { IdentityStrip } from "./identity-strip.tsx";
import { OverviewTab } from "./overview/overview-tab.tsx";
import { ResourceActions } from "./resource-actions.tsx";
import { ResourceHeading } from "./resource-heading.tsx";
import { Tabs } from "./tabs.tsx";
import { useLiveResource } from "./use-live-resource.ts";

const route = getRouteApi("/shell/resources/$id");
const PerformanceTab = lazy(() => import("./performance/performance-tab.tsx"));
const IdentityBanners = lazy(() => import("./identity/identity-banners.tsx"));
const InventoryTabs = lazy(() => import("./inventory/inventory-tabs.tsx"));
const DetailsTab = lazy(() => import("../equipment/details-tab.tsx"));
const FilesTab = lazy(() => import("../files/files-tab.tsx"));
const HistoryTab = lazy(() => import("./history/history-tab.tsx"));
const SettingsTab = lazy(() => import("./settings-tab.tsx"));

export function ResourcePage() {
  const { id } = route.useParams();
  return <ResourceView key={id} id={id} />;
}

function ResourceView({ id }: { id: string }) {
  const { t } = useTranslation("resources");
  const { tab = "overview" } = route.useSearch();
  const { data: resource, error, refetch } = useQuery(resourceQuery(id));
  useLiveResource(id);

  if (resource === undefined) {
    return (
      <Page title={t("title")} heading={<div className="v-heading-placeholder" />}>
        {error === null ? <RowSkeleton rows={12} /> : <LoadError what={t("loadOne")} error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  }
  return (
    <Page
      title={cutText(resource.name, 80).shown}
      heading={<ResourceHeading resource={resource} />}
      sub={
        <span className="v-crumbs">
          <Link className="v-link-quiet" to="/clients/$id" params={{ id: resource.client.id }}>
            {resource.client.name}
          </Link>
          <span aria-hidden="true">›</span>
          <Link className="v-link-quiet" to="/resources" search={{ clientId: resource.client.id, siteId: resource.site.id }}>
            {resource.site.name}
          </Link>
          {resource.hostname !== "" && resource.hostname !== resource.name && (
            <span className="v-muted v-cut">
              <AgentText text={resource.hostname} expandable={false} />
            </span>
          )}
        </span>
      }
      actions={<ResourceActions resource={resource} />}
    >
      <IdentityStrip resource={resource} />
      <Suspense>
        <IdentityBanners resource={resource} />
      </Suspense>
      <Tabs id={id} current={tab} hasAgent={resource.agent !== null} />
      <Suspense fallback={<RowSkeleton rows={10} />}>
        {tab === "overview" && (resource.agent === null ? <DetailsTab resource={resource} /> : <OverviewTab resource={resource} />)}
        {tab === "details" && <DetailsTab resource={resource} />}
        {tab === "performance" && (resource.agent === null ? <NothingMeasures /> : <PerformanceTab resource={resource} />)}
        {isInventoryTab(tab) && <InventoryTabs tab={tab} resource={resource} />}
        {tab === "files" && <FilesTab key={id} resource={resource} />}
        {tab === "history" && <HistoryTab id={id} />}
        {tab === "settings" && <SettingsTab id={id} />}
      </Suspense>
    </Page>
  );
}

/** In place of charts, at an address that somebody kept. */
function NothingMeasures() {
  const { t } = useTranslation("equipment");
  return <Empty icon={<IconPlugConnectedX size={28} stroke={1.5} />} title={t("tabless.title")} text={t("tabless.text")} />;
}
