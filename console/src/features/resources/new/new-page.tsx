// A resource without an agent, made by hand: its place, what it is, and the organization's own fields.
import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { createResource } from "../../../api/equipment.ts";
import { fieldContainersQuery } from "../../../api/fields.ts";
import { resourceKeys } from "../../../api/resources.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { type Place, SitePicker } from "../../../ui/site-picker.tsx";
import { InlineError, RowSkeleton } from "../../../ui/states.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { EquipmentFields } from "../equipment/equipment-fields.tsx";
import { useProblemText } from "../equipment/field-problem.ts";
import { EMPTY_FORM, newOf, type Problems, problemsOf, refusedFields } from "../equipment/form.ts";
import { FieldsToCorrect, useFirstWrong } from "../equipment/wrong-fields.tsx";
import { GroupPicker } from "../group-picker.tsx";
import { type Draft, missingOf, valuesOf } from "../values/draft.ts";
import { FieldSets, nothingSaid } from "../values/field-sets.tsx";

const route = getRouteApi("/shell/resources/new");

export function NewResourcePage() {
  const { t } = useTranslation(["equipment", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const { language } = useFormat();
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [place, setPlace] = useState<Place>({ clientId: search.clientId ?? "", siteId: search.siteId ?? "" });
  const [groupId, setGroupId] = useState<string | null>(null);
  const [form, setForm] = useState(EMPTY_FORM);
  const [draft, setDraft] = useState<Draft>({});
  const [problems, setProblems] = useState<Problems>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const containers = useQuery(fieldContainersQuery);
  const wrong = useFirstWrong(problems);
  const problem = useProblemText(problems);

  const create = async () => {
    const items = nothingSaid(containers.data ?? []);
    const found: Problems = {
      ...(name.trim() === "" ? { name: "required" } : {}),
      ...(place.siteId === "" ? { siteId: "required" } : {}),
      ...problemsOf(form),
      ...missingOf(items, draft),
    };
    setProblems(found);
    setError(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const fields = items.length === 0 ? {} : { fields: valuesOf(items, draft, language) };
      const made = await createResource({ name: name.trim(), ...place, groupId, ...newOf(form), ...fields }, key);
      void queries.invalidateQueries({ queryKey: resourceKeys.lists });
      void queries.invalidateQueries({ queryKey: ["clients"] });
      void queries.invalidateQueries({ queryKey: ["overview"] });
      toast({ text: t("created", { name: cutText(made.name, 60).shown }) });
      await navigate({ to: "/resources/$id", params: { id: made.id }, search: {}, replace: true });
    } catch (failure) {
      setProblems(refusedFields(failure));
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void create();
  };
  return (
    <Page title={t("newTitle")}>
      <p className="v-muted v-section-lead">
        {t("newLead")}{" "}
        <Link className="v-link" to="/add" search={place.clientId === "" ? {} : { clientId: place.clientId }}>
          {t("newWithAgent")}
        </Link>
      </p>
      <form ref={wrong} className="v-record-form" noValidate onSubmit={submit}>
        <Section title={t("what")}>
          <div className="v-stack">
            <TextInput
              label={t("name")}
              withAsterisk
              value={name}
              maxLength={255}
              autoFocus
              error={problem("name")}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <EquipmentFields form={form} onChange={(changes) => setForm({ ...form, ...changes })} problems={problems} machineSays={false} />
          </div>
        </Section>
        <div>
          <Section title={t("where")}>
            <div className="v-stack">
              <SitePicker
                value={place}
                onChange={(next) => {
                  if (next.clientId !== place.clientId) setGroupId(null);
                  setPlace(next);
                }}
              />
              {problem("siteId") !== undefined && place.siteId === "" && (
                <p className="v-inline-error" role="alert">
                  {t("placeMissing")}
                </p>
              )}
              <GroupPicker clientId={place.clientId} value={groupId} onChange={setGroupId} />
            </div>
          </Section>
          {containers.isPending && <RowSkeleton rows={2} />}
          <FieldSets
            containers={containers.data ?? []}
            items={nothingSaid(containers.data ?? [])}
            draft={draft}
            problems={problems}
            onChange={(id, value) => setDraft({ ...draft, [id]: value })}
          />
        </div>
        <div className="v-record-end">
          <FieldsToCorrect problems={problems} />
          {Object.keys(problems).length === 0 && <InlineError error={error} />}
          <InlineError error={containers.error} />
          <div className="v-buttons">
            <Button type="submit" size="sm" loading={busy} disabled={containers.isPending}>
              {t("create")}
            </Button>
            <Button variant="default" size="sm" component={Link} to="/resources">
              {t("common:cancel")}
            </Button>
          </div>
        </div>
      </form>
    </Page>
  );
}
