import { useEffect, useRef } from "react";
import { advance, type Pending } from "./keys.ts";

/** True where a press is meant for a field or a dialog and not for the page. */
function meantForAnother(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], [role="alertdialog"]') !== null) return true;
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Page shortcuts for as long as the component is shown: `{ "g r": open, "/": focusFilter }`. "mod+…" works in fields too. */
export function useShortcuts(shortcuts: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    let pending: Pending | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const withModifier = event.ctrlKey || event.metaKey;
      if (!withModifier && meantForAnother(event.target)) return;
      const result = advance(Object.keys(latest.current), pending, event, performance.now());
      pending = result.pending;
      if (result.match === undefined) return;
      event.preventDefault();
      latest.current[result.match]?.(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
