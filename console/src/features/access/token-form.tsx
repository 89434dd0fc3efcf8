import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { createApiToken } from "../../api/credentials.ts";
import { can, useSession } from "../../api/session.ts";
import { serverNow } from "../../ui/clock.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { PermissionPicker } from "./permission-picker.tsx";
import { TOKEN_SCOPES, type TokenScope } from "./permissions.ts";

const DAYS = [7, 30, 90, 365] as const;
const DAY_MS = 86_400_000;

interface TokenFormProps {
  readonly onDone: (token: string) => void;
  readonly onClose: () => void;
}

export function TokenForm({ onDone, onClose }: TokenFormProps) {
  const { t } = useTranslation(["access", "common"]);
  const session = useSession();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<TokenScope[]>([]);
  const [days, setDays] = useState<number>(90);
  const [networks, setNetworks] = useState("");
  const [checked, setChecked] = useState(false);
  const create = useChange(["api-tokens"], createApiToken);
  const submit = () => {
    setChecked(true);
    if (name.trim() === "" || scopes.length === 0) return;
    const cidrs = [...new Set(networks.split(/[\s,;]+/).filter((network) => network !== ""))];
    // A minute less than the days: the server counts from its own clock and refuses more than a year.
    const expiresAt = new Date(serverNow() + days * DAY_MS - 60_000).toISOString();
    create.mutate({ name: name.trim(), scopes, cidrs, expiresAt }, { onSuccess: ({ token }) => onDone(token) });
  };
  return (
    <FormDialog
      title={t("tokens.add")}
      size="lg"
      submitWord={t("common:create")}
      dirty={name !== "" || scopes.length > 0 || networks !== ""}
      busy={create.isPending}
      error={create.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("tokens.name")}
        description={t("tokens.nameHelp")}
        value={name}
        maxLength={100}
        data-autofocus
        error={checked && name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PermissionPicker offered={TOKEN_SCOPES.filter((scope) => can(session, scope))} chosen={scopes} onChange={setScopes} />
      {checked && scopes.length === 0 && (
        <p className="v-inline-error" role="alert">
          {t("tokens.noScope")}
        </p>
      )}
      <NativeSelect
        label={t("tokens.expires")}
        value={String(days)}
        data={DAYS.map((count) => ({ value: String(count), label: t("tokens.days", { count }) }))}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
      />
      <Textarea
        label={t("tokens.networks")}
        description={t("tokens.networksHelp")}
        placeholder="203.0.113.0/24"
        autosize
        minRows={1}
        maxRows={5}
        value={networks}
        onChange={(event) => setNetworks(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
