// Puts a fleet's agents on a server: the first ones by real enrolments, as fast as the server's limits allow at once; the rest by
// writing the rows that an enrolment writes (resource, agent, key) straight into the database. The report says how many of each.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Platform, PROTOCOL_VERSION } from "@vigia/protocol";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { formatId, type Identity, IdentityStore, secureDataDir } from "../../../agent/src/identity.ts";
import { enroll } from "../../../agent/src/link/enroll.ts";
import { connectWebSocket } from "../../../agent/src/link/ws-transport.ts";
import { newId } from "../../../server/src/ids.ts";
import type { Ask } from "../oracle/database.ts";
import { addressOf } from "./addresses.ts";

/** Under the server's limit for one token. */
export const ENROLMENTS_PER_TOKEN = 25;
const INSERTED_AT_ONCE = 500;
const SLOW_DOWN = /asks to wait/;

const agentDir = (folder: string, a: number): string => join(folder, "agents", String(a));
const nameOf = (a: number): string => `sim-${String(a).padStart(5, "0")}`;

async function keep(folder: string, a: number, key: ReturnType<typeof makeKey>, identity: Identity): Promise<void> {
  const dir = agentDir(folder, a);
  await secureDataDir(dir);
  const store = new IdentityStore(dir);
  await store.keepNewKey(key);
  await store.adopt(identity);
}

/** Enrols one agent over the wire. Waits as long as the server asks to. Rejects with EnrollError. */
export async function enrolOne(folder: string, a: number, server: string, token: string, perAddress: number): Promise<Identity> {
  const key = makeKey();
  for (;;) {
    try {
      const identity = await enroll({
        server,
        token,
        key,
        facts: { hostname: nameOf(a), platform: Platform.PLATFORM_LINUX, osName: "Simulated", addresses: [] },
        hardwareHint: new Uint8Array(),
        agentVersion: "0.1.0",
        connect: connectWebSocket(undefined, addressOf(a, perAddress)),
        randomBytes,
        now: Date.now,
      });
      await keep(folder, a, key, identity);
      return identity;
    } catch (error) {
      if (!(error instanceof Error && SLOW_DOWN.test(error.message))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

/** Agents `first` to `last` as an enrolment would have written them, beside the one that `like` enrolled. */
export async function insertAgents(ask: Ask, folder: string, like: Identity, first: number, last: number): Promise<void> {
  const [place] = await ask<{ organization_id: string; client_id: string; site_id: string }>(
    "select organization_id, client_id, site_id from resources where id = $1",
    [formatId(like.resourceId)],
  );
  if (place === undefined) throw new Error("the first enrolled agent is not in this database");
  for (let from = first; from <= last; from += INSERTED_AT_ONCE) {
    const rows = Array.from({ length: Math.min(INSERTED_AT_ONCE, last - from + 1) }, (_, i) => {
      return { a: from + i, resourceId: newId(), agentId: newId(), key: makeKey() };
    });
    const [resources, agents] = [rows.map(({ resourceId }) => resourceId), rows.map(({ agentId }) => agentId)];
    await ask(
      `insert into resources (id, organization_id, client_id, site_id, name, hostname, platform, os_name)
       select id, $1, $2, $3, name, name, 'linux', 'Simulated' from unnest($4::uuid[], $5::text[]) as r(id, name)`,
      [place.organization_id, place.client_id, place.site_id, resources, rows.map(({ a }) => nameOf(a))],
    );
    await ask(
      `insert into agents (id, organization_id, resource_id, public_key, state, agent_version, protocol_version, enrolled_from)
       select id, $1, resource_id, public_key, 'active', '0.1.0', $2, '127.0.0.1' from unnest($3::uuid[], $4::uuid[], $5::bytea[]) as a(id, resource_id, public_key)`,
      [place.organization_id, PROTOCOL_VERSION, agents, resources, rows.map(({ key }) => rawPublicKey(key))],
    );
    const hex = (id: string) => id.replaceAll("-", "");
    for (const { a, key, agentId, resourceId } of rows)
      await keep(folder, a, key, { ...like, agentId: hex(agentId), resourceId: hex(resourceId) });
  }
}
