import { lazy, Suspense } from "react";
import type { ConfirmDialogProps } from "./confirm-dialog.tsx";

const ConfirmDialog = lazy(() => import("./confirm-dialog.tsx"));

/** Asks before a thing that cannot be taken back. The dialog is fetched when it is first needed. */
export function Confirm({ opened, ...dialog }: ConfirmDialogProps & { readonly opened: boolean }) {
  return <Suspense>{opened && <ConfirmDialog {...dialog} />}</Suspense>;
}
