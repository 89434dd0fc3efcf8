// The person's own choices, the organization's intervals, the recovery key, and what this is.
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../api/session.ts";
import { Section } from "../../ui/page.tsx";
import { ScopedSettings } from "../../ui/scoped-settings.tsx";
import { ServerKeyActions } from "../../ui/server-key-actions.tsx";

export function SettingsPage() {
  const { t } = useTranslation(["settings", "common", "scoped"]);
  const session = useSession();
  const facts = [
    [t("version"), session.version],
    [t("organization"), session.organization.name],
    [t("role"), session.groups.join(", ")],
  ] as const;
  return (
    <div className="v-settings-page">
      {can(session, "settings:read") && (
        <Section title={t("scoped:title")}>
          <p className="v-muted v-section-lead">{t("intervalsHelp")}</p>
          <ScopedSettings scope="organization" id={session.organization.id} />
        </Section>
      )}
      {can(session, "installation:keys") && (
        <Section title={t("recovery")}>
          <p className="v-muted v-section-lead">{session.recoveryKeyPending ? t("common:recovery.explain") : t("recoveryGone")}</p>
          {session.recoveryKeyPending && <ServerKeyActions which="recovery" />}
        </Section>
      )}
      {can(session, "installation:keys") && session.keyBackupPending && (
        <Section title={t("common:keyBackup.title")}>
          <p className="v-muted v-section-lead">{t("common:keyBackup.explain")}</p>
          <ServerKeyActions which="keyBackup" />
        </Section>
      )}
      <Section title={t("about")}>
        <dl className="v-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="v-break">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="v-muted v-under">
          {t("licence")}{" "}
          <a className="v-link" href="/api/docs" target="_blank" rel="noreferrer">
            {t("api")}
          </a>
        </p>
      </Section>
    </div>
  );
}
