import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { beginSsoLink, removeSsoLink, ssoLinkQuery, useMyChange } from "../../api/account.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Section } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { InlineError } from "../../ui/states.tsx";

const route = getRouteApi("/shell/account");

/** The tie to the organization's own sign-in provider; absent where there is none. */
export function SsoLinkSection() {
  const { t } = useTranslation("account");
  const { sso } = route.useSearch();
  const { data } = useQuery(ssoLinkQuery);
  const link = useMyChange(beginSsoLink);
  const unlink = useMyChange(removeSsoLink);
  if (data === undefined || (!data.available && data.linkedAt === null)) return null;
  return (
    <Section title={t("sso.title")}>
      {sso !== undefined && (
        <p className={sso === "linked" ? "v-tone-ok v-section-lead" : "v-inline-warning v-section-lead"} role="status">
          {t(`sso.return.${sso}`)}
        </p>
      )}
      {data.linkedAt === null ? (
        <p className="v-muted v-section-lead">{t("sso.explain")}</p>
      ) : (
        <p className="v-section-lead">
          {t("sso.linked")} <RelativeTime at={data.linkedAt} />
        </p>
      )}
      {data.issuer !== null && (
        <p className="v-muted v-section-lead">
          <AgentText text={data.issuer} />
        </p>
      )}
      <InlineError error={link.error ?? unlink.error} />
      {data.linkedAt === null ? (
        <Button
          variant="default"
          loading={link.isPending}
          onClick={() => link.mutate(undefined, { onSuccess: ({ url }) => location.assign(url) })}
        >
          {t("sso.link")}
        </Button>
      ) : (
        <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate(undefined)}>
          {t("sso.unlink")}
        </Button>
      )}
    </Section>
  );
}
