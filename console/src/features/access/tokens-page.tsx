// Keys for programs: what each may do, until when, from where, and when it last did.
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type ApiToken, apiTokensQuery, revokeApiToken } from "../../api/credentials.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { SecretDialog } from "../../ui/secret-dialog.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { isPermission, permissionKey } from "./permissions.ts";
import { TokenForm } from "./token-form.tsx";

export function TokensPage() {
  const { t } = useTranslation("access");
  const toast = useToast();
  const tokens = useQuery(apiTokensQuery);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | undefined>();
  const [asking, setAsking] = useState<ApiToken | undefined>();
  const revoke = useChange(["api-tokens"], revokeApiToken);
  return (
    <Section
      title={t("tokens.title")}
      aside={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          {t("tokens.add")}
        </Button>
      }
    >
      <p className="v-muted v-section-lead">{t("tokens.lead")}</p>
      <Loaded query={tokens} what={t("tokens.what")}>
        {(rows) => (rows.length === 0 ? <p className="v-muted">{t("tokens.none")}</p> : <TokenTable rows={rows} onRevoke={setAsking} />)}
      </Loaded>
      {adding && (
        <TokenForm
          onClose={() => setAdding(false)}
          onDone={(token) => {
            setAdding(false);
            setSecret(token);
          }}
        />
      )}
      {secret !== undefined && (
        <SecretDialog title={t("tokens.secret")} text={t("tokens.secretText")} secret={secret} onClose={() => setSecret(undefined)} />
      )}
      {asking !== undefined && (
        <Confirm
          opened
          title={t("tokens.revokeTitle", { name: cutText(asking.name, 60).shown })}
          text={t("tokens.revokeText")}
          action={t("tokens.revoke")}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await revoke.mutateAsync(asking.id);
            toast({ text: t("tokens.revoked") });
          }}
        />
      )}
    </Section>
  );
}

function TokenTable({ rows, onRevoke }: { rows: readonly ApiToken[]; onRevoke: (token: ApiToken) => void }) {
  const { t } = useTranslation("access");
  const format = useFormat();
  const word = (scope: string) => (isPermission(scope) ? t(`permission.${permissionKey(scope)}`) : scope);
  return (
    <TableBox>
      <table className="v-table">
        <thead>
          <tr>
            <th scope="col">{t("tokens.name")}</th>
            <th scope="col">{t("tokens.state")}</th>
            <th scope="col" className="v-wide-only">
              {t("tokens.scopes")}
            </th>
            <th scope="col" className="v-wide-only">
              {t("tokens.expires")}
            </th>
            <th scope="col" className="v-wide-only">
              {t("tokens.lastUse")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((token) => (
            <tr key={token.id}>
              <th scope="row" className="v-break">
                <AgentText text={token.name} expandable={false} />
              </th>
              <td>
                <span className={`v-badge v-tone-${token.state === "active" ? "ok" : "unknown"}`}>
                  {t(`tokens.stateName.${token.state}`)}
                </span>
              </td>
              <td className="v-wide-only">
                {format.list(token.scopes.map(word))}
                {token.cidrs.length > 0 && <div className="v-muted">{t("tokens.from", { networks: format.list(token.cidrs) })}</div>}
              </td>
              <td className="v-wide-only v-nowrap">{format.date(token.expiresAt)}</td>
              <td className="v-wide-only">
                {token.lastUsedAt === null ? (
                  <span className="v-muted">{t("tokens.never")}</span>
                ) : (
                  <>
                    <RelativeTime at={token.lastUsedAt} /> <span className="v-muted">{token.lastUsedAddress}</span>
                  </>
                )}
              </td>
              <td className="v-number">
                {token.state === "active" && (
                  <Button size="compact-xs" variant="default" onClick={() => onRevoke(token)}>
                    {t("tokens.revoke")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
