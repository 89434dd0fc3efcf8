// HTTP face of single sign-on. The way back is a plain navigation from another site, so that it answers with redirects, never with JSON.
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf, originOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, Id, ref } from "../../http/schemas.ts";
import { SsoLinkStart, SsoLinkState, SsoSettings, SsoTest, saveSsoBody } from "./schemas.ts";
import type { Arrival, Departure, Sso } from "./service.ts";
import type { SsoConfigurations } from "./settings.ts";

const tags = ["sso"];
const PATH = "/api/v1/sso";
const permission = "sso:manage";
const COOKIE_SECONDS = 600;

export interface SsoRoutesDeps {
  readonly sso: Sso;
  readonly configurations: SsoConfigurations;
  /** Exact origins under which browsers reach this server, the first being the usual one. */
  readonly origins: readonly string[];
  readonly secure: boolean;
  /** Counts starts and returns of an address; begin() throws TOO_MANY_ATTEMPTS. */
  readonly arrivals: { begin(kind: string, address: string): Promise<void> };
  /** Puts a session into the browser. */
  readonly cookie: { set(reply: FastifyReply, token: string): void };
}

/** Adds /api/v1/sso and /api/v1/me/sso. */
export function registerSsoRoutes(app: App, deps: SsoRoutesDeps): void {
  const { sso, configurations, origins, secure, arrivals, cookie } = deps;
  for (const schema of [SsoSettings, SsoTest, SsoLinkState, SsoLinkStart]) app.addSchema(schema);
  const name = secure ? "__Secure-vigia-sso" : "vigia_sso";
  // Lax: the browser comes back from the provider's site, and must bring it.
  const attributes = { path: PATH, httpOnly: true, sameSite: "lax", secure, maxAge: COOKIE_SECONDS } as const;
  const redirectUri = (request: FastifyRequest): string => {
    const origin = origins.find((one) => new URL(one).host === request.host) ?? origins[0] ?? "";
    return `${origin}${PATH}/callback`;
  };
  const send = (reply: FastifyReply, departure: Departure) => reply.setCookie(name, departure.cookie, attributes);
  const settings = { 200: ref(SsoSettings), ...errorAnswers };

  app.get(PATH, { config: { permission }, schema: { operationId: "getSso", tags, response: settings } }, (request) =>
    configurations.get(principalOf(request).organizationId),
  );

  app.put(
    PATH,
    { config: { permission, stepUp: true }, schema: { operationId: "saveSso", tags, body: saveSsoBody, response: settings } },
    (request) => configurations.save(callerOf(request), request.body),
  );

  app.post(
    `${PATH}/test`,
    { config: { permission }, schema: { operationId: "testSso", tags, response: { 200: ref(SsoTest), ...errorAnswers } } },
    (request) => configurations.test(callerOf(request)),
  );

  app.get(
    `${PATH}/start`,
    {
      config: { permission: "public" },
      exposeHeadRoute: false,
      schema: {
        operationId: "startSso",
        tags,
        querystring: Type.Object({ organizationId: Id }),
        response: { 303: Type.Null({ description: "To the provider" }), ...errorAnswers },
      },
    },
    async (request, reply) => {
      await arrivals.begin("sso", request.ip);
      const departure = await sso.start(request.query.organizationId, redirectUri(request));
      return departure === undefined
        ? reply.redirect(target({ status: "refused", refusal: "unavailable", linking: false }), 303)
        : send(reply, departure).redirect(departure.url, 303);
    },
  );

  app.get(
    `${PATH}/callback`,
    {
      config: { permission: "public" },
      exposeHeadRoute: false,
      // No query schema: what a provider adds to the return is its own affair.
      schema: { operationId: "finishSso", tags, response: { 303: Type.Null({ description: "To the console" }), ...errorAnswers } },
    },
    async (request, reply) => {
      await arrivals.begin("sso", request.ip);
      const query = request.url.indexOf("?");
      const arrival = await sso.arrive(request.cookies[name], query < 0 ? "" : request.url.slice(query), originOf(request));
      reply.clearCookie(name, attributes);
      if (arrival.status === "signed_in") cookie.set(reply, arrival.token);
      return reply.redirect(target(arrival), 303);
    },
  );

  app.get(
    "/api/v1/me/sso",
    { config: { permission: "session" }, schema: { operationId: "getMySso", tags, response: { 200: ref(SsoLinkState), ...errorAnswers } } },
    (request) => sso.linkOf(principalOf(request)),
  );

  app.post(
    "/api/v1/me/sso/link",
    {
      config: { permission: "session", stepUp: true },
      schema: { operationId: "linkSso", tags, response: { 200: ref(SsoLinkStart), ...errorAnswers } },
    },
    async (request, reply) => {
      const departure = await sso.startLink(principalOf(request), redirectUri(request));
      send(reply, departure);
      return { url: departure.url };
    },
  );

  app.delete(
    "/api/v1/me/sso",
    {
      config: { permission: "session", stepUp: true },
      schema: { operationId: "unlinkSso", tags, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await sso.unlink(principalOf(request), request.ip);
      return reply.code(204).send(null);
    },
  );
}

/** The console's page for an arrival. A ticket stands behind the hash, where no server and no log sees it. */
function target(arrival: Arrival): string {
  switch (arrival.status) {
    case "signed_in":
      return "/";
    case "factor_required":
      return `/signin#${new URLSearchParams({ ticket: arrival.ticket, methods: arrival.methods.join(",") })}`;
    case "linked":
      return "/account?sso=linked";
    case "refused":
      return `${arrival.linking ? "/account" : "/signin"}?sso=${arrival.refusal}`;
  }
}
