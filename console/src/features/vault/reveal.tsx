import { Button, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy, IconEye, IconEyeOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { revealSecret } from "../../api/vault.ts";
import { useErrorText } from "../../ui/error-text.ts";
import { useToast } from "../../ui/toast.tsx";
import { visibleText } from "../../ui/visible-text.ts";

/** How long a secret stays on the screen, milliseconds. */
const SHOWN_MS = 30_000;

/** Shows a secret for half a minute. It is kept nowhere but here, and forgotten with the component. */
export function Reveal({ id }: { id: string }) {
  const { t } = useTranslation(["vault", "common"]);
  const toast = useToast();
  const errorText = useErrorText();
  const [value, setValue] = useState<string | undefined>();
  const reveal = useChange(["vault"], revealSecret);
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = setTimeout(() => setValue(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [value]);
  if (value === undefined)
    return (
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconEye size={13} />}
        loading={reveal.isPending}
        onClick={() =>
          reveal.mutate(id, {
            onSuccess: (answer) => {
              setValue(answer.value);
              reveal.reset();
            },
            onError: (error) => toast({ text: errorText(error), tone: "bad" }),
          })
        }
      >
        {t("reveal")}
      </Button>
    );
  return (
    <span className="v-revealed" aria-live="polite">
      <code className="v-break">{visibleText(value)}</code>
      <CopyButton value={value} timeout={2000}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            onClick={copy}
          >
            {copied ? t("common:copied") : t("common:copy")}
          </Button>
        )}
      </CopyButton>
      <Button size="compact-xs" variant="default" leftSection={<IconEyeOff size={13} />} onClick={() => setValue(undefined)}>
        {t("hide")}
      </Button>
    </span>
  );
}
