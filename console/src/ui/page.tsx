// The frame of a page: what it is, what can be done with it, then its content.
import type { ReactNode } from "react";
import { useEffect } from "react";

interface PageProps {
  readonly title: string;
  /** What replaces the plain title, where the title is more than words. */
  readonly heading?: ReactNode;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  /** A page that scrolls its own list takes the whole height. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, heading, sub, actions, fill = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Vigia`;
  }, [title]);
  return (
    <div className={fill ? "v-page v-page-fill" : "v-page"}>
      <header className="v-page-head">
        <div className="v-page-title">
          {heading ?? <h1>{title}</h1>}
          {sub !== undefined && <div className="v-page-sub">{sub}</div>}
        </div>
        {actions !== undefined && <div className="v-page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** One titled block of a page; a line above it instead of a box around it. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="v-section" aria-label={title}>
      <div className="v-section-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
