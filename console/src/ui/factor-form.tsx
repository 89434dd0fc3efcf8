import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactorMethod } from "../api/session.ts";
import { askPasskey, type PasskeyOptions } from "../api/sign-in-factor.ts";
import { FactorError } from "./factor-error.tsx";

export type Method = FactorMethod | "password";
export type Proof =
  | { readonly method: "totp" | "recovery_code"; readonly code: string }
  | { readonly method: "password"; readonly password: string }
  | { readonly method: "passkey"; readonly assertion: unknown };

interface FactorFormProps {
  readonly methods: readonly Method[];
  /** A fresh challenge for the browser. */
  readonly passkeyOptions: () => Promise<PasskeyOptions>;
  /** Sends the proof; a refusal is shown here and what was typed stays. */
  readonly onProof: (proof: Proof) => Promise<unknown>;
  readonly onCancel: () => void;
  readonly cancelWord: string;
}

const ORDER: readonly Method[] = ["passkey", "totp", "password", "recovery_code"];
/** A dialog below must not take Escape for its own. */
const own = { "data-mantine-stop-propagation": "true" };

/** Asks for one proof, the strongest first; every other way is one click away. */
export function FactorForm({ methods, passkeyOptions, onProof, onCancel, cancelWord }: FactorFormProps) {
  const { t } = useTranslation("factor");
  const offered = ORDER.filter((each) => methods.includes(each));
  const [chosen, setChosen] = useState<Method | undefined>();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const method = chosen ?? offered[0] ?? "password";
  const prove = async () => {
    if (method === "passkey") return onProof({ method, assertion: await askPasskey(await passkeyOptions()) });
    if (method === "password") return onProof({ method, password: text });
    return onProof({ method, code: text.replaceAll(" ", "") });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await prove();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const field = {
    ...own,
    label: t(`method.${method}`),
    value: text,
    autoFocus: true,
    "data-autofocus": true,
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      setText(event.currentTarget.value);
      setError(null);
    },
  };
  return (
    <form className="v-stack" onSubmit={(event) => void submit(event)}>
      {method === "passkey" && <p className="v-muted">{t("passkeyHelp")}</p>}
      {method === "password" && <PasswordInput key={method} {...field} maxLength={1000} autoComplete="current-password" />}
      {method === "totp" && (
        <TextInput key={method} {...field} className="v-code-field" inputMode="numeric" maxLength={7} autoComplete="one-time-code" />
      )}
      {method === "recovery_code" && (
        <TextInput
          key={method}
          {...field}
          className="v-code-field"
          description={t("recoveryHelp")}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <FactorError error={error} />
      <div className="v-buttons">
        <Button {...own} variant="default" onClick={onCancel}>
          {cancelWord}
        </Button>
        <Button {...own} type="submit" loading={busy} disabled={method !== "passkey" && text.trim() === ""}>
          {method === "passkey" ? t("askPasskey") : t("submit")}
        </Button>
      </div>
      {offered.length > 1 && (
        <div className="v-other-ways">
          {offered
            .filter((other) => other !== method)
            .map((other) => (
              <button
                key={other}
                {...own}
                type="button"
                className="v-link v-plain"
                onClick={() => {
                  setChosen(other);
                  setText("");
                  setError(null);
                }}
              >
                {t(`useInstead.${other}`)}
              </button>
            ))}
        </div>
      )}
    </form>
  );
}
