import { Link } from "@tanstack/react-router";
import { useAuditWords } from "./use-words.ts";

/** What an entry is about: its kind and the beginning of its id, and the way to its page where it has one. */
export function SubjectLink({ kind, id }: { kind: string; id: string }) {
  const text = `${useAuditWords().subject(kind)} ${id.slice(0, 8)}`;
  const params = { id };
  const className = "v-link v-nowrap";
  if (kind === "user")
    return (
      <Link className={className} to="/settings/people/$id" params={params}>
        {text}
      </Link>
    );
  if (kind === "client")
    return (
      <Link className={className} to="/clients/$id" params={params}>
        {text}
      </Link>
    );
  if (kind === "resource")
    return (
      <Link className={className} to="/resources/$id" params={params}>
        {text}
      </Link>
    );
  return <span className="v-muted v-nowrap">{text}</span>;
}
