// Agents for a benchmark, written as an enrolment would have written them: enrolling thousands is not what is measured.
import { PROTOCOL_VERSION } from "@vigia/protocol";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { idToBytes, newId } from "../../../server/src/ids.ts";
import type { Ask } from "../../fleet/oracle/database.ts";

/** One agent as a load process plays it. */
export interface Seat {
  readonly resourceId: string;
  /** Base64 of the raw ids and of the PKCS #8 key. */
  readonly organizationId: string;
  readonly agentId: string;
  readonly key: string;
}

export interface Place {
  readonly organizationId: string;
  readonly clientId: string;
  readonly siteId: string;
}

const AT_ONCE = 1_000;
const base64 = (id: string): string => Buffer.from(idToBytes(id)).toString("base64");

/** Inserts so many active agents at this place. */
export async function makeSeats(ask: Ask, { organizationId, clientId, siteId }: Place, count: number): Promise<Seat[]> {
  const made = Array.from({ length: count }, () => ({ resourceId: newId(), agentId: newId(), key: makeKey() }));
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = made.slice(from, from + AT_ONCE);
    const resources = some.map(({ resourceId }) => resourceId);
    await ask(
      `insert into resources (id, organization_id, client_id, site_id, name, hostname, platform)
       select id, $1, $2, $3, id::text, id::text, 'linux' from unnest($4::uuid[]) as r(id)`,
      [organizationId, clientId, siteId, resources],
    );
    await ask(
      `insert into agents (id, organization_id, resource_id, public_key, state, agent_version, protocol_version, enrolled_from)
       select id, $1, resource_id, public_key, 'active', '0.1.0', $2, '127.0.0.1'
       from unnest($3::uuid[], $4::uuid[], $5::bytea[]) as a(id, resource_id, public_key)`,
      [organizationId, PROTOCOL_VERSION, some.map(({ agentId }) => agentId), resources, some.map(({ key }) => rawPublicKey(key))],
    );
  }
  return made.map(({ resourceId, agentId, key }) => ({
    resourceId,
    organizationId: base64(organizationId),
    agentId: base64(agentId),
    key: key.export({ format: "der", type: "pkcs8" }).toString("base64"),
  }));
}
