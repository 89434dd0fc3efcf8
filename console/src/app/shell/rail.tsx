import { ActionIcon, Tooltip } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import {
  IconBuilding,
  IconDeviceDesktop,
  IconHistory,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLicense,
  IconLock,
  IconPackages,
  IconPlus,
  IconSettings,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Logo } from "../../ui/logo.tsx";

const PLACES = [
  { to: "/", word: "overview", short: "overview", icon: IconLayoutDashboard },
  { to: "/resources", word: "resources", short: "resources", icon: IconDeviceDesktop },
  { to: "/clients", word: "clients", short: "clients", icon: IconBuilding },
  { to: "/add", word: "add", short: "addShort", icon: IconPlus },
  { to: "/settings", word: "settings", short: "settingsShort", icon: IconSettings },
] as const;
/** Beside those, where there is room and permission. */
const WIDE_PLACES = [
  { to: "/software", word: "software", icon: IconPackages, permission: "resources:read" },
  { to: "/licences", word: "licences", icon: IconLicense, permission: "resources:read" },
  { to: "/vault", word: "vault", icon: IconLock, permission: "vault:read" },
  { to: "/audit", word: "audit", icon: IconHistory, permission: "audit:read" },
] as const;

export function Rail({ organization, permissions }: { organization: string; permissions: readonly string[] }) {
  const { t } = useTranslation("app");
  const [narrow, setNarrow] = useLocalStorage({ key: "vigia.rail-narrow", defaultValue: false, getInitialValueInEffect: false });
  const places = [...PLACES.slice(0, -1), ...WIDE_PLACES.filter(({ permission }) => permissions.includes(permission)), ...PLACES.slice(-1)];
  const toggle = narrow ? t("nav.expand") : t("nav.collapse");
  return (
    <nav className={narrow ? "v-rail v-rail-narrow" : "v-rail"} aria-label={t("nav.label")}>
      <Link to="/" className="v-brand">
        <Logo />
        <span className="v-brand-words">
          <b>Vigia</b>
          <span title={organization}>{organization}</span>
        </span>
      </Link>
      <ul className="v-rail-links">
        {places.map(({ to, word, icon: Icon }) => (
          <li key={to}>
            <Tooltip label={t(`nav.${word}`)} position="right" disabled={!narrow}>
              <Link to={to} className="v-rail-link" activeOptions={{ exact: to === "/" }} aria-label={t(`nav.${word}`)}>
                <Icon size={17} stroke={1.7} aria-hidden="true" />
                <span className="v-rail-word">{t(`nav.${word}`)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Tooltip label={toggle} position="right">
        <ActionIcon className="v-rail-toggle" aria-label={toggle} onClick={() => setNarrow(!narrow)}>
          {narrow ? <IconLayoutSidebarLeftExpand size={17} stroke={1.7} /> : <IconLayoutSidebarLeftCollapse size={17} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}

export function BottomBar() {
  const { t } = useTranslation("app");
  return (
    <nav className="v-bottom" aria-label={t("nav.label")}>
      {PLACES.map(({ to, short, icon: Icon }) => (
        <Link key={to} to={to} className="v-bottom-link" activeOptions={{ exact: to === "/" }}>
          <Icon size={20} stroke={1.7} aria-hidden="true" />
          <span>{t(`nav.${short}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
