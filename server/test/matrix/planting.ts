// One of every secret the server makes or keeps, made as people make them, before the matrix is asked.
import { expect } from "vitest";
import { PASSWORD } from "../build-app.ts";
import { until } from "../until.ts";
import { CANARY, type Planted } from "./canaries.ts";
import { addPasskey, codeOf, resetToken, type Scene } from "./moments.ts";
import { enrolmentToken } from "./principals.ts";
import { mailServer } from "./seeds.ts";
import { address, enter, person } from "./world.ts";

const base = "/api/v1";

/** Answers what the server told of them once, by name. Afterwards the world's tables hold all of them. */
export async function makeSecrets({ world, neighbours }: Pick<Scene, "world" | "neighbours">): Promise<Planted> {
  const { maker, clientA } = world;
  const sso = { issuer: neighbours.provider.issuer, clientId: "vigia", clientSecret: CANARY.ssoClientSecret, enabled: true };
  await maker.ok("PUT", `${base}/sso`, sso);
  await world.server.browser().get(`${base}/sso/start?organizationId=${world.organizationId}`);
  await maker.ok("POST", `${base}/secrets`, { name: "Planted", value: CANARY.vaultValue, clientId: clientA });
  const hook = { url: neighbours.receiver, events: ["client.deleted"], description: "planted" };
  const webhookSecret = (await maker.ok("POST", `${base}/webhooks`, hook)).secret;
  const apiToken = (await maker.ok("POST", `${base}/api-tokens`, { name: "Planted", scopes: ["resources:read"] })).token;
  await maker.ok("POST", `${base}/clients`, { name: "Planted" }, { "idempotency-key": "planted" });

  const { email } = await person(world);
  const keeper = await enter(world.server, email);
  await addPasskey(keeper);
  const totp = (await keeper.ok("POST", `${base}/me/factors/totp`)).secret;
  await keeper.ok("POST", `${base}/me/factors/totp/confirm`, { code: codeOf(totp, world) });
  const [recoveryCode = ""] = (await keeper.ok("POST", `${base}/me/factors/recovery-codes`)).recoveryCodes;

  const forgetful = await person(world);
  const reset = await resetToken(world, neighbours, forgetful.email);
  // A mail that cannot leave keeps its link.
  await maker.ok("PUT", `${base}/mail-settings`, mailServer);
  const stranger = world.server.browser();
  stranger.address = address();
  await stranger.ok("POST", `${base}/password-reset`, { email: forgetful.email });
  // Whoever asks is answered before the mail is written.
  const waiting = async () => (await maker.ok("GET", `${base}/mails?state=waiting`)).items as { address: string }[];
  await until(async () => expect((await waiting()).map(({ address: to }) => to)).toContain(forgetful.email));
  return {
    password: PASSWORD,
    "webhook secret": webhookSecret,
    "API token": apiToken,
    "enrolment token": await enrolmentToken(world, "automatic"),
    "authenticator secret": totp,
    "recovery code": recoveryCode,
    "reset token": reset,
    "session token": maker.cookie.split("=")[1] ?? "",
  };
}
