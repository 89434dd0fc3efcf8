// How far an import is, and what it did.
import { Button, Progress } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Import, importQuery, runImport } from "../../../api/imports.ts";
import { ExportButton } from "../../../ui/export-button.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { Section } from "../../../ui/page.tsx";
import { InlineError } from "../../../ui/states.tsx";
import { ImportRows } from "./import-rows.tsx";

export function ResultStep({ one }: { one: Import }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const queries = useQueryClient();
  const continuing = useMutation({
    mutationFn: () => runImport(one.id),
    onSuccess: (next) => queries.setQueryData(importQuery(one.id).queryKey, next),
  });
  const isOver = one.state !== "running";
  // Machines, clients, tags and numbers anywhere may be others now.
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== importQuery("").queryKey[0] });
  }, [isOver, queries]);
  const { rows, done, made, changed, unchanged, failed } = one.counts;
  const numbers = {
    rows: format.whole(rows),
    done: format.whole(done),
    made: format.whole(made),
    changed: format.whole(changed),
    unchanged: format.whole(unchanged),
    failed: format.whole(failed),
  };
  const said = one.state === "running" || one.state === "interrupted" ? t(one.state, numbers) : t("done", numbers);
  return (
    <>
      <p role="status">{said}</p>
      {one.state !== "done" && (
        <Progress value={rows === 0 ? 100 : (100 * done) / rows} aria-label={t("running", numbers)} animated={one.state === "running"} />
      )}
      <InlineError error={continuing.error} />
      <div className="v-import-after">
        {one.state === "interrupted" && (
          <Button loading={continuing.isPending} onClick={() => continuing.mutate()}>
            {t("continue")}
          </Button>
        )}
        {one.state === "done" && (
          <>
            <Button component={Link} to="/resources">
              {t("see")}
            </Button>
            <ExportButton label={t("report")} table={{ path: `/api/v1/imports/${one.id}/report`, name: "vigia-import" }} />
          </>
        )}
      </div>
      {one.state === "done" && (
        <Section title={t("rowsDone")}>
          <ImportRows one={one} stamp="done" />
        </Section>
      )}
    </>
  );
}
