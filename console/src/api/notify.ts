// How the organization sends mail, and who else is told what happens.
import { queryOptions } from "@tanstack/react-query";
import { call, listOf } from "./call.ts";
import { ifMatch } from "./client.ts";

export interface MailSettings {
  readonly source: "organization" | "server" | "none";
  readonly host: string | null;
  readonly port: number | null;
  readonly secure: boolean | null;
  readonly username: string | null;
  readonly hasPassword: boolean;
  readonly from: string | null;
  readonly queue: { readonly waiting: number; readonly dead: number };
}
export interface MailForm {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly username: string | null;
  readonly password?: string;
  readonly from: string;
}
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly description: string;
  readonly active: boolean;
  readonly disabledReason: "failing" | null;
  readonly version: number;
}
export interface WebhookForm {
  readonly url: string;
  readonly events: readonly string[];
  readonly description: string;
  readonly active: boolean;
}
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: "waiting" | "delivered" | "failed";
  readonly tries: number;
  readonly status: number | null;
  readonly answer: string | null;
  readonly problem: string | null;
  readonly createdAt: string;
}

export const mailSettingsQuery = queryOptions({
  queryKey: ["mail-settings"],
  queryFn: ({ signal }) => call<MailSettings>("GET", "/api/v1/mail-settings", { signal }),
});
export const putMailSettings = (body: MailForm) => call<MailSettings>("PUT", "/api/v1/mail-settings", { body });
export const testMail = () => call<{ sent: boolean; problem: string | null }>("POST", "/api/v1/mail-settings/test");

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
export const createWebhook = (body: WebhookForm) => call<Webhook & { secret: string }>("POST", "/api/v1/webhooks", { body });
export const updateWebhook = ({ webhook, form }: { webhook: Webhook; form: Partial<WebhookForm> }) =>
  call<Webhook>("PATCH", `/api/v1/webhooks/${webhook.id}`, { body: form, headers: ifMatch(webhook.version) });
export const deleteWebhook = (webhook: Webhook) => call("DELETE", `/api/v1/webhooks/${webhook.id}`, { headers: ifMatch(webhook.version) });
export const testWebhook = (id: string) => call("POST", `/api/v1/webhooks/${id}/test`);
