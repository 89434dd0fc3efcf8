// What the organization demands of everybody who signs in, and resets of second factors that wait for a second administrator.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import {
  approveFactorReset,
  type FactorReset,
  type FactorRule,
  factorResetsQuery,
  putSecurityPolicy,
  securityPolicyQuery,
} from "../../api/credentials.ts";
import { can, useSession } from "../../api/session.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Section } from "../../ui/page.tsx";
import { PersonName, usePersonName } from "../../ui/person-picker.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { useToast } from "../../ui/toast.tsx";

const RULES = ["none", "any", "passkey"] as const satisfies readonly FactorRule[];

export function SecurityPage() {
  const { t } = useTranslation("access");
  const session = useSession();
  const policy = useQuery(securityPolicyQuery);
  return (
    <>
      <Section title={t("security.title")}>
        <p className="v-muted v-section-lead">{t("security.lead")}</p>
        <Loaded query={policy} what={t("security.what")} rows={3}>
          {({ requireFactor }) => <Rule current={requireFactor} />}
        </Loaded>
      </Section>
      {can(session, "accounts:manage") && <Resets />}
    </>
  );
}

function Rule({ current }: { current: FactorRule }) {
  const { t } = useTranslation("access");
  const toast = useToast();
  const [asking, setAsking] = useState<FactorRule | undefined>();
  const save = useChange(["security-policy"], putSecurityPolicy);
  return (
    <fieldset className="v-plain-set v-stack">
      <legend className="v-only-heard">{t("security.title")}</legend>
      {RULES.map((rule) => (
        <label key={rule} className={rule === current ? "v-radio v-radio-chosen" : "v-radio"}>
          <input type="radio" name="rule" checked={rule === current} onChange={() => setAsking(rule)} />
          <span>
            <b>{t(`security.rule.${rule}`)}</b>
            <span className="v-muted">{t(`security.help.${rule}`)}</span>
          </span>
        </label>
      ))}
      {asking !== undefined && (
        <Confirm
          opened
          title={t("security.changeTitle")}
          text={t(`security.change.${asking}`)}
          action={t("security.changeWord")}
          dangerous={asking === "none"}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await save.mutateAsync(asking);
            toast({ text: t("saved") });
          }}
        />
      )}
    </fieldset>
  );
}

function Resets() {
  const { t } = useTranslation("access");
  const session = useSession();
  const toast = useToast();
  const resets = useQuery(factorResetsQuery);
  const [asking, setAsking] = useState<FactorReset | undefined>();
  const name = usePersonName(asking?.userId ?? "");
  const approve = useChange(["factor-resets"], approveFactorReset);
  return (
    <Section title={t("resets.title")}>
      <p className="v-muted v-section-lead">{t("resets.lead")}</p>
      <Loaded query={resets} what={t("resets.what")} rows={1}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="v-muted">{t("resets.none")}</p>
          ) : (
            <ul className="v-list">
              {rows.map((reset) => (
                <li key={reset.id} className="v-list-row v-list-actions">
                  <span className="v-list-main">
                    <span className="v-strong v-break">
                      <PersonName id={reset.userId} />
                    </span>
                    <span className="v-muted v-break">
                      <RequestedBy id={reset.requestedBy} /> <RelativeTime at={reset.requestedAt} />
                    </span>
                  </span>
                  {reset.requestedBy === session.user.id || reset.userId === session.user.id ? (
                    <span className="v-muted">{t("resets.other")}</span>
                  ) : (
                    <Button size="compact-xs" onClick={() => setAsking(reset)}>
                      {t("resets.approve")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {asking !== undefined && (
        <Confirm
          opened
          title={t("resets.approveTitle", { name })}
          text={t("resets.approveText")}
          action={t("resets.approve")}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await approve.mutateAsync(asking.id);
            toast({ text: t("resets.approved") });
          }}
        />
      )}
    </Section>
  );
}

function RequestedBy({ id }: { id: string }) {
  const { t } = useTranslation("access");
  const name = usePersonName(id);
  return t("resets.by", { name });
}
