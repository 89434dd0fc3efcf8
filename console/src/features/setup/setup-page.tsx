// Three steps from nothing to a first machine: account, recovery key, arrival. Each has its address.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { sessionQuery } from "../../api/session.ts";
import { FrontPage } from "../../ui/front-page.tsx";
import { AccountStep } from "./account-step.tsx";
import { KeyStep } from "./key-step.tsx";
import { MachineStep } from "./machine-step.tsx";
import type { SetupStep } from "./search.ts";

const route = getRouteApi("/setup");
const STEPS = ["account", "key", "machine"] as const satisfies readonly SetupStep[];

export function SetupPage() {
  const { t } = useTranslation(["setup", "common"]);
  const { data: session } = useQuery(sessionQuery);
  const { step: asked } = route.useSearch();
  const navigate = useNavigate();
  const signedIn = session !== null && session !== undefined;
  const step: SetupStep = !signedIn ? "account" : asked === undefined || asked === "account" ? "key" : asked;
  const go = (next: SetupStep) => void navigate({ to: "/setup", search: { step: next } });
  const title = { account: t("title"), key: t("common:recovery.title"), machine: t("machineTitle") }[step];
  return (
    <FrontPage title={title} wide {...(step === "account" ? { lead: t("lead") } : {})}>
      <ol className="v-steps">
        {STEPS.map((each, index) => (
          <li
            key={each}
            className={each === step ? "v-step-now" : STEPS.indexOf(step) > index ? "v-step-done" : ""}
            aria-current={each === step ? "step" : undefined}
          >
            <span aria-hidden="true">{index + 1}</span>
            {t(`steps.${each}`)}
          </li>
        ))}
      </ol>
      {step === "account" && <AccountStep onDone={() => go("key")} />}
      {step === "key" && <KeyStep pending={session?.recoveryKeyPending ?? false} onDone={() => go("machine")} />}
      {step === "machine" && <MachineStep />}
    </FrontPage>
  );
}
