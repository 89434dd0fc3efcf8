import { Tooltip } from "@mantine/core";
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconClockHour4Filled,
  IconHelpCircleFilled,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Presence } from "../api/types.ts";

const MARKS = {
  online: { icon: IconCircleCheckFilled, tone: "ok" },
  not_answering: { icon: IconHelpCircleFilled, tone: "warn" },
  offline: { icon: IconCircleXFilled, tone: "bad" },
  pending: { icon: IconClockHour4Filled, tone: "info" },
  none: { icon: IconCircleDashed, tone: "unknown" },
} as const satisfies Record<Presence, { icon: unknown; tone: string }>;

/** The state of a machine as a shape in a colour; each state has its own shape, so colour is never alone. */
export function PresenceDot({ presence, size = 15 }: { presence: Presence; size?: number }) {
  const { t } = useTranslation("common");
  const { icon: Icon, tone } = MARKS[presence];
  const name = t(`presence.${presence}`);
  return (
    <Tooltip label={name}>
      <span className={`v-presence v-tone-${tone}`} role="img" aria-label={name}>
        <Icon size={size} aria-hidden="true" />
      </span>
    </Tooltip>
  );
}

/** The same with its name in words. */
export function PresenceBadge({ presence }: { presence: Presence }) {
  const { t } = useTranslation("common");
  const { icon: Icon, tone } = MARKS[presence];
  return (
    <span className={`v-badge v-tone-${tone}`}>
      <Icon size={13} aria-hidden="true" />
      {t(`presence.${presence}`)}
    </span>
  );
}
