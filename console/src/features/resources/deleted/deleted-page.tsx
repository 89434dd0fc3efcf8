// Resources that were deleted, and the way back.
import { Button } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deletedResourcesQuery, restoreResource } from "../../../api/equipment.ts";
import { ApiError } from "../../../api/errors.ts";
import { flatten } from "../../../api/pages.ts";
import { resourceKeys } from "../../../api/resources.ts";
import { can, useSession } from "../../../api/session.ts";
import type { ResourceRow } from "../../../api/types.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { LoadMore } from "../../../ui/load-more.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, InlineError } from "../../../ui/states.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { cutText } from "../../../ui/visible-text.ts";

export function DeletedResourcesPage() {
  const { t } = useTranslation(["equipment", "resources"]);
  const list = useInfiniteQuery(deletedResourcesQuery);
  return (
    <Page
      title={t("deleted.title")}
      sub={
        <Link className="v-link-quiet" to="/resources">
          {t("resources:title")}
        </Link>
      }
    >
      <p className="v-muted v-section-lead">{t("deleted.lead")}</p>
      <Loaded query={list} what={t("deleted.what")} rows={8}>
        {(pages) => {
          const rows = flatten<ResourceRow>(pages);
          if (rows.length === 0)
            return <Empty icon={<IconTrash size={28} stroke={1.5} />} title={t("deleted.none")} text={t("deleted.noneText")} />;
          return (
            <ul className="v-list">
              {rows.map((row) => (
                <DeletedRow key={row.id} row={row} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LoadMore list={list} />
    </Page>
  );
}

function DeletedRow({ row }: { row: ResourceRow }) {
  const { t } = useTranslation("equipment");
  const session = useSession();
  const queries = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const restore = async () => {
    setBusy(true);
    setError(null);
    try {
      await restoreResource(row.id);
      toast({ text: t("deleted.restored", { name: cutText(row.name, 60).shown }) });
      await queries.invalidateQueries({ queryKey: resourceKeys.lists });
      void queries.invalidateQueries({ queryKey: ["overview"] });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const homeless = error instanceof ApiError && error.code === "CONFLICT";
  return (
    <li className="v-list-row v-list-actions">
      <span className="v-list-main">
        <span className="v-cut v-strong">
          <AgentText text={row.name} expandable={false} />
        </span>
        <span className="v-cut v-muted">
          {[row.client.name, row.site.name, row.equipment?.type?.name].filter((word) => word !== undefined).join(" › ")}
        </span>
        {homeless ? (
          <span className="v-inline-error" role="alert">
            {t("deleted.gonePlace")}
          </span>
        ) : (
          <InlineError error={error} />
        )}
      </span>
      {can(session, "resources:write") && (
        <Button variant="default" leftSection={<IconArrowBackUp size={14} />} loading={busy} onClick={() => void restore()}>
          {t("deleted.restore")}
        </Button>
      )}
    </li>
  );
}
