// A machine becomes a resource with an agent: token, rows and marks in one transaction, so that a token's last use is given once.
import type { Clock } from "../../clock.ts";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import type { EnrollOutcome, EnrollRequest } from "../../gateway/port.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { newId } from "../../ids.ts";
import { secretHash, tokenState } from "./enrollment-tokens.ts";
import { platformName } from "./facts.ts";
import type { Marks } from "./needs.ts";
import { addEvent } from "./queries.ts";
import type { RefusalAudit } from "./refusals.ts";
import { showable } from "./text.ts";

interface TakenToken {
  readonly id: string;
  readonly clientId: string;
  readonly siteId: string;
  readonly approval: "manual" | "automatic";
}

/** Builds the enrolment. It answers with a reason when the token or the key is not taken; refusals are audited without the secret. */
export function createEnroll({
  database,
  clock,
  marks,
  refusals,
}: {
  database: Database;
  clock: Clock;
  marks: Marks;
  refusals: RefusalAudit;
}): (request: EnrollRequest) => Promise<EnrollOutcome> {
  return async (request) => {
    const { organizationId } = request;
    try {
      return await database.withTenant(organizationId, async (tx) => {
        const at = new Date(clock.now());
        const token = await takeUse(tx, request.secret, at);
        if (token === undefined) throw new Refused("token");
        const known = await tx.agent.count({ where: { publicKey: new Uint8Array(request.publicKey) } });
        if (known > 0) throw new Refused("key");
        return createAgent(tx, request, token, at);
      });
    } catch (error) {
      const because = error instanceof Refused ? error.because : isTakenKey(error) ? "key" : undefined;
      if (because === undefined) throw error;
      await tellRefusal(request, because);
      return { enrolled: false, because };
    }
  };

  async function createAgent(tx: Tx, request: EnrollRequest, token: TakenToken, at: Date): Promise<EnrollOutcome> {
    const { organizationId, host } = request;
    const hint = request.hardwareHint.length === 0 ? null : new Uint8Array(request.hardwareHint);
    const twin = hint === null ? null : await tx.agent.findFirst({ where: { hardwareHint: hint }, select: { resourceId: true } });
    // Hardware identifiers can be guessed: a machine that shows known ones never takes a place, and a person has to look at it.
    const state = token.approval === "automatic" && twin === null ? "active" : "pending";
    const resourceId = newId();
    const agentId = newId();
    const hostname = showable(host.hostname ?? "", 255);
    const name = hostname === "" ? `machine ${resourceId.slice(-4)}` : hostname;
    await tx.resource.create({
      data: {
        id: resourceId,
        organizationId,
        clientId: token.clientId,
        siteId: token.siteId,
        name,
        hostname,
        platform: platformName(host.platform),
        osName: showable(host.osName ?? "", 256),
        createdAt: at,
        updatedAt: at,
      },
    });
    await tx.agent.create({
      data: {
        id: agentId,
        organizationId,
        resourceId,
        publicKey: new Uint8Array(request.publicKey),
        state,
        agentVersion: showable(request.agentVersion, 64),
        protocolVersion: request.protocolVersion,
        hardwareHint: hint,
        enrollmentTokenId: token.id,
        enrolledAt: at,
        enrolledFrom: request.address,
      },
    });
    await addEvent(tx, organizationId, { resourceId, at, kind: "enrolled" });
    if (twin !== null) await addEvent(tx, organizationId, { resourceId, at, kind: "hardware_known", detail: twin.resourceId });
    await marks.audit(tx, organizationId, {
      actor: { kind: "enrollment_token", id: token.id },
      action: "agent.enrolled",
      subject: { kind: "resource", id: resourceId },
      details: { agentId, name, state, ...(twin === null ? {} : { sameHardwareAs: twin.resourceId }) },
      address: request.address,
    });
    await marks.publish(tx, organizationId, "resource.enrolled", {
      resourceId,
      agentId,
      clientId: token.clientId,
      siteId: token.siteId,
      tokenId: token.id,
      state,
    });
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } });
    return { enrolled: true, agentId, resourceId, organizationName: organization.name, state };
  }

  async function tellRefusal(request: EnrollRequest, because: "token" | "key"): Promise<void> {
    const { organizationId, address } = request;
    const hash = secretHash(request.secret);
    const token = await database.withTenant(organizationId, (tx) => tx.enrollmentToken.findFirst({ where: { secretHash: hash } }));
    const reason = because === "key" ? "key_already_enrolled" : token === null ? "unknown" : tokenState(token, clock.now());
    refusals.tell({
      organizationId,
      key: `${token?.id ?? "unknown"} ${reason}`,
      record: {
        actor: token === null ? { kind: "anonymous" } : { kind: "enrollment_token", id: token.id },
        action: "enrollment.refused",
        details: { reason },
        address,
      },
    });
  }
}

/** Counts one use if the token still has one. The row stays locked until the transaction ends, so two takers go one after the other. */
async function takeUse(tx: Tx, secret: Uint8Array, at: Date): Promise<TakenToken | undefined> {
  const [token] = await tx.$queryRaw<TakenToken[]>`update enrollment_tokens t set uses = t.uses + 1
    from sites s, clients c
    where ${ofTenant("t")} and t.secret_hash = ${secretHash(secret)} and t.revoked_at is null and t.expires_at > ${at} and t.uses < t.max_uses
      and s.organization_id = t.organization_id and s.id = t.site_id and s.deleted_at is null
      and c.organization_id = t.organization_id and c.id = t.client_id and c.deleted_at is null
    returning t.id, t.client_id as "clientId", t.site_id as "siteId", t.approval`;
  return token;
}

/** Thrown inside the transaction so that a use already counted is given back. */
class Refused extends Error {
  readonly because: "token" | "key";
  constructor(because: "token" | "key") {
    super(because);
    this.because = because;
  }
}

/** The key belongs to an agent of another organization, or to one enrolled a moment ago. */
const isTakenKey = (error: unknown): boolean => error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
