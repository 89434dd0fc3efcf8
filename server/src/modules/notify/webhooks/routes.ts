// HTTP face of webhooks.
import { Type } from "typebox";
import type { App } from "../../../http/app.ts";
import { callerOf } from "../../../http/caller.ts";
import { principalOf } from "../../../http/principal.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../../http/schemas.ts";
import { ifMatch, withETag } from "../../../http/versioning.ts";
import { createWebhookBody, DeliverySchema, deliveryQuery, NewWebhookSchema, updateWebhookBody, WebhookSchema } from "../schemas.ts";
import type { Webhooks } from "./webhooks.ts";

const tags = ["webhooks"];
const manage = { permission: "notify:manage" } as const;
const guarded = { permission: "notify:manage", stepUp: true } as const;

/** Adds /api/v1/webhooks. */
export function registerWebhookRoutes(app: App, webhooks: Webhooks): void {
  for (const schema of [WebhookSchema, NewWebhookSchema, DeliverySchema]) app.addSchema(schema);
  const one = { 200: ref(WebhookSchema), ...errorAnswers };
  const delivery = { 200: ref(DeliverySchema), ...errorAnswers };
  const page = { 200: pageOf(ref(WebhookSchema)), ...errorAnswers };
  const deliveryPage = { 200: pageOf(ref(DeliverySchema)), ...errorAnswers };

  app.get(
    "/api/v1/webhooks",
    { config: manage, schema: { operationId: "listWebhooks", tags, querystring: deliveryQuery, response: page } },
    (request) => webhooks.list(principalOf(request).organizationId, request.query),
  );
  app.post(
    "/api/v1/webhooks",
    {
      config: { ...guarded, answersSecret: true },
      schema: { operationId: "createWebhook", tags, body: createWebhookBody, response: { 201: ref(NewWebhookSchema), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await webhooks.create(callerOf(request), request.body))),
  );
  app.get(
    "/api/v1/webhooks/:id",
    { config: manage, schema: { operationId: "getWebhook", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await webhooks.get(principalOf(request).organizationId, request.params.id)),
  );
  app.patch(
    "/api/v1/webhooks/:id",
    { config: guarded, schema: { operationId: "updateWebhook", tags, params: IdParams, body: updateWebhookBody, response: one } },
    async (request, reply) => withETag(reply, await webhooks.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  app.delete(
    "/api/v1/webhooks/:id",
    { config: guarded, schema: { operationId: "deleteWebhook", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } } },
    async (request, reply) => {
      await webhooks.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
  app.get(
    "/api/v1/webhooks/:id/deliveries",
    {
      config: manage,
      schema: { operationId: "listWebhookDeliveries", tags, params: IdParams, querystring: deliveryQuery, response: deliveryPage },
    },
    (request) => webhooks.deliveries(principalOf(request).organizationId, request.params.id, request.query),
  );
  app.post(
    "/api/v1/webhooks/:id/test",
    {
      config: manage,
      schema: { operationId: "testWebhook", summary: "Send a test delivery now, once", tags, params: IdParams, response: delivery },
    },
    (request) => webhooks.test(callerOf(request), request.params.id),
  );
}
