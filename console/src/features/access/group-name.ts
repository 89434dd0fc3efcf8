import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { attendantGroupsQuery, permissionGroupsQuery } from "../../api/access.ts";
import { cutText } from "../../ui/visible-text.ts";

const PREDEFINED = [
  "administrators",
  "tenant_admin",
  "client_admin",
  "technician",
  "scripter",
  "approver",
  "helpdesk",
  "viewer",
  "all",
] as const;

/** The name of a group: those that come with every organization are named in the reader's language. */
export function useGroupName(): (group: { readonly name: string; readonly predefined: string | null }) => string {
  const { t } = useTranslation("access");
  return ({ name, predefined }) => {
    const known = PREDEFINED.find((each) => each === predefined);
    return known === undefined ? cutText(name).shown : t(`predefined.${known}`);
  };
}

/** The same for a group of which only the stored name is known. */
export function useStoredGroupName(): (name: string) => string {
  const groupName = useGroupName();
  const groups = [...(useQuery(permissionGroupsQuery).data ?? []), ...(useQuery(attendantGroupsQuery).data ?? [])];
  return (name) => groupName(groups.find((group) => group.name === name) ?? { name, predefined: null });
}
