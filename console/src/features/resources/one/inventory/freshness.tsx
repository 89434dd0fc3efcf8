// When the inventory was taken, what was wrong with it, and the button that asks the machine for a new one.
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../../api/errors.ts";
import { type Inventory, inventoryKeys, requestInventory } from "../../../../api/inventory.ts";
import { can, useSession } from "../../../../api/session.ts";
import type { Resource } from "../../../../api/types.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { useNow } from "../../../../ui/clock.ts";
import { useFormat } from "../../../../ui/locale.tsx";
import { RelativeTime } from "../../../../ui/relative-time.tsx";
import { InlineError } from "../../../../ui/states.tsx";
import { type Asked, freshnessOf } from "./freshness-state.ts";

interface FreshnessProps {
  readonly resource: Resource;
  readonly inventory: Inventory;
  readonly asked: Asked | undefined;
  readonly onAsked: (asked: Asked) => void;
}

export function FreshnessLine({ resource, inventory, asked, onAsked }: FreshnessProps) {
  const { t } = useTranslation("inventory");
  const session = useSession();
  const queries = useQueryClient();
  const now = useNow(1000);
  const state = freshnessOf(inventory, resource.presence, asked, now);
  const waiting = state === "asked" || state === "late";
  const ask = useMutation({
    mutationFn: () => requestInventory(resource.id),
    onSuccess: () => {
      onAsked({ takenAt: inventory.takenAt, malformedAt: inventory.malformed?.at ?? null, at: Date.now() });
      void queries.invalidateQueries({ queryKey: inventoryKeys.one(resource.id) });
    },
  });
  const away = ask.error instanceof ApiError && ask.error.code === "CONFLICT";
  return (
    <>
      <div className="v-freshness">
        <p className="v-muted" role="status">
          <Words state={state} inventory={inventory} />
        </p>
        {resource.presence !== "none" && can(session, "resources:write") && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} />}
            loading={ask.isPending || state === "asked"}
            disabled={resource.presence !== "online"}
            onClick={() => ask.mutate()}
          >
            {t("refresh")}
          </Button>
        )}
      </div>
      {away ? <p className="v-inline-warning">{t("refusedAway")}</p> : <InlineError error={ask.error} />}
      {inventory.malformed !== null && !waiting && <Malformed malformed={inventory.malformed} />}
    </>
  );
}

function Words({ state, inventory }: { state: ReturnType<typeof freshnessOf>; inventory: Inventory }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  if (state !== "known" && state !== "away") return t(`state.${state}`);
  return (
    <>
      {t("taken")} <RelativeTime at={inventory.takenAt} />
      {inventory.durationMs > 0 && ` · ${t("took", { duration: format.duration(inventory.durationMs / 1000) })}`}
      {state === "away" && ` · ${t("state.away")}`}
    </>
  );
}

function Malformed({ malformed }: { malformed: NonNullable<Inventory["malformed"]> }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <div className="v-bar v-bar-warn v-bar-boxed" role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>
        <b>{t("malformed", { when: format.dateTime(malformed.at) })}</b>{" "}
        {malformed.reason !== "" && (
          <span className="v-muted" lang="en">
            <AgentText text={malformed.reason} />
          </span>
        )}
      </span>
    </div>
  );
}
