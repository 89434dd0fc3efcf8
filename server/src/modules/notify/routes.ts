// HTTP face of own notices and of mail.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import type { Mails } from "./mail/mails.ts";
import type { MailSettingsService } from "./mail/settings.ts";
import type { Notices } from "./notices/notices.ts";
import { MailSchema, MailSettingsSchema, mailQuery, mailSettingsBody, Notice, noticeQuery, TestResultSchema } from "./schemas.ts";

const own = { permission: "session" } as const;
const manage = { permission: "notify:manage" } as const;
const guarded = { permission: "notify:manage", stepUp: true } as const;
const nothing = { 204: Type.Null(), ...errorAnswers };

/** Adds /api/v1/notices. */
export function registerNoticeRoutes(app: App, notices: Notices): void {
  app.addSchema(Notice);
  const tags = ["notices"];
  const page = Type.Object({ ...pageOf(ref(Notice)).properties, unread: Type.Integer({ minimum: 0 }) });

  app.get(
    "/api/v1/notices",
    { config: own, schema: { operationId: "listNotices", tags, querystring: noticeQuery, response: { 200: page, ...errorAnswers } } },
    (request) => notices.list(principalOf(request), request.query),
  );
  app.post(
    "/api/v1/notices/:id/read",
    { config: own, schema: { operationId: "readNotice", tags, params: IdParams, response: nothing } },
    async (request, reply) => {
      await notices.read(principalOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/api/v1/notices/read-all",
    { config: own, schema: { operationId: "readAllNotices", tags, response: nothing } },
    async (request, reply) => {
      await notices.readAll(principalOf(request));
      return reply.code(204).send(null);
    },
  );
}

/** Adds /api/v1/mail-settings and /api/v1/mails. */
export function registerMailRoutes(app: App, settings: MailSettingsService, mails: Mails): void {
  for (const schema of [MailSettingsSchema, TestResultSchema, MailSchema]) app.addSchema(schema);
  const tags = ["mail"];
  const one = { 200: ref(MailSettingsSchema), ...errorAnswers };

  app.get("/api/v1/mail-settings", { config: manage, schema: { operationId: "getMailSettings", tags, response: one } }, (request) =>
    settings.get(principalOf(request).organizationId),
  );
  app.put(
    "/api/v1/mail-settings",
    { config: guarded, schema: { operationId: "putMailSettings", tags, body: mailSettingsBody, response: one } },
    (request) => settings.put(callerOf(request), request.body),
  );
  app.delete(
    "/api/v1/mail-settings",
    {
      config: guarded,
      schema: { operationId: "deleteMailSettings", summary: "Back to the server's default", tags, response: nothing },
    },
    async (request, reply) => {
      await settings.remove(callerOf(request));
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/api/v1/mail-settings/test",
    {
      config: manage,
      schema: {
        operationId: "testMailSettings",
        summary: "Send a mail to yourself now",
        tags,
        response: { 200: ref(TestResultSchema), ...errorAnswers },
      },
    },
    (request) => settings.test(callerOf(request)),
  );

  app.get(
    "/api/v1/mails",
    {
      config: manage,
      schema: { operationId: "listMails", tags, querystring: mailQuery, response: { 200: pageOf(ref(MailSchema)), ...errorAnswers } },
    },
    (request) => mails.list(principalOf(request).organizationId, request.query),
  );
  app.post(
    "/api/v1/mails/:id/retry",
    { config: manage, schema: { operationId: "retryMail", summary: "Try a dead mail again", tags, params: IdParams, response: nothing } },
    async (request, reply) => {
      await mails.retry(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
