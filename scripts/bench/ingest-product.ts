// The product under load: the real gateway, directory, delivery and metrics with their upkeep, as app.ts joins them.
import { randomBytes } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { keyId, makeKey, rawPublicKey, signRoster } from "@vigia/protocol/handshake";
import Fastify from "fastify";
import { openDatabase } from "../../server/src/database/index.ts";
import { createDelivery } from "../../server/src/delivery/index.ts";
import { createGateway } from "../../server/src/gateway/index.ts";
import type { App } from "../../server/src/http/app.ts";
import { idToBytes, newId } from "../../server/src/ids.ts";
import { joinMarks } from "../../server/src/joins.ts";
import { createLog } from "../../server/src/log.ts";
import { createAudit } from "../../server/src/modules/audit/index.ts";
import { createFiles } from "../../server/src/modules/files/index.ts";
import { createFilterFor } from "../../server/src/modules/inventory/index.ts";
import { createMetrics } from "../../server/src/modules/metrics/index.ts";
import { createAgentDirectory, createResources, type SettingsFor } from "../../server/src/modules/resources/index.ts";
import { websockets } from "../../server/src/plugins/websockets.ts";
import { createPersonKeys, kekOf } from "../../server/src/secrets/index.ts";
import { makeClient, makeOrganization, makeSite } from "../../server/test/factories.ts";
import { serve } from "./ingest-server.ts";
import type { Seat, ServerOrder } from "./ingest-words.ts";

const ORGANIZATIONS = 10;
const SETTINGS = { metricsIntervalSeconds: 30, factsIntervalSeconds: 3600 };
/** All agents come at once and from one address, and each sends what hundreds would: the limits against that are not measured here. */
const LIMITS = {
  hellosPerSecond: 1e6,
  helloBurst: 1e6,
  unauthenticatedPerAddress: 1e6,
  unauthenticated: 1e6,
  messagesPerSecond: 1e4,
  messageBurst: 1e5,
};

function makeKeys() {
  const [identity, signer, recovery] = [makeKey(), makeKey(), makeKey()];
  const identityPublic = rawPublicKey(identity);
  const roster = randomBytes(64);
  return {
    identity,
    identityPublic,
    identityKeyId: keyId(identityPublic),
    recoveryPublic: rawPublicKey(recovery),
    signerPublic: rawPublicKey(signer),
    roster: { roster, signature: signRoster(signer, roster) },
  };
}

const base64 = (id: string): string => Buffer.from(idToBytes(id)).toString("base64");

async function makeSeats(database: ReturnType<typeof openDatabase>, count: number): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let index = 0; index < ORGANIZATIONS; index++) {
    const { id: organizationId } = await makeOrganization(database);
    const { id: clientId } = await makeClient(database, organizationId);
    const { id: siteId } = await makeSite(database, organizationId, clientId);
    const made = Array.from({ length: Math.ceil((count - index) / ORGANIZATIONS) }, () => ({
      id: newId(),
      agentId: newId(),
      key: makeKey(),
    }));
    await database.withTenant(organizationId, async (tx) => {
      await tx.resource.createMany({
        data: made.map(({ id }) => ({ id, organizationId, clientId, siteId, name: id, hostname: id, platform: "linux" })),
      });
      await tx.agent.createMany({
        data: made.map(({ id, agentId, key }) => {
          const publicKey = new Uint8Array(rawPublicKey(key));
          return { id: agentId, organizationId, resourceId: id, publicKey, state: "active" };
        }),
      });
    });
    for (const { agentId, key } of made) {
      const der = key.export({ format: "der", type: "pkcs8" }).toString("base64");
      seats.push({ organizationId: base64(organizationId), agentId: base64(agentId), key: der });
    }
  }
  return seats;
}

async function start({ app: appConfig, telemetry, agents }: ServerOrder) {
  const database = openDatabase({ app: { ...appConfig, max: 24 }, telemetry: { ...telemetry, max: 8 } });
  const clock = { now: () => Date.now() };
  const log = createLog("warn");
  const keys = makeKeys();
  const marks = joinMarks(createAudit({ database, people: createPersonKeys({ kek: kekOf(randomBytes(32)), random: randomBytes }) }));
  const settingsFor: SettingsFor = async (_tx, _organizationId, chains) => chains.map(() => SETTINGS);
  const directory = createAgentDirectory({ database, clock, log, marks, settingsFor });
  const metrics = createMetrics({ database, clock, log, intervalSeconds: async () => 30 });
  const unused = () => Promise.reject(new Error("no events here"));
  const delivery = createDelivery({
    database,
    clock,
    log,
    events: { agentEvent: unused, gap: unused, spoolReplaced: unused },
    telemetry: metrics.telemetry,
    onCommitted: (agent, records) => resources.live.committed(agent, records),
    allowanceBytes: 1e12,
  });
  const gateway = createGateway({ clock, log, keys, generation: 1, random: randomBytes, directory, delivery, limits: LIMITS });
  const resources = createResources({
    database,
    clock,
    log,
    marks,
    settingsFor,
    agents: gateway,
    random: randomBytes,
    sparkFor: metrics.sparks,
    filterFor: createFilterFor(clock),
    coverFor: async () => new Map(),
    files: createFiles({ database, clock, folder: path.join(os.tmpdir(), "vigia-no-files") }),
    feed: { publish: () => undefined, watched: () => false },
    serverHint: keys.identityKeyId.subarray(0, 16),
  });
  const app = Fastify() as unknown as App;
  await websockets(app, { log, goodbye: () => gateway.stop() });
  gateway.registerRoute(app);
  const seats = await makeSeats(database, agents);
  await metrics.start();
  await gateway.start();
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url: `${address.replace("http", "ws")}/agent/v1`,
    seats,
    stored: () => delivery.stats().applied,
    async stop() {
      await app.close();
      await delivery.stop();
      await metrics.stop();
      await directory.stop();
      await database.close();
    },
  };
}

serve(start);
