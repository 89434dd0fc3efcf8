// What the sign-in page asks before anybody is signed in: whether it may offer the organization's provider. It tells no name and no
// address: only the organization that was asked for, or the only one there is.
import { Type } from "typebox";
import type { Database } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import { errorAnswers, Id, nullable, ref } from "../../http/schemas.ts";
import { findConfiguration } from "./queries.ts";

const SsoOffer = Type.Object(
  { organizationId: nullable(Type.String({ format: "uuid", description: "Where to begin; null when there is nothing to offer" })) },
  { $id: "SsoOffer" },
);

/** Adds GET /api/v1/sso/offer. */
export function registerSsoOfferRoute(app: App, database: Pick<Database, "global" | "withTenant">): void {
  app.addSchema(SsoOffer);
  app.get(
    "/api/v1/sso/offer",
    {
      config: { permission: "public" },
      exposeHeadRoute: false,
      schema: {
        operationId: "offerSso",
        tags: ["sso"],
        querystring: Type.Object({ organizationId: Type.Optional(Id) }),
        response: { 200: ref(SsoOffer), ...errorAnswers },
      },
    },
    async (request) => {
      const organizationId = request.query.organizationId ?? (await onlyOrganization(database));
      if (organizationId === undefined) return { organizationId: null };
      const found = await database.withTenant(organizationId, findConfiguration);
      return { organizationId: found?.enabled === true ? organizationId : null };
    },
  );
}

/** The server's organization; undefined when it has several, who then say which one they are by the address they hand out. */
async function onlyOrganization(database: Pick<Database, "global">): Promise<string | undefined> {
  const [first, second] = await database.global((tx) => tx.organizationDirectory.findMany({ select: { id: true }, take: 2 }));
  return second === undefined ? first?.id : undefined;
}
