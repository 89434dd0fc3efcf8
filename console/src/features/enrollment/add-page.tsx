// From three choices to one line, and the machine arriving below it.
import { Button, SegmentedControl } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors.ts";
import { can, useSession } from "../../api/session.ts";
import { createToken, type TokenForm, tokensQuery } from "../../api/tokens.ts";
import { CopyLine } from "../../ui/copy-line.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Page } from "../../ui/page.tsx";
import { type Place, SitePicker } from "../../ui/site-picker.tsx";
import { InlineError, LoadError } from "../../ui/states.tsx";
import { Arrivals } from "./arrivals.tsx";
import { enrollCommand, type System } from "./command.ts";
import { Tokens } from "./tokens.tsx";

const route = getRouteApi("/shell/add");
type Approval = TokenForm["approval"];
const APPROVALS = ["manual", "automatic"] as const satisfies readonly Approval[];

export function AddPage() {
  const { t } = useTranslation("enrollment");
  const session = useSession();
  const format = useFormat();
  const queries = useQueryClient();
  const from = route.useSearch();
  const [place, setPlace] = useState<Place>({ clientId: from.clientId ?? "", siteId: from.siteId ?? "" });
  const [system, setSystem] = useState<System>("linux");
  const [approval, setApproval] = useState<Approval>("manual");
  const make = useMutation({
    mutationFn: (form: TokenForm) => createToken(form, crypto.randomUUID()),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  if (!can(session, "enrollment:manage")) {
    return (
      <Page title={t("title")}>
        <LoadError what={t("title")} error={new ApiError(403, "FORBIDDEN", "enrollment:manage")} onRetry={() => undefined} />
      </Page>
    );
  }
  const choose =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      make.reset();
    };
  const token = make.data;
  return (
    <Page title={t("title")} sub={t("lead")}>
      <div className="v-add">
        <div className="v-add-step">
          <h2>{t("where")}</h2>
          <SitePicker value={place} onChange={choose(setPlace)} />
        </div>
        <div className="v-add-step">
          <h2>{t("system")}</h2>
          <SegmentedControl
            aria-label={t("system")}
            value={system}
            onChange={(value) => setSystem(value as System)}
            data={[
              { value: "linux", label: t("linux") },
              { value: "windows", label: t("windows") },
              { value: "macos", label: t("macos") },
            ]}
          />
        </div>
        <fieldset className="v-add-step">
          <legend>{t("approval")}</legend>
          <div className="v-radios">
            {APPROVALS.map((choice) => (
              <label key={choice} className={choice === approval ? "v-radio v-radio-chosen" : "v-radio"}>
                <input
                  type="radio"
                  name="approval"
                  value={choice}
                  checked={choice === approval}
                  onChange={() => choose(setApproval)(choice)}
                />
                <span>
                  <b>{t(choice)}</b>
                  <span className="v-muted">{t(`${choice}Help`)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        {token === undefined ? (
          <div className="v-stack">
            <InlineError error={make.error} />
            <div>
              <Button size="sm" loading={make.isPending} disabled={place.siteId === ""} onClick={() => make.mutate({ ...place, approval })}>
                {t("make")}
              </Button>
            </div>
          </div>
        ) : (
          <div className="v-add-line">
            <h2>{t("line")}</h2>
            <p className="v-muted">{system === "windows" ? t("lineWindows") : t("lineUnix")}</p>
            <CopyLine label={t("line")} text={enrollCommand(system, location.origin, token.token)} />
            <p className="v-muted">
              {t("needsNode")} {t("onceHelp", { uses: t("uses", { count: token.maxUses }), date: format.date(token.expiresAt) })}
            </p>
            <div>
              <Button variant="subtle" onClick={() => make.reset()}>
                {t("makeAgain")}
              </Button>
            </div>
          </div>
        )}
      </div>
      <Arrivals expecting={token !== undefined} />
      <Tokens />
    </Page>
  );
}
