import { Button } from "@mantine/core";
import { IconDeviceMobile, IconFingerprint } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Factor, factorsQuery, removeFactor, renewRecoveryCodes, useMyChange } from "../../api/account.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Section } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { PasskeyDialog } from "./passkey-dialog.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TotpDialog } from "./totp-dialog.tsx";

/** What a sign-in asks for besides the password. */
export function Factors() {
  const { t } = useTranslation(["account", "common"]);
  const toast = useToast();
  const { data, error, refetch } = useQuery(factorsQuery);
  const [adding, setAdding] = useState<"totp" | "passkey" | undefined>();
  const [asking, setAsking] = useState<Factor | undefined>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [renewing, setRenewing] = useState(false);
  const remove = useMyChange(removeFactor);
  const renew = useMyChange(renewRecoveryCodes);
  const nameOf = (factor: Factor) => cutText(factor.name, 60).shown;
  const done = (recoveryCodes: readonly string[]) => {
    toast({ text: t("factor.added") });
    setAdding(undefined);
    setCodes(recoveryCodes);
  };
  return (
    <Section title={t("factor.title")}>
      <p className="v-muted v-section-lead">{t("factor.explain")}</p>
      {data === undefined &&
        (error === null ? <RowSkeleton rows={2} /> : <LoadError what={t("factor.what")} error={error} onRetry={() => void refetch()} />)}
      {data?.items.length === 0 && <p>{t("factor.none")}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="v-list">
          {data.items.map((factor) => (
            <li key={factor.id} className="v-list-row v-list-actions">
              {factor.kind === "totp" ? (
                <IconDeviceMobile size={16} aria-hidden="true" />
              ) : (
                <IconFingerprint size={16} aria-hidden="true" />
              )}
              <span className="v-list-main">
                <span className="v-strong v-break">
                  <AgentText text={nameOf(factor)} expandable={false} />
                </span>
                <span className="v-muted">
                  {t(`factor.${factor.kind}`)} · <FactorUse factor={factor} />
                </span>
              </span>
              <Button size="compact-xs" variant="default" onClick={() => setAsking(factor)}>
                {t("factor.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          <p className={data.recoveryCodesLeft < 3 ? "v-inline-warning" : "v-muted v-under"}>
            {t("factor.codesLeft", { count: data.recoveryCodesLeft })}
          </p>
          <Button size="compact-xs" variant="default" onClick={() => setRenewing(true)}>
            {t("codes.renew")}
          </Button>
        </>
      )}
      {data !== undefined && (
        <div className="v-buttons v-under">
          <Button variant="default" leftSection={<IconDeviceMobile size={14} />} onClick={() => setAdding("totp")}>
            {t("factor.addTotp")}
          </Button>
          {window.PublicKeyCredential !== undefined && (
            <Button variant="default" leftSection={<IconFingerprint size={14} />} onClick={() => setAdding("passkey")}>
              {t("factor.addPasskey")}
            </Button>
          )}
        </div>
      )}
      {adding === "totp" && <TotpDialog onDone={done} onClose={() => setAdding(undefined)} />}
      {adding === "passkey" && <PasskeyDialog onDone={done} onClose={() => setAdding(undefined)} />}
      {codes.length > 0 && <RecoveryCodes codes={codes} onClose={() => setCodes([])} />}
      <Confirm
        opened={renewing}
        title={t("codes.renewTitle")}
        text={t("codes.renewText")}
        action={t("codes.renew")}
        onClose={() => setRenewing(false)}
        onConfirm={async () => setCodes((await renew.mutateAsync(undefined)).recoveryCodes)}
      />
      {asking !== undefined && (
        <Confirm
          opened
          title={t("factor.removeTitle")}
          text={t("factor.removeText", { name: nameOf(asking) })}
          action={t("factor.remove")}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await remove.mutateAsync(asking.id);
            toast({ text: t("factor.removed") });
          }}
        />
      )}
    </Section>
  );
}

function FactorUse({ factor }: { factor: Factor }) {
  const { t } = useTranslation("account");
  if (factor.lastUsedAt === null) return t("factor.neverUsed");
  return (
    <>
      {t("factor.lastUsed")} <RelativeTime at={factor.lastUsedAt} />
    </>
  );
}
