// Creations that may be sent twice: the first answer under an Idempotency-Key is kept for a day and given again.
import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/index.ts";
import { AppError } from "../errors.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { App } from "../http/app.ts";
import type { Principal } from "../http/principal.ts";

const KEEP_MS = 24 * 3_600_000;
/** A first request that has not answered after this long died on the way. */
const ABANDONED_MS = 60_000;
/** Stands in `status` while the first request is under way. */
const UNDER_WAY = 0;

declare module "fastify" {
  interface FastifyRequest {
    /** The key this request holds, and whose; null when it holds none. */
    idempotency: { key: string; principal: Principal } | null;
  }
}

/**
 * Applies to every POST of a signed-in caller that carries the header. Failures are not kept: they may be tried again.
 * @param options.hashKey not in the database: a body may hold a password, and its plain hash would let one be guessed
 */
export function idempotency(app: App, options: { database: Database; clock: Clock; hashKey: Uint8Array }): void {
  const { database, clock } = options;
  app.decorateRequest("idempotency", null);

  app.addHook("preHandler", async (request, reply) => {
    const key = request.headers["idempotency-key"];
    const { principal } = request;
    if (request.method !== "POST" || key === undefined || principal === null) return;
    if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/.test(key))
      throw new AppError("INVALID_INPUT", "an Idempotency-Key is 1 to 200 visible characters", {
        details: { fields: [{ field: "idempotency-key", problem: "pattern" }] },
      });
    const earlier = await claim(database, principal, key, { request, requestHash: hashOf(request, options.hashKey) }, clock.now());
    if (earlier === undefined) {
      request.idempotency = { key, principal };
      return;
    }
    if (earlier.status === UNDER_WAY) throw new AppError("CONFLICT", "the first request with this key is still under way");
    if (request.routeOptions.config.answersSecret === true) throw new AppError("CONFLICT", "already created; its secret was shown once");
    reply.code(earlier.status).header("idempotency-replayed", "true").type("application/json; charset=utf-8");
    return reply.serializer(JSON.stringify).send(earlier.response);
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const held = request.idempotency;
    if (held === null) return payload;
    request.idempotency = null;
    const keeps = reply.statusCode >= 200 && reply.statusCode < 300;
    const secret = request.routeOptions.config.answersSecret === true;
    const response =
      keeps && !secret && typeof payload === "string" && payload !== "" ? (JSON.parse(payload) as Prisma.InputJsonValue) : {};
    await settle(database, held, keeps ? { status: reply.statusCode, response } : undefined);
    return payload;
  });
}

const hashOf = (request: FastifyRequest, key: Uint8Array): Buffer<ArrayBuffer> =>
  createHmac("sha256", key)
    .update(JSON.stringify([request.url, request.body ?? null]))
    .digest();

/** Takes the key for this request; or answers what an earlier one left. Throws IDEMPOTENCY_KEY_REUSED for a different request. */
async function claim(
  database: Database,
  principal: Principal,
  key: string,
  { request, requestHash }: { request: FastifyRequest; requestHash: Buffer<ArrayBuffer> },
  now: number,
) {
  const { organizationId, userId: actorId } = principal;
  const route = `${request.method} ${request.routeOptions.url}`;
  return database.withTenant(organizationId, async (tx) => {
    const [expired, abandoned] = [new Date(now - KEEP_MS), new Date(now - ABANDONED_MS)];
    // Everybody's old ones, so that nothing stays of a person who never comes back.
    const over = [{ createdAt: { lt: expired } }, { actorId, key, status: UNDER_WAY, createdAt: { lt: abandoned } }];
    await tx.idempotencyKey.deleteMany({ where: { OR: over } });
    const { count } = await tx.idempotencyKey.createMany({
      data: { organizationId, actorId, key, route, requestHash, status: UNDER_WAY, response: {}, createdAt: new Date(now) },
      skipDuplicates: true,
    });
    if (count === 1) return undefined;
    const row = await tx.idempotencyKey.findFirst({ where: { actorId, key } });
    // The rival failed between the two statements and let the key go.
    if (row === null) throw new AppError("CONFLICT", "the first request with this key is still under way");
    if (row.route !== route || !requestHash.equals(Buffer.from(row.requestHash)))
      throw new AppError("IDEMPOTENCY_KEY_REUSED", "this key was used for another request");
    return { status: row.status, response: row.response };
  });
}

async function settle(
  database: Database,
  held: { key: string; principal: Principal },
  answer: { status: number; response: Prisma.InputJsonValue } | undefined,
): Promise<void> {
  const { organizationId, userId: actorId } = held.principal;
  const where = { organizationId_actorId_key: { organizationId, actorId, key: held.key } };
  await database.withTenant(organizationId, async (tx) => {
    if (answer === undefined) await tx.idempotencyKey.delete({ where });
    else await tx.idempotencyKey.update({ where, data: answer });
  });
}
