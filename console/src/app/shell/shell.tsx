// The frame around every signed-in page: rail, top bar, banners, page. On a phone the rail becomes a bar at the foot.
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { LiveFeedProvider } from "../../api/live/use-feed.tsx";
import { sessionQuery, useSession } from "../../api/session.ts";
import { LocaleProvider } from "../../ui/locale.tsx";
import { useShortcuts } from "../../ui/use-shortcuts.ts";
import { FurtherWords } from "../further-words.tsx";
import { isLanguage, switchLanguage } from "../i18n.ts";
import { FeedBar } from "./feed-bar.tsx";
import { BottomBar, Rail } from "./rail.tsx";
import { StepUp } from "./step-up.tsx";
import { TopBar } from "./top-bar.tsx";

const ForcedFactorPage = lazy(() => import("../../features/account/forced-factor-page.tsx"));
const Palette = lazy(() => import("../palette/palette.tsx"));
const ServerKeyBanner = lazy(() => import("./server-key-banner.tsx"));
const ShortcutsSheet = lazy(() => import("./shortcuts-sheet.tsx"));

/** Leaves for the sign-in page as soon as the session is over, here or elsewhere. */
export function Shell() {
  const { data: session } = useQuery(sessionQuery);
  const navigate = useNavigate();
  useEffect(() => {
    if (session === null) void navigate({ to: "/signin", search: {} });
  }, [session, navigate]);
  if (session === null || session === undefined) return null;
  return session.factorSetupRequired ? <FactorFirst timeZone={session.user.timeZone ?? session.organization.timeZone} /> : <SignedIn />;
}

/** The organization demands a second factor first: nothing else is shown. */
function FactorFirst({ timeZone }: { timeZone: string }) {
  return (
    <LocaleProvider timeZone={timeZone}>
      <StepUp />
      <Suspense>
        <FurtherWords>
          <ForcedFactorPage />
        </FurtherWords>
      </Suspense>
    </LocaleProvider>
  );
}

function SignedIn() {
  const session = useSession();
  const { t, i18n } = useTranslation("app");
  const navigate = useNavigate();
  const [palette, paletteDialog] = useDisclosure(false);
  const [sheet, sheetDialog] = useDisclosure(false);
  const chosen = session.user.locale;
  useEffect(() => {
    if (isLanguage(chosen)) void switchLanguage(i18n, chosen);
  }, [chosen, i18n]);
  useShortcuts({
    "mod+k": paletteDialog.toggle,
    "?": sheetDialog.open,
    "g o": () => void navigate({ to: "/" }),
    "g r": () => void navigate({ to: "/resources", search: {} }),
    "g c": () => void navigate({ to: "/clients", search: {} }),
    "g a": () => void navigate({ to: "/add", search: {} }),
    "g s": () => void navigate({ to: "/settings" }),
  });
  return (
    <LocaleProvider timeZone={session.user.timeZone ?? session.organization.timeZone}>
      <LiveFeedProvider>
        <a className="v-skip" href="#page">
          {t("skip")}
        </a>
        <div className="v-shell">
          <Rail organization={session.organization.name} permissions={session.permissions} />
          <div className="v-main">
            <TopBar onSearch={paletteDialog.open} onShortcuts={sheetDialog.open} />
            <FeedBar />
            {(session.recoveryKeyPending || session.keyBackupPending) && session.permissions.includes("installation:keys") && (
              <Suspense fallback={<div className="v-bar v-bar-info v-bar-waiting" />}>
                <ServerKeyBanner which={session.recoveryKeyPending ? "recovery" : "keyBackup"} />
              </Suspense>
            )}
            <main id="page" className="v-content" tabIndex={-1}>
              <Outlet />
            </main>
          </div>
          <BottomBar />
        </div>
        <StepUp />
        <Suspense>
          {palette && (
            <FurtherWords>
              <Palette onClose={paletteDialog.close} onShortcuts={sheetDialog.open} />
            </FurtherWords>
          )}
          {sheet && <ShortcutsSheet onClose={sheetDialog.close} />}
        </Suspense>
      </LiveFeedProvider>
    </LocaleProvider>
  );
}
