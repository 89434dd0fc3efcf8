// The details of one resource as a form. When somebody else saved meanwhile, theirs is shown beside what was typed here, which stays.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { equipmentTypesQuery } from "../../../api/equipment.ts";
import { ApiError } from "../../../api/errors.ts";
import { type FieldContainer, type FieldValue, resourceFieldsQuery, setResourceFields } from "../../../api/fields.ts";
import { getResource, type ResourceChanges, resourceKeys, updateResource, useResourceChange } from "../../../api/resources.ts";
import type { Resource } from "../../../api/types.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { type Draft, missingOf, valuesOf } from "../values/draft.ts";
import { FieldSets } from "../values/field-sets.tsx";
import { Conflict } from "./conflict.tsx";
import { EquipmentFields } from "./equipment-fields.tsx";
import {
  changesOf,
  differences,
  type EquipmentForm,
  formOf,
  type Problems,
  problemsOf,
  type Rebased,
  rebase,
  refusedFields,
} from "./form.ts";
import { FieldsToCorrect } from "./wrong-fields.tsx";

interface EditDialogProps {
  readonly resource: Resource;
  readonly containers: readonly FieldContainer[];
  readonly items: readonly FieldValue[];
  readonly onClose: () => void;
}

interface Base {
  readonly form: EquipmentForm;
  readonly version: number;
}

const baseOf = (resource: Resource): Base => ({ form: formOf(resource), version: resource.version });
const isMismatch = (error: unknown): boolean => error instanceof ApiError && error.code === "VERSION_MISMATCH";

export default function EditDialog({ resource, containers, items, onClose }: EditDialogProps) {
  const { t } = useTranslation(["equipment", "common"]);
  const queries = useQueryClient();
  const toast = useToast();
  const format = useFormat();
  const types = useQuery(equipmentTypesQuery);
  const [base, setBase] = useState(() => baseOf(resource));
  const [form, setForm] = useState(base.form);
  const [draft, setDraft] = useState<Draft>({});
  const [problems, setProblems] = useState<Problems>({});
  const [meanwhile, setMeanwhile] = useState<Rebased>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const update = useResourceChange(({ version, changes }: { version: number; changes: ResourceChanges }) =>
    updateResource(resource.id, version, changes),
  );
  const standing = (name: keyof EquipmentForm): string => {
    if (name === "tags") return format.list(base.form.tags);
    const text = base.form[name];
    if (name === "typeId") return types.data?.find(({ id }) => id === text)?.name ?? "";
    return name.endsWith("Date") ? format.plainDate(text) : text;
  };

  /** What was typed, on top of what stands now; answers whether a person must look at it first. */
  const catchUp = async (mine: EquipmentForm): Promise<{ again: Base; mine: EquipmentForm } | undefined> => {
    const fresh = await getResource(resource.id);
    queries.setQueryData(resourceKeys.one(resource.id), fresh);
    const [now, theirs] = [baseOf(fresh), rebase(base.form, mine, formOf(fresh))];
    setBase(now);
    setForm(theirs.form);
    if (theirs.taken.length + theirs.clashing.length === 0) return { again: now, mine: theirs.form };
    setMeanwhile(theirs);
    return undefined;
  };
  /** False when a person must look first. */
  const saveEquipment = async (on: Base, mine: EquipmentForm): Promise<boolean> => {
    const changes = changesOf(on.form, mine);
    if (Object.keys(changes).length === 0) return true;
    try {
      setBase(baseOf(await update.mutateAsync({ version: on.version, changes })));
      return true;
    } catch (failure) {
      if (!isMismatch(failure)) throw failure;
      const next = await catchUp(mine);
      return next === undefined ? false : saveEquipment(next.again, next.mine);
    }
  };
  const save = async () => {
    const found = { ...problemsOf(form), ...missingOf(items, draft) };
    setProblems(found);
    setError(null);
    setMeanwhile(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      if (!(await saveEquipment(base, form))) return;
      const values = valuesOf(items, draft, format.language);
      if (values.length > 0) {
        const { items: kept } = await setResourceFields(resource.id, values);
        queries.setQueryData(resourceFieldsQuery(resource.id).queryKey, kept);
      }
      toast({ text: t("saved") });
      onClose();
    } catch (failure) {
      setProblems(refusedFields(failure));
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title={t("editTitle", { name: cutText(resource.name, 60).shown })}
      submitWord={t("common:save")}
      size="lg"
      dirty={differences(base.form, form).length > 0 || Object.keys(draft).length > 0}
      busy={busy}
      error={Object.keys(problems).length === 0 ? error : null}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <EquipmentFields
        form={form}
        onChange={(changes) => setForm({ ...form, ...changes })}
        problems={problems}
        machineSays={resource.agent !== null}
        standing={Object.fromEntries(
          (meanwhile?.clashing ?? []).map((name) => [name, standing(name) === "" ? t("conflictNothing") : standing(name)]),
        )}
      />
      <FieldSets
        containers={containers}
        items={items}
        draft={draft}
        problems={problems}
        onChange={(id, value) => setDraft({ ...draft, [id]: value })}
      />
      {meanwhile !== undefined && <Conflict meanwhile={meanwhile} />}
      <FieldsToCorrect problems={problems} />
    </FormDialog>
  );
}
