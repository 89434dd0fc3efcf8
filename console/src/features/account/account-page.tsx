// The signed-in person's own things: how the console speaks to them.
import { useTranslation } from "react-i18next";
import { Page, Section } from "../../ui/page.tsx";
import { Profile } from "./profile.tsx";

export function AccountPage() {
  const { t } = useTranslation("account");
  return (
    <Page title={t("title")}>
      <div className="v-settings-page">
        <Section title={t("profile.title")}>
          <Profile />
        </Section>
      </div>
    </Page>
  );
}
