// One machine: who it is and how it is, then its numbers, its past and its settings. While it is open the server watches it closely.

import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { resourceQuery } from "../../../api/resources.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { Page } from "../../../ui/page.tsx";
import { LoadError, RowSkeleton } from "../../../ui/states.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { TABS, type Tab } from "../search.ts";
import { IdentityStrip } from "./identity-strip.tsx";
import { OverviewTab } from "./overview/overview-tab.tsx";
import { ResourceActions } from "./resource-actions.tsx";
import { ResourceHeading } from "./resource-heading.tsx";
import { useLiveResource } from "./use-live-resource.ts";

const route = getRouteApi("/shell/resources/$id");
const PerformanceTab = lazy(() => import("./performance/performance-tab.tsx"));
const HistoryTab = lazy(() => import("./history-tab.tsx"));
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
      <Tabs current={tab} />
      <Suspense fallback={<RowSkeleton rows={10} />}>
        {tab === "overview" && <OverviewTab resource={resource} />}
        {tab === "performance" && <PerformanceTab resource={resource} />}
        {tab === "history" && <HistoryTab id={id} />}
        {tab === "settings" && <SettingsTab id={id} />}
      </Suspense>
    </Page>
  );
}

function Tabs({ current }: { current: Tab }) {
  const { t } = useTranslation("resources");
  const { id } = route.useParams();
  const navigate = useNavigate();
  const go = (tab: Tab) => void navigate({ to: "/resources/$id", params: { id }, search: (now) => ({ ...now, tab }), replace: true });
  return (
    <div className="v-tabs" role="tablist" aria-label={t("tab.label")}>
      {TABS.map((tab, index) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === current}
          tabIndex={tab === current ? 0 : -1}
          className="v-tab"
          onClick={() => go(tab)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            const next = step === undefined ? undefined : TABS[(index + step + TABS.length) % TABS.length];
            if (next === undefined) return;
            go(next);
            (event.currentTarget.parentElement?.children[TABS.indexOf(next)] as HTMLElement | undefined)?.focus();
          }}
        >
          {t(`tab.${tab}`)}
        </button>
      ))}
    </div>
  );
}
