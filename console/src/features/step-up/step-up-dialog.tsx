import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors.ts";
import { stepUp, stepUpOptions } from "../../api/sign-in-factor.ts";
import { FactorForm } from "../../ui/factor-form.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";

/** Asks the person to prove themselves again, above whatever dialog is open; answers whether they did. */
export default function StepUpDialog({ onAnswer }: { onAnswer: (proven: boolean) => void }) {
  const { t } = useTranslation(["factor", "common"]);
  const [key] = useState(() => crypto.randomUUID());
  const options = useQuery({ queryKey: ["step-up", key], queryFn: stepUpOptions, gcTime: 0, staleTime: Number.POSITIVE_INFINITY });
  const challenge = async () => {
    const { data } = await options.refetch();
    if (data?.passkeyOptions === undefined || data.passkeyOptions === null)
      throw new ApiError(409, "CONFLICT", "there is no passkey to ask for");
    return data.passkeyOptions;
  };
  return (
    <Modal
      opened
      zIndex={350}
      size="sm"
      title={t("stepUp.title")}
      closeOnEscape={false}
      closeOnClickOutside={false}
      onClose={() => onAnswer(false)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onAnswer(false);
      }}
      closeButtonProps={{ "aria-label": t("common:close"), "data-mantine-stop-propagation": "true" } as object}
    >
      <div className="v-stack">
        <p>{t("stepUp.explain")}</p>
        {options.data === undefined &&
          (options.error === null ? (
            <RowSkeleton rows={2} />
          ) : (
            <LoadError what={t("stepUp.what")} error={options.error} onRetry={() => void options.refetch()} />
          ))}
        {options.data !== undefined && (
          <FactorForm
            methods={options.data.methods}
            passkeyOptions={challenge}
            onProof={async (proof) => {
              await stepUp(proof);
              onAnswer(true);
            }}
            onCancel={() => onAnswer(false)}
            cancelWord={t("common:cancel")}
          />
        )}
      </div>
    </Modal>
  );
}
