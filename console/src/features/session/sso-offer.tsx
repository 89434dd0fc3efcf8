// The way in over the organization's own provider, where there is one.
import { Button } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ssoOfferQuery, ssoStart } from "../../api/sso-offer.ts";

const REMEMBERED = "vigia.organization";

/** @param organization as the address says it; this device remembers it, so that the plain address offers it from then on */
export function SsoOffer({ organization }: { organization: string | undefined }) {
  const { t } = useTranslation("account");
  const asked = organization ?? localStorage.getItem(REMEMBERED) ?? undefined;
  const { data } = useQuery(ssoOfferQuery(asked));
  useEffect(() => {
    if (organization !== undefined && data === organization) localStorage.setItem(REMEMBERED, organization);
  }, [organization, data]);
  if (data === undefined || data === null) return null;
  return (
    <>
      <p className="v-or">{t("sso.or")}</p>
      <Button component="a" href={ssoStart(data)} variant="default" size="sm" leftSection={<IconKey size={15} />}>
        {t("sso.signIn")}
      </Button>
    </>
  );
}
