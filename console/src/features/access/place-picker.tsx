import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { searchQuery } from "../../api/overview.ts";
import { cutText } from "../../ui/visible-text.ts";

export type PlaceKind = "client" | "site" | "resource";
export interface PickedPlace<Kind extends PlaceKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

interface PlacePickerProps<Kind extends PlaceKind> {
  readonly kinds: readonly Kind[];
  readonly picked?: PickedPlace<Kind> | undefined;
  readonly onPick: (place: PickedPlace<Kind>) => void;
}

/** Finds a client, site or machine by a part of its name. */
export function PlacePicker<Kind extends PlaceKind>({ kinds, picked, onPick }: PlacePickerProps<Kind>) {
  const { t } = useTranslation("access");
  const [text, setText] = useState(picked?.name ?? "");
  const [q] = useDebouncedValue(text.trim(), 150);
  const found = useQuery({ ...searchQuery(q), enabled: q !== "" });
  const items = (found.data ?? []).filter((item) => (kinds as readonly string[]).includes(item.kind));
  return (
    <Select
      label={t("place.label")}
      placeholder={t("place.placeholder")}
      searchable
      data={items.map((item) => ({ value: item.id, label: `${cutText(item.title, 80).shown} · ${t(`scope.${item.kind as PlaceKind}`)}` }))}
      filter={({ options }) => options}
      nothingFoundMessage={q === "" ? t("place.type") : t("place.nothing")}
      value={picked?.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        const item = items.find((each) => each.id === id);
        if (item === undefined) return;
        onPick({ kind: item.kind as Kind, id: item.id, name: item.title });
        if (picked === undefined) setText("");
      }}
    />
  );
}
