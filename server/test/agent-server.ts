// A gateway with the real directory over a real database, listening on a free port; delivery only remembers what it got.
import { randomBytes } from "node:crypto";
import os from "node:os";
import path from "node:path";
import type { Batch } from "@vigia/protocol";
import Fastify from "fastify";
import { createGateway, type Gateway, type GatewayLimits } from "../src/gateway/index.ts";
import type { PresenceSeen } from "../src/gateway/port.ts";
import type { DeliveringAgent, DeliveryReply } from "../src/gateway/sink.ts";
import type { App } from "../src/http/app.ts";
import type { Caller } from "../src/http/caller.ts";
import { joinMarks } from "../src/joins.ts";
import type { ServerKeys } from "../src/keys/index.ts";
import { createLog } from "../src/log.ts";
import { createAudit } from "../src/modules/audit/index.ts";
import { createFiles } from "../src/modules/files/index.ts";
import { createFilterFor } from "../src/modules/inventory/index.ts";
import { createAgentDirectory, createResources, type Resources, type SettingsFor } from "../src/modules/resources/index.ts";
import { websockets } from "../src/plugins/websockets.ts";
import { makeKeys, makePeople, TestClock } from "./build-app.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";
import { makeClient, makeOrganization, makeSite, makeUser } from "./factories.ts";

interface Received {
  readonly agent: DeliveringAgent;
  readonly batch: Batch;
  readonly reply: DeliveryReply;
}

export interface Place {
  readonly organizationId: string;
  readonly clientId: string;
  readonly siteId: string;
  readonly caller: Caller;
}

export interface AgentServer {
  readonly url: string;
  readonly app: App;
  readonly db: TestDatabase;
  readonly clock: TestClock;
  readonly keys: ServerKeys;
  readonly gateway: Gateway;
  readonly resources: Resources;
  readonly directory: ReturnType<typeof createAgentDirectory>;
  readonly received: Received[];
  readonly seen: PresenceSeen[];
  /** Records that delivery says are waiting. */
  queued: number;
  /** A new organization with one client and one site. */
  place(): Promise<Place>;
  /** Another gateway over the same database, as after a restart. */
  anotherGateway(): Promise<Gateway>;
  /** Lets time pass in steps, ticking after each. */
  pass(milliseconds: number, step?: number): void;
  close(): Promise<void>;
}

export const SETTINGS = { metricsIntervalSeconds: 30, factsIntervalSeconds: 3600 };

export async function startAgentServer(limits: Partial<GatewayLimits> = {}): Promise<AgentServer> {
  const db = await startTestDatabase();
  const { database } = db;
  const clock = new TestClock();
  const log = createLog("silent");
  const keys = makeKeys();
  const marks = joinMarks(createAudit({ database, people: makePeople() }));
  const settingsFor: SettingsFor = async (_tx, _organizationId, chains) => chains.map(() => SETTINGS);
  const directory = createAgentDirectory({ database, clock, log, marks, settingsFor });
  const received: Received[] = [];
  const delivery = {
    cursors: async () => [],
    receive: (agent: DeliveringAgent, batch: Batch, reply: DeliveryReply) => void received.push({ agent, batch, reply }),
    queued: () => server.queued,
  };
  const make = () => createGateway({ clock, log, keys, generation: 1, random: randomBytes, directory, delivery, limits });
  const gateway = make();
  const seen: PresenceSeen[] = [];
  gateway.onPresence((changes) => seen.push(...changes));
  const resources = createResources({
    database,
    clock,
    log,
    marks,
    settingsFor,
    agents: gateway,
    random: randomBytes,
    sparkFor: async () => new Map(),
    filterFor: createFilterFor(clock),
    coverFor: async () => new Map(),
    files: createFiles({ database, clock, folder: path.join(os.tmpdir(), "vigia-no-files") }),
    feed: { publish: () => undefined, watched: () => false },
    serverHint: keys.identityKeyId.subarray(0, 16),
  });
  const app = Fastify() as unknown as App;
  await websockets(app, { log, goodbye: () => gateway.stop() });
  gateway.registerRoute(app);
  await gateway.start();
  const address = await app.listen({ host: "127.0.0.1", port: 0 });

  const server: AgentServer = {
    url: `${address.replace("http", "ws")}/agent/v1`,
    app,
    db,
    clock,
    keys,
    gateway,
    resources,
    directory,
    received,
    seen,
    queued: 0,
    async place() {
      const { id: organizationId } = await makeOrganization(database);
      const { id: clientId } = await makeClient(database, organizationId);
      const { id: siteId } = await makeSite(database, organizationId, clientId);
      const { id: userId } = await makeUser(database, organizationId);
      return { organizationId, clientId, siteId, caller: { organizationId, userId, address: "127.0.0.1", reach: "all" } };
    },
    async anotherGateway() {
      const another = make();
      await another.start();
      return another;
    },
    pass(milliseconds, step = 1_000) {
      for (let passed = 0; passed < milliseconds; passed += step) {
        clock.advance(Math.min(step, milliseconds - passed));
        gateway.tick();
      }
    },
    async close() {
      await app.close();
      await directory.stop();
      await db.close();
    },
  };
  return server;
}
