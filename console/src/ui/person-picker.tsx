// Finding one person of the organization by a part of the name or address; the server searches.
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleOptionsQuery, personQuery } from "../api/access.ts";
import { cutText } from "./visible-text.ts";

interface PersonPickerProps {
  readonly label: string;
  /** undefined: nobody yet. */
  readonly picked: string | undefined;
  /** These are not offered. */
  readonly without?: readonly string[];
  /** undefined when the choice was taken back. */
  readonly onPick: (id: string | undefined) => void;
}

export function PersonPicker({ label, picked, without = [], onPick }: PersonPickerProps) {
  const { t } = useTranslation("access");
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text.trim(), 150);
  const one = useQuery({ ...personQuery(picked ?? ""), enabled: picked !== undefined });
  const shown = one.data === undefined ? undefined : labelOf(one.data);
  // What stands in the field after a choice is that person's name, and no search for others.
  const found = useQuery(peopleOptionsQuery(q === shown ? "" : q));
  const people = (found.data ?? []).filter(({ id }) => !without.includes(id));
  const options = people.map((person) => ({ value: person.id, label: labelOf(person) }));
  if (picked !== undefined && shown !== undefined && !people.some(({ id }) => id === picked))
    options.unshift({ value: picked, label: shown });
  return (
    <Select
      label={label}
      placeholder={t("explain.choosePerson")}
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t("people.nobody")}
      value={picked ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => onPick(id ?? undefined)}
    />
  );
}

const labelOf = ({ name, email }: { name: string; email: string }): string => `${cutText(name, 80).shown} · ${email}`;

/** The name behind a person's id. */
export function PersonName({ id }: { id: string }) {
  return usePersonName(id);
}

/** The same as text; an ellipsis until it is known. */
export function usePersonName(id: string): string {
  const { data } = useQuery({ ...personQuery(id), enabled: id !== "" });
  return cutText(data?.name ?? "…", 60).shown;
}
