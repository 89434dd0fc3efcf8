import { useTranslation } from "react-i18next";
import { AgentText } from "./agent-text.tsx";
import { events } from "./locale-events.en.ts";

const isKnown = (kind: string): kind is keyof typeof events => Object.hasOwn(events, kind);

/** What happened, in words; a kind this console does not know yet is shown as the server named it. */
export function EventName({ kind }: { kind: string }) {
  const { t } = useTranslation("events");
  return isKnown(kind) ? t(kind) : <AgentText text={kind} expandable={false} />;
}
