// The signed-in person's own things: how the console speaks to them, how they prove who they are, where they are signed in.
import { useTranslation } from "react-i18next";
import { Page, Section } from "../../ui/page.tsx";
import { Devices } from "./devices.tsx";
import { Factors } from "./factors.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Profile } from "./profile.tsx";
import { SsoLinkSection } from "./sso-link.tsx";

export function AccountPage() {
  const { t } = useTranslation("account");
  return (
    <Page title={t("title")}>
      <div className="v-settings-page">
        <Section title={t("profile.title")}>
          <Profile />
        </Section>
        <Section title={t("password.title")}>
          <PasswordForm />
        </Section>
        <Factors />
        <SsoLinkSection />
        <Devices />
      </div>
    </Page>
  );
}
