// Shown instead of every page while the organization demands a second factor that the person does not have yet.
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { factorsQuery } from "../../api/account.ts";
import { sessionQuery, signOut } from "../../api/session.ts";
import { FrontPage } from "../../ui/front-page.tsx";
import { InlineError } from "../../ui/states.tsx";
import { Factors } from "./factors.tsx";

export default function ForcedFactorPage() {
  const { t } = useTranslation(["factor", "common"]);
  const queries = useQueryClient();
  const { data } = useQuery(factorsQuery);
  const [error, setError] = useState<unknown>(null);
  const fits = data?.items.some(({ kind }) => data.required !== "passkey" || kind === "passkey") ?? false;
  const leave = () => void signOut(queries).catch(setError);
  return (
    <FrontPage wide title={t("forced.title")} lead={data?.required === "passkey" ? t("forced.leadPasskey") : t("forced.lead")}>
      <Factors />
      <InlineError error={error} />
      <div className="v-buttons v-under">
        <Button disabled={!fits} onClick={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })}>
          {t("submit")}
        </Button>
        <Button variant="default" onClick={leave}>
          {t("common:signOut")}
        </Button>
      </div>
    </FrontPage>
  );
}
