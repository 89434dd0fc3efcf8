import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconApi, IconDeviceLaptop, IconKeyboard, IconLogout, IconMoon, IconSun, IconUserCircle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { signOut, useSession, useUpdateMe } from "../../api/session.ts";
import { useErrorText } from "../../ui/error-text.ts";
import type { Language } from "../../ui/format.ts";
import { LANGUAGES } from "../../ui/languages.ts";
import { useToast } from "../../ui/toast.tsx";
import { switchLanguage } from "../i18n.ts";

const THEMES = [
  { value: "light", icon: IconSun },
  { value: "dark", icon: IconMoon },
  { value: "auto", icon: IconDeviceLaptop },
] as const;

type Theme = (typeof THEMES)[number]["value"];

interface UserMenuProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onShortcuts: () => void;
  /** The button it belongs to. */
  readonly children: ReactElement;
}

/** What the person can do about themselves. Fetched when the button is first reached; it opens at once if it was already pressed. */
export default function UserMenu({ opened, onChange, onShortcuts, children }: UserMenuProps) {
  const session = useSession();
  const { t, i18n } = useTranslation(["app", "common"]);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const update = useUpdateMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const errorText = useErrorText();
  const refused = { onError: (error: Error) => toast({ text: errorText(error), tone: "bad" as const }) };
  const dress = (theme: Theme) => {
    setColorScheme(theme);
    update.mutate({ theme }, refused);
  };
  const speak = (language: Language) => {
    void switchLanguage(i18n, language);
    update.mutate({ locale: language }, refused);
  };
  const leave = async () => {
    try {
      await signOut(queries);
      await navigate({ to: "/signin", search: {} });
    } catch (error) {
      toast({ text: errorText(error), tone: "bad" });
    }
  };
  return (
    <Menu position="bottom-end" width={240} opened={opened} onChange={onChange}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className="v-menu-who">
          <b className="v-cut">{session.user.name}</b>
          <span className="v-cut">{session.user.email}</span>
        </Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={15} />} onClick={() => void navigate({ to: "/account" })}>
          {t("user.account")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("user.theme")}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => dress(value as Theme)}>
          {THEMES.map(({ value, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value}>
              <span className="v-with-icon">
                <Icon size={15} aria-hidden="true" />
                {t(`user.${value}`)}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t("user.language")}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(value) => speak(value as Language)}>
          {LANGUAGES.map(([language, name]) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={15} />} onClick={onShortcuts}>
          {t("user.shortcuts")}
        </Menu.Item>
        <Menu.Item component="a" href="/api/docs" target="_blank" rel="noreferrer" leftSection={<IconApi size={15} />}>
          {t("user.api")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void leave()}>
          {t("common:signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
