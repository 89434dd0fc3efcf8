import type { ReactNode } from "react";

/** Holds a table that may be wider than the page; it scrolls by itself and can be reached by keyboard for that. */
export function TableBox({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="v-table-box" tabIndex={0}>
      {children}
    </div>
  );
}
