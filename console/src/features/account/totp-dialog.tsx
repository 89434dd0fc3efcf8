import { Button, Modal, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { beginTotp, confirmTotp, useMyChange } from "../../api/account.ts";
import { CopyLine } from "../../ui/copy-line.tsx";
import { InlineError, LoadError } from "../../ui/states.tsx";
import { QrCode } from "./qr.tsx";

interface TotpDialogProps {
  /** The new recovery codes, when this was the first factor. */
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Adds an authenticator app: scan or type the secret, then show one code as proof. */
export function TotpDialog({ onDone, onClose }: TotpDialogProps) {
  const { t } = useTranslation(["account", "common"]);
  const [code, setCode] = useState("");
  // One secret per opening of the dialog: a repeated request would make the scanned one worthless.
  const [key] = useState(() => crypto.randomUUID());
  const begun = useQuery({
    queryKey: ["totp", key],
    queryFn: beginTotp,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const confirm = useMyChange(confirmTotp);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.replaceAll(" ", ""), { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  };
  return (
    <Modal opened onClose={onClose} title={t("totp.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {begun.error !== null ? (
        <LoadError what={t("totp.what")} error={begun.error} onRetry={() => void begun.refetch()} />
      ) : (
        <form className="v-stack" onSubmit={submit}>
          <p>{t("totp.scan")}</p>
          {begun.data === undefined ? <Skeleton className="v-qr" /> : <QrCode text={begun.data.uri} label={t("totp.qr")} />}
          <p className="v-muted">{t("totp.manual")}</p>
          <CopyLine label={t("totp.secret")} text={begun.data === undefined ? "…" : (begun.data.secret.match(/.{1,4}/g) ?? []).join(" ")} />
          <TextInput
            label={t("totp.code")}
            className="v-code-field"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            data-autofocus
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              confirm.reset();
            }}
          />
          <InlineError error={confirm.error} />
          <div className="v-buttons">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={confirm.isPending} disabled={!/^\d{3} ?\d{3}$/.test(code.trim()) || begun.data === undefined}>
              {t("totp.confirm")}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
