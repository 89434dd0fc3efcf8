// Short notices at the foot of the page, some with Undo. They leave by themselves and are read out politely.
import { CloseButton, UnstyledButton } from "@mantine/core";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Toast {
  readonly text: string;
  readonly tone?: "ok" | "bad";
  readonly undo?: () => void;
}

const SHOWN_MS = 6000;
const AT_ONCE = 3;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation("common");
  const [shown, setShown] = useState<readonly (Toast & { readonly id: number })[]>([]);
  const next = useRef(0);
  const remove = useCallback((id: number) => setShown((all) => all.filter((each) => each.id !== id)), []);
  const show = useCallback(
    (toast: Toast) => {
      next.current += 1;
      const id = next.current;
      setShown((all) => [...all.slice(1 - AT_ONCE), { ...toast, id }]);
      setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div className="v-toasts" role="status" aria-live="polite">
        {shown.map((toast) => (
          <div key={toast.id} className={`v-toast v-toast-${toast.tone ?? "ok"}`}>
            <span className="v-break">{toast.text}</span>
            {toast.undo !== undefined && (
              <UnstyledButton
                className="v-link"
                onClick={() => {
                  toast.undo?.();
                  remove(toast.id);
                }}
              >
                {t("undo")}
              </UnstyledButton>
            )}
            <CloseButton size="sm" aria-label={t("close")} onClick={() => remove(toast.id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}

/** Shows a notice: `show({ text, undo })`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}
