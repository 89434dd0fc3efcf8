// The settings area: its places on the left, one of them beside; on a phone the places are a row to swipe.
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../api/session.ts";
import { Page } from "../../ui/page.tsx";
import { PHONE_PLACES, SETTINGS_PLACES } from "./places.ts";

export function SettingsLayout() {
  const { t } = useTranslation("settings");
  const session = useSession();
  return (
    <Page title={t("title")}>
      <div className="v-area">
        <nav className="v-area-nav" aria-label={t("title")}>
          {SETTINGS_PLACES.filter(({ permission }) => permission === undefined || can(session, permission)).map(({ to, word }) => (
            <Link key={to} to={to} className="v-area-link" activeOptions={{ exact: to === "/settings", includeSearch: false }}>
              {t(`place.${word}`)}
            </Link>
          ))}
          {PHONE_PLACES.filter(({ permission }) => can(session, permission)).map(({ to, word }) => (
            <Link key={to} to={to} className="v-area-link v-phone-only">
              {t(`place.${word}`)}
            </Link>
          ))}
        </nav>
        <div className="v-area-page">
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
