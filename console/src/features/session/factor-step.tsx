import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors.ts";
import type { FactorWanted } from "../../api/session.ts";
import { signInChallenge, useProveFactor } from "../../api/sign-in-factor.ts";
import { FactorForm } from "../../ui/factor-form.tsx";
import { FrontPage } from "../../ui/front-page.tsx";

interface FactorStepProps {
  readonly wanted: FactorWanted;
  readonly onDone: () => Promise<void>;
  /** The ticket is over, or the person wants another account. */
  readonly onStartAgain: () => void;
}

/** The second step of signing in. */
export default function FactorStep({ wanted, onDone, onStartAgain }: FactorStepProps) {
  const { t } = useTranslation("factor");
  const prove = useProveFactor();
  return (
    <FrontPage title={t("title")} lead={t("lead")}>
      <FactorForm
        methods={wanted.methods}
        passkeyOptions={() => signInChallenge(wanted)}
        onProof={async (proof) => {
          if (proof.method === "password") throw new ApiError(400, "INVALID_INPUT", "a password is no second factor");
          await prove.mutateAsync({ ticket: wanted.ticket, ...proof });
          await onDone();
        }}
        onCancel={onStartAgain}
        cancelWord={t("startAgain")}
      />
    </FrontPage>
  );
}
