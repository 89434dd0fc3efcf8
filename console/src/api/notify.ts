// How the organization sends mail, and who else is told what happens.
import { queryOptions } from "@tanstack/react-query";
import type { BodyOf, Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";
import { ifMatch } from "./client.ts";

export type MailSettings = Schemas["MailSettings"];
export type MailForm = BodyOf<"/api/v1/mail-settings", "put">;
export type Webhook = Schemas["Webhook"];
export type WebhookForm = BodyOf<"/api/v1/webhooks", "post">;
export type Delivery = Schemas["WebhookDelivery"];

export const mailSettingsQuery = queryOptions({
  queryKey: ["mail-settings"],
  queryFn: ({ signal }) => call<MailSettings>("GET", "/api/v1/mail-settings", { signal }),
});
export const putMailSettings = (body: MailForm) => call<MailSettings>("PUT", "/api/v1/mail-settings", { body });
export const testMail = () => call<Schemas["MailTestResult"]>("POST", "/api/v1/mail-settings/test");

export const webhooksQuery = queryOptions({
  queryKey: ["webhooks"],
  queryFn: ({ signal }) => listOf<Webhook>("/api/v1/webhooks", signal),
});
export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ["webhooks", "deliveries", id],
    refetchInterval: 5000,
    queryFn: ({ signal }) => listOf<Delivery>(`/api/v1/webhooks/${id}/deliveries`, signal, { limit: 50 }),
  });
export const createWebhook = (body: WebhookForm) => call<Schemas["NewWebhook"]>("POST", "/api/v1/webhooks", { body });
export const updateWebhook = ({ webhook, form }: { webhook: Webhook; form: Partial<WebhookForm> }) =>
  call<Webhook>("PATCH", `/api/v1/webhooks/${webhook.id}`, { body: form, headers: ifMatch(webhook.version) });
export const deleteWebhook = (webhook: Webhook) => call("DELETE", `/api/v1/webhooks/${webhook.id}`, { headers: ifMatch(webhook.version) });
export const testWebhook = (id: string) => call("POST", `/api/v1/webhooks/${id}/test`);
