import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { searchQuery } from "../../api/overview.ts";
import { resourceGroupOptionsQuery } from "../../api/resource-groups.ts";
import { cutText } from "../../ui/visible-text.ts";

export type PlaceKind = "client" | "site" | "resource_group" | "resource";
export interface PickedPlace<Kind extends PlaceKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

interface PlacePickerProps<Kind extends PlaceKind> {
  readonly label: string;
  readonly kinds: readonly Kind[];
  readonly picked?: PickedPlace<Kind> | undefined;
  readonly onPick: (place: PickedPlace<Kind>) => void;
}

interface Found {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: string;
  /** Where it lies, to tell two of the same name apart. */
  readonly within: string;
}

/** Finds a client, site, group of machines or machine by a part of its name. */
export function PlacePicker<Kind extends PlaceKind>({ label, kinds, picked, onPick }: PlacePickerProps<Kind>) {
  const { t } = useTranslation("access");
  const [text, setText] = useState(picked?.name ?? "");
  const [q] = useDebouncedValue(text.trim(), 150);
  const items = usePlaces(q, (kinds as readonly PlaceKind[]).includes("resource_group")).filter(({ kind }) =>
    (kinds as readonly string[]).includes(kind),
  );
  const word = ({ kind, name, within }: Found) =>
    `${cutText(name, 80).shown} · ${t(`scope.${kind}`)}${within === "" ? "" : ` · ${cutText(within, 60).shown}`}`;
  const options = items.map((item) => ({ value: item.id, label: word(item) }));
  if (picked !== undefined && picked.name !== "" && !items.some(({ id }) => id === picked.id))
    options.unshift({ value: picked.id, label: cutText(picked.name, 80).shown });
  return (
    <Select
      label={label}
      placeholder={t("place.placeholder")}
      searchable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={q === "" ? t("place.type") : t("place.nothing")}
      value={picked?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        const item = items.find((each) => each.id === id);
        if (item === undefined) return;
        onPick({ kind: item.kind as Kind, id: item.id, name: item.name });
        if (picked === undefined) setText("");
      }}
    />
  );
}

function usePlaces(q: string, withGroups: boolean): readonly Found[] {
  const found = useQuery({ ...searchQuery(q), enabled: q !== "" });
  const groups = useQuery({ ...resourceGroupOptionsQuery(q), enabled: withGroups && q !== "" });
  if (q === "") return [];
  return [
    ...(groups.data ?? []).map(({ id, name, client }) => ({ kind: "resource_group" as const, id, name, within: client.name })),
    ...(found.data ?? []).map(({ kind, id, title, subtitle }) => ({ kind, id, name: title, within: subtitle })),
  ];
}
