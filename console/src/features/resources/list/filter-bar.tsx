// The filter reads as a sentence; each word in it is a control and each choice is in the address.
import { TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { clientOptionsQuery, clientQuery, sitesQuery } from "../../../api/clients.ts";
import { Pill } from "../../../ui/pill.tsx";
import { SearchPill } from "../../../ui/search-pill.tsx";
import { Sentence } from "../../../ui/sentence.tsx";
import { isFiltered, PLATFORMS, PRESENCES, type ResourcesSearch, SORT_KEYS } from "../search.ts";
import { columnsOf, sortOf } from "./columns/column-list.ts";
import { useColumnWord } from "./columns/column-words.ts";
import { FilterBox } from "./filter-box.tsx";
import type { FilterRefusal } from "./filter-error.ts";

interface FilterBarProps {
  readonly search: ResourcesSearch;
  readonly onChange: (changes: { [key in keyof ResourcesSearch]?: string | undefined }) => void;
  readonly queryField: RefObject<HTMLInputElement | null>;
  readonly refusal: FilterRefusal | undefined;
}

export function FilterBar({ search, onChange, queryField, refusal }: FilterBarProps) {
  const { t } = useTranslation("resources");
  return (
    <search className="v-filter" aria-label={t("filter.label")}>
      <div className="v-filter-sentence">
        <Sentence
          text={t("filter.sentence")}
          parts={{
            presence: <PresencePill search={search} onChange={onChange} />,
            client: <PlacePills search={search} onChange={onChange} />,
            platform: <PlatformPill search={search} onChange={onChange} />,
            q: <QueryField search={search} onChange={onChange} queryField={queryField} />,
          }}
        />
        <span className="v-only-narrow">
          <SortPill search={search} onChange={onChange} />
        </span>
        {isFiltered(search) && (
          <UnstyledButton
            className="v-link v-filter-clear"
            onClick={() =>
              onChange({
                q: undefined,
                presence: undefined,
                clientId: undefined,
                siteId: undefined,
                platform: undefined,
                filter: undefined,
              })
            }
          >
            <IconX size={13} aria-hidden="true" />
            {t("filter.clear")}
          </UnstyledButton>
        )}
      </div>
      <FilterBox value={search.filter ?? ""} refusal={refusal} onAsk={(filter) => onChange({ filter: orNothing(filter) })} />
    </search>
  );
}

type PartProps = Pick<FilterBarProps, "search" | "onChange">;
const orNothing = (value: string): string | undefined => (value === "" ? undefined : value);
const TROUBLE = "not_answering,offline";

function PresencePill({ search, onChange }: PartProps) {
  const { t } = useTranslation("resources");
  const options = [
    { value: "", label: t("filter.anyPresence") },
    ...PRESENCES.map((presence) => ({ value: presence, label: t(`filter.${presence}`) })),
    { value: TROUBLE, label: t("filter.trouble") },
  ];
  return (
    <Pill
      label={t("filter.presence")}
      value={search.presence ?? ""}
      options={options}
      onPick={(presence) => onChange({ presence: orNothing(presence) })}
    />
  );
}

function PlacePills({ search, onChange }: PartProps) {
  const { t } = useTranslation("resources");
  const [text, setText] = useState("");
  const [debounced] = useDebouncedValue(text, 150);
  const clientId = search.clientId ?? "";
  const clients = useQuery(clientOptionsQuery(debounced));
  const chosen = useQuery({ ...clientQuery(clientId), enabled: clientId !== "" });
  const sites = useQuery(sitesQuery(clientId));
  const options = (clients.data ?? []).map((client) => ({ value: client.id, label: client.name }));
  if (chosen.data !== undefined && !options.some((option) => option.value === clientId))
    options.unshift({ value: clientId, label: chosen.data.name });
  return (
    <>
      <SearchPill
        label={t("filter.client")}
        value={clientId}
        options={[...(text === "" ? [{ value: "", label: t("filter.anyClient") }] : []), ...options]}
        text={text}
        onText={setText}
        onPick={(id) => onChange({ clientId: orNothing(id), siteId: undefined })}
      />
      {clientId !== "" && (
        <Pill
          label={t("filter.site")}
          value={search.siteId ?? ""}
          options={[{ value: "", label: t("filter.anySite") }, ...(sites.data ?? []).map((site) => ({ value: site.id, label: site.name }))]}
          onPick={(id) => onChange({ siteId: orNothing(id) })}
        />
      )}
    </>
  );
}

function PlatformPill({ search, onChange }: PartProps) {
  const { t } = useTranslation(["resources", "common"]);
  const options = [
    { value: "", label: t("filter.anyPlatform") },
    ...PLATFORMS.map((platform) => ({ value: platform, label: t(`common:platform.${platform}`) })),
  ];
  return (
    <Pill
      label={t("filter.platform")}
      value={search.platform ?? ""}
      options={options}
      onPick={(platform) => onChange({ platform: orNothing(platform) })}
    />
  );
}

function SortPill({ search, onChange }: PartProps) {
  const { t } = useTranslation("resources");
  const word = useColumnWord();
  const options = ["presence", "name", ...columnsOf(search)].flatMap((name) => {
    const key = SORT_KEYS.find((one) => one === (sortOf(name) ?? name));
    if (key === undefined) return [];
    return [
      { value: key, label: `${word(name)} ↑` },
      { value: `-${key}`, label: `${word(name)} ↓` },
    ];
  });
  return <Pill label={t("filter.sort")} value={search.sort ?? "name"} options={options} onPick={(sort) => onChange({ sort })} />;
}

function QueryField({ search, onChange, queryField }: Omit<FilterBarProps, "refusal">) {
  const { t } = useTranslation("resources");
  const [text, setText] = useState(search.q ?? "");
  const [debounced] = useDebouncedValue(text, 200);
  const known = search.q ?? "";
  useEffect(() => setText(known), [known]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing may change the address
  useEffect(() => {
    if (debounced.trim() !== known) onChange({ q: orNothing(debounced.trim()) });
  }, [debounced]);
  return (
    <TextInput
      ref={queryField}
      size="xs"
      className="v-filter-query"
      aria-label={t("filter.query")}
      aria-keyshortcuts="/"
      placeholder={t("filter.queryPlaceholder")}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
    />
  );
}
