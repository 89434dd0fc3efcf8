// What people are told of accounts and credentials, by mail and in the console: modules/accounts, access and tokens say what happened,
// modules/notify carries it. Mails are written only where there is a way out for them; an old warning helps nobody.
import type { Tx } from "./database/index.ts";
import { administratorsOf } from "./joins.ts";
import type { Invite } from "./modules/access/index.ts";
import type { AccountNews } from "./modules/accounts/index.ts";
import type { Notify } from "./modules/notify/index.ts";
import type { TellClone } from "./modules/resources/index.ts";
import type { TellTokenCreated } from "./modules/tokens/index.ts";

/** How much of a browser's own name people are shown. */
const DEVICE_LENGTH = 120;

export interface News extends AccountNews {
  readonly tokenCreated: TellTokenCreated;
  readonly invite: Invite;
  readonly cloneFound: TellClone;
}

interface NewsDeps {
  /** Asked when there is news: it is built after those who have some. */
  readonly notify: () => Pick<Notify, "mail" | "canMail" | "inApp">;
  /** Makes the link's secret by which somebody chooses their first password. */
  readonly firstPassword: (
    tx: Tx,
    person: { organizationId: string; userId: string },
  ) => Promise<{ readonly token: string; readonly expiresAt: Date }>;
  /** Exact Origin values under which browsers reach this server. */
  readonly origins: readonly string[];
}

/** Builds it. */
export function createNews({ notify, firstPassword, origins }: NewsDeps): News {
  const address = (path: string) => `${origins[0] ?? ""}${path}`;
  const nameOf = async (tx: Tx, id: string) => (await tx.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;

  return {
    async newSignIn(tx, { organizationId, userId, at, address: from, userAgent }) {
      const device = (userAgent ?? "–").slice(0, DEVICE_LENGTH);
      await notify().inApp(tx, { organizationId, userIds: [userId], code: "new_sign_in", params: { address: from, device } });
      if (await notify().canMail(tx, organizationId))
        await notify().mail(tx, { organizationId, userId, template: "new_sign_in", params: { at, address: from, device } });
    },

    passwordChanged: (tx, { organizationId, userId }) =>
      notify().inApp(tx, { organizationId, userIds: [userId], code: "password_changed", params: {} }),

    async factorResetRequested(tx, { organizationId, userId, requestedBy }) {
      const userIds = (await administratorsOf(tx)).filter((id) => id !== requestedBy && id !== userId);
      const params = { requestedBy: await nameOf(tx, requestedBy), subject: await nameOf(tx, userId) };
      await notify().inApp(tx, { organizationId, userIds, code: "factor_reset_requested", params });
      if (!(await notify().canMail(tx, organizationId))) return;
      const link = address("/settings/security");
      for (const id of userIds)
        await notify().mail(tx, { organizationId, userId: id, template: "factor_reset_requested", params: { ...params, link } });
    },

    async tokenCreated(tx, { organizationId, userId, name, at }) {
      const createdBy = await nameOf(tx, userId);
      const administrators = await administratorsOf(tx);
      const others = administrators.filter((id) => id !== userId);
      await notify().inApp(tx, { organizationId, userIds: others, code: "api_token_created", params: { token: name, createdBy } });
      if (!(await notify().canMail(tx, organizationId))) return;
      // The creator too: somebody else may have sat at their console.
      for (const id of [...others, userId])
        await notify().mail(tx, { organizationId, userId: id, template: "api_token_created", params: { token: name, createdBy, at } });
    },

    async cloneFound(tx, { organizationId, resourceId }) {
      const { name } = await tx.resource.findFirstOrThrow({ where: { id: resourceId }, select: { name: true } });
      const params = { machine: name, resourceId };
      await notify().inApp(tx, { organizationId, userIds: await administratorsOf(tx), code: "clone_found", params });
    },

    async invite(tx, { organizationId, userId, invitedBy, isNew }) {
      if (!(await notify().canMail(tx, organizationId))) return false;
      const by = { invitedBy: await nameOf(tx, invitedBy) };
      if (isNew) {
        const { token, expiresAt } = await firstPassword(tx, { organizationId, userId });
        const link = address(`/reset-password#${token}`);
        await notify().mail(tx, { organizationId, userId, template: "user_invited", params: { ...by, link, expiresAt } });
      } else await notify().mail(tx, { organizationId, userId, template: "user_joined", params: { ...by, link: address("/") } });
      return true;
    },
  };
}
