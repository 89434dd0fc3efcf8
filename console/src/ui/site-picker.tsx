// Client and site, in that order; either can be made on the spot.
import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { clientOptionsQuery, createClient, createSite, sitesQuery, useClientChange } from "../api/clients.ts";
import { InlineError } from "./states.tsx";

export interface Place {
  readonly clientId: string;
  readonly siteId: string;
}

interface PickerProps {
  readonly value: Place;
  readonly onChange: (place: Place) => void;
}

export function SitePicker({ value, onChange }: PickerProps) {
  const { t } = useTranslation("common");
  const [search, setSearch] = useState("");
  const [debounced] = useDebouncedValue(search, 150);
  const clients = useQuery(clientOptionsQuery(debounced));
  const sites = useQuery(sitesQuery(value.clientId));
  const [chosen, setChosen] = useState<{ id: string; name: string } | undefined>();
  const makeClient = useClientChange((name: string) => createClient({ name, legalName: "", notes: "" }, crypto.randomUUID()));
  const makeSite = useClientChange((name: string) => createSite(value.clientId, { name, timeZone: "" }, crypto.randomUUID()));

  const clientOptions = (clients.data ?? []).map((client) => ({ value: client.id, label: client.name }));
  if (chosen !== undefined && chosen.id === value.clientId && !clientOptions.some((option) => option.value === chosen.id)) {
    clientOptions.unshift({ value: chosen.id, label: chosen.name });
  }
  const onlySite = sites.data?.length === 1 ? sites.data[0]?.id : undefined;
  const onlyClient = debounced === "" && clients.data?.length === 1 ? clients.data[0]?.id : undefined;
  useEffect(() => {
    if (onlyClient !== undefined && value.clientId === "") onChange({ clientId: onlyClient, siteId: "" });
  }, [onlyClient, value, onChange]);
  useEffect(() => {
    if (onlySite !== undefined && value.siteId === "") onChange({ clientId: value.clientId, siteId: onlySite });
  }, [onlySite, value, onChange]);

  return (
    <div className="v-fields">
      <Choice
        label={t("field.client")}
        placeholder={t("sitePicker.clientPlaceholder")}
        nothing={t("sitePicker.noClients")}
        newLabel={t("sitePicker.newClient")}
        newPlaceholder={t("sitePicker.newClientName")}
        options={clientOptions}
        value={value.clientId}
        search={search}
        onSearch={setSearch}
        onPick={(id) => {
          setChosen(clientOptions.filter((option) => option.value === id).map((option) => ({ id, name: option.label }))[0]);
          onChange({ clientId: id, siteId: "" });
        }}
        onCreate={async (name) => {
          const client = await makeClient.mutateAsync(name);
          setChosen({ id: client.id, name: client.name });
          onChange({ clientId: client.id, siteId: "" });
        }}
      />
      <Choice
        label={t("field.site")}
        placeholder={t("sitePicker.sitePlaceholder")}
        nothing={t("sitePicker.noSites")}
        newLabel={t("sitePicker.newSite")}
        newPlaceholder={t("sitePicker.newSiteName")}
        options={(sites.data ?? []).map((site) => ({ value: site.id, label: site.name }))}
        value={value.siteId}
        disabled={value.clientId === ""}
        startNew={value.clientId !== "" && sites.data?.length === 0}
        onPick={(id) => onChange({ ...value, siteId: id })}
        onCreate={async (name) => {
          const site = await makeSite.mutateAsync(name);
          onChange({ ...value, siteId: site.id });
        }}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  readonly nothing: string;
  readonly newLabel: string;
  readonly newPlaceholder: string;
  readonly options: { value: string; label: string }[];
  readonly value: string;
  readonly disabled?: boolean;
  readonly startNew?: boolean;
  /** What the choice can go back to; with it nothing need be chosen. */
  readonly onClear?: () => void;
  readonly search?: string;
  readonly onSearch?: (text: string) => void;
  readonly onPick: (id: string) => void;
  readonly onCreate: (name: string) => Promise<void>;
}

/** A searchable choice with a "new" button that turns it into a field. */
export function Choice(props: ChoiceProps) {
  const { t } = useTranslation("common");
  const [asked, setAsked] = useState<boolean | undefined>();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const creating = asked ?? props.startNew ?? false;
  const create = async () => {
    if (name.trim() === "") return;
    setBusy(true);
    setError(null);
    try {
      await props.onCreate(name.trim());
      setAsked(undefined);
      setName("");
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void create();
  };
  if (creating) {
    return (
      <div className="v-choice">
        <TextInput
          label={props.label}
          placeholder={props.newPlaceholder}
          value={name}
          maxLength={255}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Button className="v-choice-side" size="sm" loading={busy} disabled={name.trim() === ""} onClick={() => void create()}>
          {t("create")}
        </Button>
        {props.options.length > 0 && (
          <Button className="v-choice-side" size="sm" variant="subtle" onClick={() => setAsked(false)}>
            {t("cancel")}
          </Button>
        )}
        <InlineError error={error} />
      </div>
    );
  }
  return (
    <div className="v-choice">
      <Select
        label={props.label}
        placeholder={props.placeholder}
        data={props.options}
        value={props.value === "" ? null : props.value}
        searchable
        disabled={props.disabled ?? false}
        nothingFoundMessage={props.nothing}
        {...(props.onSearch === undefined ? {} : { searchValue: props.search ?? "", onSearchChange: props.onSearch })}
        clearable={props.onClear !== undefined}
        onChange={(id) => (id === null ? props.onClear?.() : props.onPick(id))}
      />
      <ActionIcon
        className="v-choice-side"
        variant="default"
        size="lg"
        disabled={props.disabled ?? false}
        aria-label={props.newLabel}
        title={props.newLabel}
        onClick={() => setAsked(true)}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </div>
  );
}
