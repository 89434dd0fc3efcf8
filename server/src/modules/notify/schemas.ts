// What the routes of notices, mail and webhooks take and answer.
import { type Static, Type } from "typebox";
import { pageQuery } from "../../http/pagination.ts";
import { body, Id, Instant, nullable, patch, Version } from "../../http/schemas.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "./webhooks/events.ts";

const Count = Type.Integer({ minimum: 0 });
const oneOf = <Name extends string>(...names: readonly Name[]) => Type.Unsafe<Name>({ type: "string", enum: [...names] });

export const Notice = Type.Object(
  {
    id: Id,
    code: Type.String({ description: "What happened; the console has the words" }),
    params: Type.Record(Type.String(), Type.String()),
    createdAt: Instant,
    readAt: nullable(Instant),
  },
  { $id: "Notice" },
);
export type Notice = Static<typeof Notice>;
export const noticeQuery = Type.Object(pageQuery);

const Host = Type.String({ minLength: 1, maxLength: 253, pattern: "^[A-Za-z0-9.:-]+$" });
const Port = Type.Integer({ minimum: 1, maximum: 65_535 });
const Username = Type.String({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000-\\u001f]+$" });

export const MailSettingsSchema = Type.Object(
  {
    source: Type.Unsafe<"organization" | "server" | "none">({
      type: "string",
      enum: ["organization", "server", "none"],
      description: "server: the default of this server, whose details are its operator's; none: mails wait",
    }),
    host: nullable(Type.String()),
    port: nullable(Type.Integer()),
    secure: nullable(Type.Boolean({ description: "TLS from the first byte; otherwise STARTTLS" })),
    username: nullable(Type.String()),
    hasPassword: Type.Boolean(),
    from: nullable(Type.String()),
    queue: Type.Object({ waiting: Count, dead: Count }),
  },
  { $id: "MailSettings" },
);
export type MailSettingsView = Static<typeof MailSettingsSchema>;

export const mailSettingsBody = body({
  host: Host,
  port: Port,
  secure: Type.Boolean(),
  username: nullable(Username),
  password: Type.Optional(
    Type.String({ minLength: 1, maxLength: 500, description: "Left out: the stored one stays, while host, port and user name do" }),
  ),
  from: Type.String({ minLength: 3, maxLength: 400, description: "a@b.example or Name <a@b.example>" }),
});
export type MailSettingsBody = Static<typeof mailSettingsBody>;

export const TestResultSchema = Type.Object(
  { sent: Type.Boolean(), problem: nullable(Type.String({ description: "The mail server's own words" })) },
  { $id: "MailTestResult" },
);
export type TestResult = Static<typeof TestResultSchema>;

const MailStateName = oneOf("waiting", "sent", "dead");
export const MailSchema = Type.Object(
  {
    id: Id,
    address: Type.String(),
    template: Type.String(),
    state: MailStateName,
    tries: Count,
    nextAt: nullable(Instant),
    problem: nullable(Type.String({ description: "The mail server's own words" })),
    createdAt: Instant,
    finishedAt: nullable(Instant),
  },
  { $id: "Mail" },
);
export type MailView = Static<typeof MailSchema>;
export const mailQuery = Type.Object({ ...pageQuery, state: Type.Optional(MailStateName) });

const Url = Type.String({ minLength: 8, maxLength: 2_000 });
const Events = Type.Array(oneOf<WebhookEvent>(...WEBHOOK_EVENTS), { minItems: 1, maxItems: 100, uniqueItems: true });
const Description = Type.String({ maxLength: 500 });

const webhookProperties = {
  id: Id,
  url: Type.String(),
  events: Type.Array(Type.String()),
  description: Type.String(),
  active: Type.Boolean(),
  disabledReason: nullable(Type.Unsafe<"failing">({ type: "string", enum: ["failing"] })),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
};
export const WebhookSchema = Type.Object(webhookProperties, { $id: "Webhook" });
export type WebhookView = Static<typeof WebhookSchema>;

export const NewWebhookSchema = Type.Object(
  { ...webhookProperties, secret: Type.String({ description: "Signs the deliveries; shown this once" }) },
  { $id: "NewWebhook" },
);

export const createWebhookBody = body({
  url: Url,
  events: Events,
  description: Type.Optional(Description),
  active: Type.Optional(Type.Boolean()),
});
export type CreateWebhook = Static<typeof createWebhookBody>;
export const updateWebhookBody = patch({
  url: Type.Optional(Url),
  events: Type.Optional(Events),
  description: Type.Optional(Description),
  active: Type.Optional(Type.Boolean()),
});
export type UpdateWebhook = Static<typeof updateWebhookBody>;

export const WEBHOOK_PROBLEMS = ["timeout", "private_address", "redirect", "status", "unreachable", "inactive"] as const;
export const DeliverySchema = Type.Object(
  {
    id: Id,
    event: Type.String(),
    state: oneOf("waiting", "delivered", "failed"),
    tries: Count,
    nextAt: nullable(Instant),
    status: nullable(Type.Integer({ description: "HTTP status of the last answer" })),
    answer: nullable(Type.String({ description: "The beginning of the last answer" })),
    problem: nullable(oneOf(...WEBHOOK_PROBLEMS)),
    createdAt: Instant,
    finishedAt: nullable(Instant),
  },
  { $id: "WebhookDelivery" },
);
export type DeliveryView = Static<typeof DeliverySchema>;
export const deliveryQuery = Type.Object(pageQuery);
