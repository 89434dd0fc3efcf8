// What the palette can do without asking the server.
import { useMantineColorScheme } from "@mantine/core";
import {
  IconBuilding,
  IconBuildingPlus,
  IconDeviceDesktop,
  IconDeviceLaptop,
  IconHistory,
  IconKeyboard,
  IconLanguage,
  IconLayoutDashboard,
  IconLicense,
  IconLock,
  IconMoon,
  IconPackages,
  IconPlus,
  IconPrinter,
  IconSettings,
  IconSun,
  IconUserCircle,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession, useUpdateMe } from "../../api/session.ts";
import { SETTINGS_PLACES } from "../../features/settings/places.ts";
import type { Language } from "../../ui/format.ts";
import { switchLanguage } from "../i18n.ts";

export interface Command {
  readonly id: string;
  readonly group: "goTo" | "actions";
  readonly name: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

export function useCommands(onShortcuts: () => void): Command[] {
  const { t, i18n } = useTranslation(["app", "settings"]);
  const navigate = useNavigate();
  const session = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const update = useUpdateMe();
  const look = (theme: "light" | "dark" | "auto") => {
    setColorScheme(theme);
    update.mutate({ theme });
  };
  const speak = (language: Language) => {
    void switchLanguage(i18n, language);
    update.mutate({ locale: language });
  };
  const size = 16;
  return [
    {
      id: "overview",
      group: "goTo",
      name: t("nav.overview"),
      icon: <IconLayoutDashboard size={size} />,
      run: () => void navigate({ to: "/" }),
    },
    {
      id: "resources",
      group: "goTo",
      name: t("nav.resources"),
      icon: <IconDeviceDesktop size={size} />,
      run: () => void navigate({ to: "/resources", search: {} }),
    },
    {
      id: "software",
      group: "goTo",
      name: t("nav.software"),
      icon: <IconPackages size={size} />,
      run: () => void navigate({ to: "/software", search: {} }),
    },
    {
      id: "licences",
      group: "goTo",
      name: t("nav.licences"),
      icon: <IconLicense size={size} />,
      run: () => void navigate({ to: "/licences", search: {} }),
    },
    {
      id: "clients",
      group: "goTo",
      name: t("nav.clients"),
      icon: <IconBuilding size={size} />,
      run: () => void navigate({ to: "/clients", search: {} }),
    },
    {
      id: "settings",
      group: "goTo",
      name: t("nav.settings"),
      icon: <IconSettings size={size} />,
      run: () => void navigate({ to: "/settings" }),
    },
    ...SETTINGS_PLACES.filter(({ to, permission }) => to !== "/settings" && (permission === undefined || can(session, permission))).map(
      ({ to, word }) => ({
        id: `settings-${word}`,
        group: "goTo" as const,
        name: t(`settings:place.${word}`),
        icon: <IconSettings size={size} />,
        run: () => void navigate({ to }),
      }),
    ),
    {
      id: "account",
      group: "goTo",
      name: t("user.account"),
      icon: <IconUserCircle size={size} />,
      run: () => void navigate({ to: "/account" }),
    },
    ...(can(session, "vault:read")
      ? [
          {
            id: "vault",
            group: "goTo" as const,
            name: t("nav.vault"),
            icon: <IconLock size={size} />,
            run: () => void navigate({ to: "/vault" }),
          },
        ]
      : []),
    ...(can(session, "audit:read")
      ? [
          {
            id: "audit",
            group: "goTo" as const,
            name: t("nav.audit"),
            icon: <IconHistory size={size} />,
            run: () => void navigate({ to: "/audit" }),
          },
        ]
      : []),
    {
      id: "add",
      group: "actions",
      name: t("palette.addMachine"),
      icon: <IconPlus size={size} />,
      run: () => void navigate({ to: "/add", search: {} }),
    },
    ...(can(session, "resources:write")
      ? [
          {
            id: "equipment",
            group: "actions" as const,
            name: t("palette.addEquipment"),
            icon: <IconPrinter size={size} />,
            run: () => void navigate({ to: "/resources/new", search: {} }),
          },
        ]
      : []),
    {
      id: "client",
      group: "actions",
      name: t("palette.newClient"),
      icon: <IconBuildingPlus size={size} />,
      run: () => void navigate({ to: "/clients", search: { create: true } }),
    },
    { id: "light", group: "actions", name: t("palette.useLight"), icon: <IconSun size={size} />, run: () => look("light") },
    { id: "dark", group: "actions", name: t("palette.useDark"), icon: <IconMoon size={size} />, run: () => look("dark") },
    { id: "auto", group: "actions", name: t("palette.useAuto"), icon: <IconDeviceLaptop size={size} />, run: () => look("auto") },
    { id: "en", group: "actions", name: t("palette.english"), icon: <IconLanguage size={size} />, run: () => speak("en") },
    { id: "pt", group: "actions", name: t("palette.portuguese"), icon: <IconLanguage size={size} />, run: () => speak("pt-BR") },
    { id: "keys", group: "actions", name: t("shortcuts.help"), icon: <IconKeyboard size={size} />, run: onShortcuts },
  ];
}
