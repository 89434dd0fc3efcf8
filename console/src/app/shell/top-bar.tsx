import { ActionIcon, Kbd, UnstyledButton } from "@mantine/core";
import { IconSearch, IconUserCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { Logo } from "../../ui/logo.tsx";
import { Bell } from "./bell.tsx";

const UserMenu = lazy(() => import("./user-menu.tsx"));

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function TopBar({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const { t } = useTranslation("app");
  return (
    <section className="v-top" aria-label={t("toolbar")}>
      <Link to="/" className="v-top-brand" aria-label="Vigia">
        <Logo size={26} />
      </Link>
      <UnstyledButton className="v-search" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={15} aria-hidden="true" />
        <span className="v-search-words">{t("searchHint")}</span>
        <Kbd size="xs" aria-hidden="true">
          {onMac ? "⌘K" : "Ctrl K"}
        </Kbd>
      </UnstyledButton>
      <div className="v-top-mine">
        <Bell />
        <UserButton onShortcuts={onShortcuts} />
      </div>
    </section>
  );
}

/** The button of the user's menu; the menu behind it comes with the first press. */
function UserButton({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation("app");
  const { user } = useSession();
  const [wanted, setWanted] = useState(false);
  const [opened, setOpened] = useState(false);
  const button = (
    <ActionIcon
      size="lg"
      aria-label={t("user.menu", { name: user.name })}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={() => {
        setWanted(true);
        if (!wanted) setOpened(true);
      }}
    >
      <IconUserCircle size={20} stroke={1.6} />
    </ActionIcon>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <UserMenu opened={opened} onChange={setOpened} onShortcuts={onShortcuts}>
        {button}
      </UserMenu>
    </Suspense>
  );
}
