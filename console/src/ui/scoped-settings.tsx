// Settings of one scope: the value that holds, where it comes from, and the way to set or give it back.
import { Button, NumberInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession } from "../api/session.ts";
import { putSetting, settingsQuery } from "../api/settings.ts";
import type { Setting, SettingScope } from "../api/types.ts";
import { useFormat } from "./locale.tsx";
import { InlineError, LoadError, RowSkeleton } from "./states.tsx";
import { useToast } from "./toast.tsx";

interface Scope {
  readonly scope: SettingScope;
  readonly id: string;
}

const KNOWN = {
  "agent.metricsIntervalSeconds": { word: "metricsIntervalSeconds", unit: "seconds", least: 5, most: 3600 },
  "agent.factsIntervalSeconds": { word: "factsIntervalSeconds", unit: "seconds", least: 60, most: 86_400 },
  "files.maxFileMebibytes": { word: "maxFileMebibytes", unit: "mebibytes", least: 1, most: 1_000_000 },
  "files.quotaGibibytes": { word: "quotaGibibytes", unit: "gibibytes", least: 1, most: 1_000_000 },
} as const;
const BYTES = { mebibytes: 2 ** 20, gibibytes: 2 ** 30 } as const;
const isKnown = (key: string): key is keyof typeof KNOWN => Object.hasOwn(KNOWN, key);

export function ScopedSettings({ scope, id }: Scope) {
  const { t } = useTranslation("scoped");
  const { data, error, refetch } = useQuery(settingsQuery(scope, id));
  if (data === undefined)
    return error === null ? <RowSkeleton rows={3} /> : <LoadError what={t("loadWhat")} error={error} onRetry={() => void refetch()} />;
  return (
    <div className="v-settings">
      {data.map((setting) => (
        <OneSetting key={setting.key} setting={setting} scope={scope} id={id} />
      ))}
    </div>
  );
}

function OneSetting({ setting, scope, id }: Scope & { setting: Setting }) {
  const { t } = useTranslation(["scoped", "common"]);
  const session = useSession();
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState<string | number | undefined>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!isKnown(setting.key)) return null;
  const { word, unit, least, most } = KNOWN[setting.key];
  const shown = (amount: number) => (unit === "seconds" ? format.duration(amount) : format.bytes(amount * BYTES[unit]));
  const value = Number(setting.value);
  const wanted = draft === undefined ? value : Number(draft);
  const wrong = draft !== undefined && (draft === "" || !Number.isInteger(wanted) || wanted < least || wanted > most);
  const limits = { least: shown(least), most: shown(most) };
  const here = setting.overridden !== null;

  const put = async (next: number | null) => {
    setBusy(true);
    setError(null);
    try {
      await putSetting(scope, id, setting.key, next);
      setDraft(undefined);
      toast({ text: t("saved") });
      await queries.invalidateQueries({ queryKey: ["settings"] });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong && draft !== undefined) void put(wanted);
  };
  const origin = here
    ? t("setHere")
    : setting.origin === null
      ? t("defaultOrigin")
      : t(`origin.${setting.origin.scope}`, { name: setting.origin.name });
  return (
    <form className="v-setting" onSubmit={submit}>
      <div className="v-setting-words">
        <b className="v-strong">{t(`key.${word}`)}</b>
        <p className="v-muted">{t(`help.${word}`, limits)}</p>
        <p>
          {unit === "seconds" ? t("every", { duration: shown(value) }) : t("upTo", { size: shown(value) })}{" "}
          <span className="v-origin">{origin}</span>
        </p>
      </div>
      {can(session, "settings:write") && (
        <div className="v-setting-edit">
          <NumberInput
            aria-label={t(`key.${word}`)}
            value={draft ?? value}
            suffix={` ${t(unit)}`}
            allowDecimal={false}
            allowNegative={false}
            error={wrong ? t("outOfRange", { least: format.whole(least), most: format.whole(most) }) : undefined}
            onChange={setDraft}
            onKeyDown={(event) => event.key === "Escape" && setDraft(undefined)}
          />
          <Button size="sm" type="submit" loading={busy} disabled={wrong || draft === undefined || wanted === value}>
            {t("set")}
          </Button>
          {here && (
            <Button size="sm" variant="default" disabled={busy} onClick={() => void put(null)}>
              {t("reset")}
            </Button>
          )}
        </div>
      )}
      <InlineError error={error} />
    </form>
  );
}
