// A table of equipment: chosen, checked with its columns explained, written, and told.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Import, importQuery } from "../../../api/imports.ts";
import { Loaded } from "../../../ui/loaded.tsx";
import { Page } from "../../../ui/page.tsx";
import { CheckStep } from "./check-step.tsx";
import { FileStep } from "./file-step.tsx";
import { ResultStep } from "./result-step.tsx";
import "./import.css";

const route = getRouteApi("/shell/resources/import");
const STEPS = ["file", "check", "result"] as const;

export function ImportPage() {
  const { t } = useTranslation("imports");
  const { id } = route.useSearch();
  const navigate = useNavigate();
  const go = (next: string | undefined) => void navigate({ to: "/resources/import", search: next === undefined ? {} : { id: next } });
  return (
    <Page
      title={t("title")}
      sub={t("lead")}
      actions={
        id !== undefined && (
          <Button variant="default" onClick={() => go(undefined)}>
            {t("again")}
          </Button>
        )
      }
    >
      {id === undefined ? (
        <>
          <Steps now="file" />
          <FileStep onTaken={go} />
        </>
      ) : (
        <Begun key={id} id={id} />
      )}
    </Page>
  );
}

function Begun({ id }: { id: string }) {
  const { t } = useTranslation("imports");
  const query = useQuery(importQuery(id));
  return (
    <Loaded query={query} what={t("load")}>
      {(one: Import) => (
        <>
          <Steps now={one.state === "checked" ? "check" : "result"} />
          {one.state === "checked" ? <CheckStep one={one} /> : <ResultStep one={one} />}
        </>
      )}
    </Loaded>
  );
}

function Steps({ now }: { now: (typeof STEPS)[number] }) {
  const { t } = useTranslation("imports");
  const at = STEPS.indexOf(now);
  return (
    <ol className="v-steps" aria-label={t("steps")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index === at ? "v-step-now" : index < at ? "v-step-done" : ""}
          aria-current={index === at ? "step" : undefined}
        >
          <span aria-hidden="true">{index + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
