// The settings area: its places on the left, one of them beside; on a phone the places are a row to swipe.
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession } from "../../api/session.ts";
import { Page } from "../../ui/page.tsx";
import { PHONE_PLACES, SETTINGS_PLACES } from "./places.ts";

export function SettingsLayout() {
  const { t } = useTranslation("settings");
  const session = useSession();
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // On a telephone the row of places is wider than the screen: the present one is brought into view.
  useEffect(() => {
    if (path !== "") nav.current?.querySelector(".active")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <Page title={t("title")}>
      <div className="v-area">
        <nav ref={nav} className="v-area-nav" aria-label={t("title")}>
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
