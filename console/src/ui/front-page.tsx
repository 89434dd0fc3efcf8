import { type ReactNode, useEffect } from "react";
import { Logo } from "./logo.tsx";

/** A page before the shell exists: the mark, one column, nothing else. */
export function FrontPage({ title, lead, wide = false, children }: { title: string; lead?: string; wide?: boolean; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Vigia`;
  }, [title]);
  return (
    <main className="v-front">
      <div className={wide ? "v-front-column v-front-wide" : "v-front-column"}>
        <div className="v-front-brand">
          <Logo size={36} />
          <b>Vigia</b>
        </div>
        <h1>{title}</h1>
        {lead !== undefined && <p className="v-muted">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
