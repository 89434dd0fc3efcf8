// The two halves of a grant: sets of permissions, and sets of places.
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AttendantGroup,
  attendantGroupsQuery,
  deleteAttendantGroup,
  deletePermissionGroup,
  type PermissionGroup,
  permissionGroupsQuery,
} from "../../api/access.ts";
import { useChange } from "../../api/change.ts";
import { can, useSession } from "../../api/session.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { useToast } from "../../ui/toast.tsx";
import { AttendantGroupForm } from "./attendant-group-form.tsx";
import { useGroupName } from "./group-name.ts";
import { PermissionGroupForm } from "./permission-group-form.tsx";
import { ALL_PERMISSIONS } from "./permissions.ts";

/** Which form is open: of a group, of a new one, or none. */
type Open<Group> = Group | "new" | undefined;

export function GroupsPage() {
  return (
    <>
      <PermissionGroups />
      <AttendantGroups />
    </>
  );
}

function PermissionGroups() {
  const { t } = useTranslation(["access", "common"]);
  const format = useFormat();
  const mayManage = can(useSession(), "accounts:manage");
  const groups = useQuery(permissionGroupsQuery);
  const groupName = useGroupName();
  const [open, setOpen] = useState<Open<PermissionGroup>>();
  const remove = useChange(["access"], deletePermissionGroup);
  const countOf = (group: PermissionGroup) => (group.predefined === "administrators" ? ALL_PERMISSIONS.length : group.permissions.length);
  return (
    <Section
      title={t("groups.permissions")}
      aside={mayManage && <NewButton word={t("groups.newPermissions")} onClick={() => setOpen("new")} />}
    >
      <p className="v-muted v-section-lead">{t("groups.permissionsHelp")}</p>
      <Loaded query={groups} what={t("groups.what")}>
        {(rows) => (
          <ul className="v-list">
            {rows.map((group) => (
              <GroupRow
                key={group.id}
                name={groupName(group)}
                note={`${group.description === "" ? "" : `${group.description} · `}${t("groups.count", { count: countOf(group), number: format.whole(countOf(group)) })}`}
                editable={mayManage && group.predefined !== "administrators"}
                removable={mayManage && group.predefined === null}
                onOpen={() => setOpen(group)}
                onRemove={() => remove.mutateAsync(group)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {open !== undefined && (
        <PermissionGroupForm group={open === "new" ? undefined : open} editable={mayManage} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  );
}

function AttendantGroups() {
  const { t } = useTranslation(["access", "common"]);
  const format = useFormat();
  const mayManage = can(useSession(), "accounts:manage");
  const groups = useQuery(attendantGroupsQuery);
  const groupName = useGroupName();
  const [open, setOpen] = useState<Open<AttendantGroup>>();
  const remove = useChange(["access"], deleteAttendantGroup);
  const note = ({ scopes }: AttendantGroup) =>
    scopes.some(({ kind }) => kind === "all")
      ? t("groups.everywhere")
      : t("groups.scopes", { count: scopes.length, number: format.whole(scopes.length) });
  return (
    <Section title={t("groups.places")} aside={mayManage && <NewButton word={t("groups.newPlaces")} onClick={() => setOpen("new")} />}>
      <p className="v-muted v-section-lead">{t("groups.placesHelp")}</p>
      <Loaded query={groups} what={t("groups.what")}>
        {(rows) => (
          <ul className="v-list">
            {rows.map((group) => (
              <GroupRow
                key={group.id}
                name={groupName(group)}
                note={note(group)}
                editable={mayManage && group.predefined === null}
                removable={mayManage && group.predefined === null}
                onOpen={() => setOpen(group)}
                onRemove={() => remove.mutateAsync(group)}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {open !== undefined && <AttendantGroupForm group={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

function NewButton({ word, onClick }: { word: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onClick}>
      {word}
    </Button>
  );
}

interface GroupRowProps {
  readonly name: string;
  readonly note: string;
  readonly editable: boolean;
  readonly removable: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => Promise<unknown>;
}

function GroupRow({ name, note, editable, removable, onOpen, onRemove }: GroupRowProps) {
  const { t } = useTranslation(["access", "common"]);
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  return (
    <li className="v-list-row v-list-actions">
      <span className="v-list-main">
        <span className="v-strong v-break">{name}</span>
        <span className="v-muted v-break">{note}</span>
      </span>
      {editable && (
        <Button size="compact-xs" variant="default" onClick={onOpen}>
          {t("common:edit")}
        </Button>
      )}
      {removable && (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          {t("common:delete")}
        </Button>
      )}
      <Confirm
        opened={asking}
        title={t("groups.deleteTitle", { name })}
        text={t("groups.deleteText")}
        action={t("common:delete")}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await onRemove();
          toast({ text: t("groups.deleted", { name }) });
        }}
      />
    </li>
  );
}
