// The inputs for what people say of a resource, for a new one and for changes alike.
import { Select, TagsInput, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { equipmentTypesQuery, tagsQuery } from "../../../api/equipment.ts";
import { useProblemText } from "./field-problem.ts";
import type { EquipmentForm, Problems, TextName } from "./form.ts";

interface FieldsProps {
  readonly form: EquipmentForm;
  readonly onChange: (changes: Partial<EquipmentForm>) => void;
  readonly problems: Problems;
  /** An agent says maker, model and serial number: people do not. */
  readonly machineSays: boolean;
  /** By field: what stands there now, where somebody else changed it too. */
  readonly standing?: Readonly<Record<string, string>>;
}

const MOST_TAGS = 30;
const MOST_LENGTH: Partial<Record<TextName, number>> = { externalKey: 200 };
const MAKER = ["manufacturer", "model", "serial"] as const;

export function EquipmentFields({ form, onChange, problems, machineSays, standing = {} }: FieldsProps) {
  const { t } = useTranslation("equipment");
  const types = useQuery(equipmentTypesQuery);
  const problem = useProblemText(problems);
  const text = (name: TextName, more: { description?: string; type?: "date" } = {}) => ({
    label: t(name as "serial"),
    value: form[name],
    maxLength: MOST_LENGTH[name] ?? 255,
    error: problem(name),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
    ...more,
    ...(standing[name] === undefined ? {} : { description: t("conflictNow", { value: standing[name] }) }),
    ...(more.type === "date" ? { min: "1900-01-01", max: "2199-12-31" } : {}),
  });
  return (
    <>
      <div className="v-fields v-fields-pair">
        <Select
          label={t("type")}
          placeholder={t("typePlaceholder")}
          data={(types.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={form.typeId === "" ? null : form.typeId}
          searchable
          clearable
          nothingFoundMessage={t("noTypes")}
          error={problem("typeId")}
          onChange={(typeId) => onChange({ typeId: typeId ?? "" })}
          {...(standing["typeId"] === undefined ? {} : { description: t("conflictNow", { value: standing["typeId"] }) })}
        />
        <TextInput {...text("assetTag", { description: t("assetTagHelp") })} />
      </div>
      {machineSays ? (
        <p className="v-muted">{t("machineSays")}</p>
      ) : (
        <div className="v-fields v-fields-pair">
          {MAKER.map((name) => (
            <TextInput key={name} {...text(name)} />
          ))}
        </div>
      )}
      <div className="v-fields v-fields-pair">
        <TextInput {...text("acquisitionDate", { type: "date" })} />
        <TextInput {...text("warrantyDate", { type: "date" })} />
      </div>
      <TagsField tags={form.tags} onChange={(tags) => onChange({ tags })} description={t("tagsHelp")} />
      <TextInput {...text("externalKey", { description: t("externalKeyHelp") })} />
    </>
  );
}

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: string[]) => void;
  readonly description?: string;
  /** Its label stands above it already. */
  readonly bare?: boolean;
}

/** Tags to add and take away, with those in use elsewhere to choose from. */
export function TagsField({ tags, onChange, description, bare = false }: TagsFieldProps) {
  const { t } = useTranslation("equipment");
  const [search, setSearch] = useState("");
  const [q] = useDebouncedValue(search.trim(), 150);
  const used = useQuery(tagsQuery(q));
  return (
    <TagsInput
      {...(bare ? { "aria-label": t("tags") } : { label: t("tags") })}
      description={description}
      placeholder={tags.length === 0 ? t("tagsPlaceholder") : ""}
      data={(used.data ?? []).map(({ tag }) => tag)}
      value={[...tags]}
      maxTags={MOST_TAGS}
      maxLength={50}
      acceptValueOnBlur
      isDuplicate={(value, now) => now.some((tag) => tag.toLowerCase() === value.trim().toLowerCase())}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={onChange}
    />
  );
}
