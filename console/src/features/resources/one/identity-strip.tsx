// What is true of this machine now, in one line, and how sure we are of it.
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { ApprovalActions } from "../../../ui/approval.tsx";
import { useNow } from "../../../ui/clock.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { PlatformIcon } from "../../../ui/platform-icon.tsx";
import { PresenceBadge } from "../../../ui/presence.tsx";
import { WarrantyUntil } from "../equipment/warranty-badge.tsx";

const SHOWN_ADDRESSES = 3;

export function IdentityStrip({ resource }: { resource: Resource }) {
  const { t } = useTranslation(["resources", "common", "equipment"]);
  const session = useSession();
  const format = useFormat();
  const addresses = resource.facts?.addresses ?? [];
  const warranty = resource.equipment?.warrantyDate ?? null;
  return (
    <>
      <dl className="v-strip">
        <div>
          <dt>{t("column.presence")}</dt>
          <dd className="v-strip-state">
            <PresenceBadge presence={resource.presence} />
            {resource.agent !== null && <Seen at={resource.latest?.at ?? resource.lastSeenAt} />}
          </dd>
        </div>
        {resource.agent === null ? <Thing resource={resource} /> : <System resource={resource} />}
        {resource.uptimeSeconds !== null && (
          <div>
            <dt>{t("uptime")}</dt>
            <dd>{format.duration(resource.uptimeSeconds)}</dd>
          </div>
        )}
        {addresses.length > 0 && (
          <div>
            <dt>{t("addresses")}</dt>
            <dd className="v-break" title={addresses.slice(SHOWN_ADDRESSES).join("\n").slice(0, 1000)}>
              <AgentText text={format.list(addresses.slice(0, SHOWN_ADDRESSES))} />
              {addresses.length > SHOWN_ADDRESSES && <span className="v-muted"> +{format.whole(addresses.length - SHOWN_ADDRESSES)}</span>}
            </dd>
          </div>
        )}
        {resource.agent !== null && <AgentVersion agent={resource.agent} />}
        {warranty !== null && (
          <div>
            <dt>{t("equipment:warranty")}</dt>
            <dd>
              <WarrantyUntil end={warranty} />
            </dd>
          </div>
        )}
      </dl>
      {resource.agent?.state === "pending" && (
        <div className="v-bar v-bar-info v-bar-boxed">
          <span>{t("pendingText")}</span>
          {can(session, "agents:approve") && <ApprovalActions id={resource.id} name={resource.name} />}
        </div>
      )}
      {resource.agent !== null && ["revoked", "refused", "unenrolled"].includes(resource.agent.state) && (
        <div className="v-bar v-bar-warn v-bar-boxed">{t("endedText")}</div>
      )}
    </>
  );
}

function Seen({ at }: { at: string | null }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const now = useNow(1000);
  if (at === null) return <span className="v-muted">{t("neverSeen")}</span>;
  return (
    <time className="v-muted" dateTime={at} title={format.dateTime(at)}>
      {t("seen", { when: format.relative(at, now) })}
    </time>
  );
}

function System({ resource }: { resource: Resource }) {
  const { t } = useTranslation(["resources", "common"]);
  return (
    <div>
      <dt>{t("system")}</dt>
      <dd className="v-with-icon">
        <PlatformIcon platform={resource.platform} />
        <span className="v-break">
          {resource.osName === "" ? t(`common:platform.${resource.platform}`) : <AgentText text={resource.osName} />}
        </span>
      </dd>
    </div>
  );
}

/** What a resource without an agent is, as far as people said. */
function Thing({ resource: { equipment } }: { resource: Resource }) {
  const { t } = useTranslation("equipment");
  const made = [equipment?.manufacturer, equipment?.model].filter((word) => word !== null && word !== undefined).join(" ");
  const rows = [
    [t("type"), equipment?.type?.name ?? ""],
    [t("model"), made],
    [t("serial"), equipment?.serial ?? ""],
  ] as const;
  return rows
    .filter(([, said]) => said !== "")
    .map(([name, said]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="v-break">
          <AgentText text={said} />
        </dd>
      </div>
    ));
}

function AgentVersion({ agent }: { agent: NonNullable<Resource["agent"]> }) {
  const { t } = useTranslation("resources");
  return (
    <div>
      <dt>{t("agentVersion")}</dt>
      <dd>
        <AgentText text={agent.version} />
        {agent.state !== "active" && <span className="v-muted"> · {t(`agentState.${agent.state}`)}</span>}
      </dd>
    </div>
  );
}
