import { IconKey } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ServerKey } from "../../api/server-keys.ts";
import { ServerKeyActions } from "../../ui/server-key-actions.tsx";

/** Stays on every page until the person has a copy of this key. */
export default function ServerKeyBanner({ which }: { which: ServerKey }) {
  const { t } = useTranslation("common");
  return (
    <section className="v-bar v-bar-info" aria-label={t(`${which}.title`)}>
      <IconKey size={15} aria-hidden="true" />
      <span>{t(`${which}.banner`)}</span>
      <ServerKeyActions key={which} which={which} />
    </section>
  );
}
