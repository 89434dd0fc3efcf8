// A group of one client's machines, or none; a new one can be made on the spot.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { createGroup, groupsOfClientQuery } from "../../api/resource-groups.ts";
import { Choice } from "../../ui/site-picker.tsx";

interface GroupPickerProps {
  /** "" while no client is chosen. */
  readonly clientId: string;
  readonly value: string | null;
  readonly onChange: (groupId: string | null) => void;
}

export function GroupPicker({ clientId, value, onChange }: GroupPickerProps) {
  const { t } = useTranslation("equipment");
  const groups = useQuery(groupsOfClientQuery(clientId));
  const make = useChange(["resource-groups"], (name: string) => createGroup(clientId, name, crypto.randomUUID()));
  return (
    <Choice
      label={t("group")}
      placeholder={t("noGroup")}
      nothing={t("noGroup")}
      newLabel={t("newGroup")}
      newPlaceholder={t("newGroupName")}
      options={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? ""}
      disabled={clientId === ""}
      onPick={onChange}
      onClear={() => onChange(null)}
      onCreate={async (name) => onChange((await make.mutateAsync(name)).id)}
    />
  );
}
