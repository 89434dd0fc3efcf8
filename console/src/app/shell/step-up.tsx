import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { onStepUp } from "../../api/client.ts";
import { FurtherWords } from "../further-words.tsx";

const StepUpDialog = lazy(() => import("../../features/step-up/step-up-dialog.tsx"));

/** Stands by for any action that the server wants proven first; several at once are one question. */
export function StepUp() {
  const [asked, setAsked] = useState<((proven: boolean) => void) | undefined>();
  const open = useRef<Promise<boolean> | undefined>(undefined);
  useEffect(
    () =>
      onStepUp(() => {
        open.current ??= new Promise<boolean>((resolve) => setAsked(() => resolve)).finally(() => {
          open.current = undefined;
          setAsked(undefined);
        });
        return open.current;
      }),
    [],
  );
  if (asked === undefined) return null;
  return (
    <Suspense>
      <FurtherWords>
        <StepUpDialog onAnswer={asked} />
      </FurtherWords>
    </Suspense>
  );
}
