import type { ReactNode } from "react";

/** Holds a table that may be wider than the page; it scrolls by itself and can be reached by keyboard for that. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="v-table-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
