// The way in: e-mail and password, then a second factor where there is one, with an honest word when it must be waited for.
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { getRouteApi, Link, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { type FormEvent, lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors.ts";
import { type FactorWanted, useSignIn, wantsFactor } from "../../api/session.ts";
import { useNow } from "../../ui/clock.ts";
import { FrontPage } from "../../ui/front-page.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { InlineError } from "../../ui/states.tsx";
import { readTicket } from "./search.ts";
import { SsoOffer } from "./sso-offer.tsx";
import { waitSeconds } from "./throttle.ts";

const FactorStep = lazy(() => import("./factor-step.tsx"));
const route = getRouteApi("/signin");

export function SignInPage() {
  const { t } = useTranslation(["session", "factor", "account"]);
  const { to, organization, sso } = route.useSearch();
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const router = useRouter();
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [wanted, setWanted] = useState<FactorWanted | undefined>(() => readTicket(hash));
  const [until, setUntil] = useState(0);
  const now = useNow(1000);
  const format = useFormat();
  const wait = Math.ceil((until - now) / 1000);

  // A ticket is used from memory; it need not stay in the address.
  useEffect(() => {
    if (hash !== "") void navigate({ to: "/signin", search: (now) => now, hash: "", replace: true });
  }, [hash, navigate]);
  const enter = async () => {
    await router.invalidate();
    router.history.push(to ?? "/");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { email: email.trim(), password },
      {
        onSuccess: async (answer) => {
          if (wantsFactor(answer)) setWanted(answer);
          else await enter();
        },
        onError: (error) => setUntil(now + 1000 * waitSeconds(error)),
      },
    );
  };
  const throttled = signIn.error instanceof ApiError && signIn.error.code === "TOO_MANY_ATTEMPTS";
  if (wanted !== undefined)
    return (
      <Suspense>
        <FactorStep
          wanted={wanted}
          onDone={enter}
          onStartAgain={() => {
            setWanted(undefined);
            setPassword("");
          }}
        />
      </Suspense>
    );
  return (
    <FrontPage title={t("title")} lead={t("lead")}>
      {sso !== undefined && (
        <p className="v-inline-warning" role="alert">
          {t(`account:sso.return.${sso}`)}
        </p>
      )}
      <form className="v-stack" onSubmit={submit}>
        <TextInput
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("password")}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {throttled && wait > 0 ? (
          <p className="v-inline-error" role="alert">
            {t("wait", { seconds: format.duration(wait) })}
          </p>
        ) : (
          <InlineError error={throttled ? null : signIn.error} />
        )}
        <Button type="submit" size="sm" loading={signIn.isPending} disabled={wait > 0}>
          {t("submit")}
        </Button>
        <SsoOffer organization={organization} />
        <Link to="/reset-password" className="v-link">
          {t("factor:reset.forgotten")}
        </Link>
      </form>
    </FrontPage>
  );
}
