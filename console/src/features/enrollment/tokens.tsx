import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { revokeToken, tokensQuery } from "../../api/tokens.ts";
import type { EnrollmentToken } from "../../api/types.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { useToast } from "../../ui/toast.tsx";

const TONES = { usable: "ok", expired: "unknown", used_up: "unknown", revoked: "unknown" } as const;

/** Every token that lets machines in, or once did. */
export function Tokens() {
  const { t } = useTranslation("enrollment");
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const { data, error, refetch } = useQuery(tokensQuery);
  const [asking, setAsking] = useState<EnrollmentToken | undefined>();
  const revoke = useMutation({ mutationFn: revokeToken, onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }) });
  const place = (token: EnrollmentToken) => `${token.client.name} › ${token.site.name}`;
  return (
    <Section title={t("tokens")}>
      {data === undefined &&
        (error === null ? <RowSkeleton rows={3} /> : <LoadError what={t("tokensWhat")} error={error} onRetry={() => void refetch()} />)}
      {data?.length === 0 && <p className="v-muted">{t("tokensNone")}</p>}
      {data !== undefined && data.length > 0 && (
        <TableBox>
          <table className="v-table">
            <thead>
              <tr>
                <th scope="col">{t("tokenPlace")}</th>
                <th scope="col">{t("tokenState")}</th>
                <th scope="col" className="v-wide-only">
                  {t("tokenApproval")}
                </th>
                <th scope="col" className="v-number">
                  {t("tokenUses")}
                </th>
                <th scope="col" className="v-wide-only">
                  {t("tokenExpires")}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {data.map((token) => (
                <tr key={token.id}>
                  <th scope="row" className="v-break">
                    {place(token)}
                  </th>
                  <td>
                    <span className={`v-badge v-tone-${TONES[token.state]}`}>{t(`state.${token.state}`)}</span>
                  </td>
                  <td className="v-wide-only">{t(`approvalName.${token.approval}`)}</td>
                  <td className="v-number">{t("tokenUsesOf", { uses: format.whole(token.uses), most: format.whole(token.maxUses) })}</td>
                  <td className="v-wide-only">
                    <RelativeTime at={token.expiresAt} />
                  </td>
                  <td className="v-number">
                    {token.state === "usable" && (
                      <Button size="compact-xs" variant="default" onClick={() => setAsking(token)}>
                        {t("revoke")}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {asking !== undefined && (
        <Confirm
          opened
          title={t("revokeTitle")}
          text={t("revokeText", { place: place(asking) })}
          action={t("revoke")}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            await revoke.mutateAsync(asking.id);
            toast({ text: t("revoked") });
          }}
        />
      )}
    </Section>
  );
}
