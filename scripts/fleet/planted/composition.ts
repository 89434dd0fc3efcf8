// A server of the product's own parts for one trial: agents' sockets, directory, delivery and metrics over a real PostgreSQL. A bug is
// planted by wrapping what the parts are given; the parts themselves know nothing of it. It can die in the middle of a commit.
import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import type { Batch } from "@vigia/protocol";
import Fastify from "fastify";
import type { Database } from "../../../server/src/database/index.ts";
import {
  createDelivery,
  type DeliveringAgent,
  type Delivery,
  type EventHandlers,
  type Failpoint,
} from "../../../server/src/delivery/index.ts";
import { createGateway } from "../../../server/src/gateway/index.ts";
import type { App } from "../../../server/src/http/app.ts";
import { joinMarks } from "../../../server/src/joins.ts";
import type { ServerKeys } from "../../../server/src/keys/index.ts";
import { createLog } from "../../../server/src/log.ts";
import { createAudit } from "../../../server/src/modules/audit/index.ts";
import { createMetrics } from "../../../server/src/modules/metrics/index.ts";
import { createAgentDirectory, createEventHandlers } from "../../../server/src/modules/resources/index.ts";
import { websockets } from "../../../server/src/plugins/websockets.ts";
import { createPersonKeys, kekOf } from "../../../server/src/secrets/index.ts";

/** What was sent before a death still arrives. */
const LAST_WORDS_MS = 50;

/** Wrappers around what the parts are given; each is the product's own when left out. */
export interface Bug {
  events?(events: EventHandlers, database: Database): EventHandlers;
  /** What delivery is given to write to. */
  database?(database: Database): Database;
  /** What the gateway is given to put records into. */
  delivery?(delivery: Delivery, events: EventHandlers, database: Database): Delivery;
}

export interface CompositionParts {
  readonly database: Database;
  readonly keys: ServerKeys;
  readonly bug: Bug;
  /** 0: a free one. */
  readonly port: number;
  /** Called in each commit; throwing ends it there. */
  readonly failpoint: Failpoint;
  /** Awaited before an event is applied. */
  readonly hold: () => Promise<void>;
  /** Told of every batch that arrived. */
  readonly onBatch: (agent: DeliveringAgent, batch: Batch) => void;
  /** Told whenever an agent came and waits to hear where the server stands. */
  readonly onHello: (agent: DeliveringAgent) => void;
  /** Bytes of telemetry an agent may deliver in an hour; the product's own when left out. */
  readonly allowanceBytes?: number;
}

export interface Composition {
  readonly port: number;
  /** Cuts every connection; the server goes on. */
  cut(): void;
  /** From now on the database takes nothing from it; then its connections break, as when a process is killed. */
  die(): Promise<void>;
  stop(): Promise<void>;
}

const clock = { now: () => Date.now() };
const settings = { metricsIntervalSeconds: 30, factsIntervalSeconds: 3_600 };

export async function startComposition(parts: CompositionParts): Promise<Composition> {
  const { bug, keys } = parts;
  const log = createLog("silent");
  let dead = false;
  const database = mortal(parts.database, () => dead);
  const marks = joinMarks(createAudit({ database, people: createPersonKeys({ kek: kekOf(randomBytes(32)), random: randomBytes }) }));
  const directory = createAgentDirectory({
    database,
    clock,
    log,
    marks,
    settingsFor: async (_tx, _organizationId, chains) => chains.map(() => settings),
  });
  const own = createEventHandlers(clock);
  const events = bug.events?.(own, database) ?? own;
  const written = bug.database?.(database) ?? database;
  const metrics = createMetrics({ database: written, clock, log, intervalSeconds: async () => 30 });
  const inner = createDelivery({
    database: written,
    clock,
    log,
    events: {
      ...events,
      async agentEvent(tx, agent, record) {
        await parts.hold();
        await events.agentEvent(tx, agent, record);
      },
    },
    telemetry: metrics.telemetry,
    failpoint: (place) => !dead && parts.failpoint(place),
    ...(parts.allowanceBytes === undefined ? {} : { allowanceBytes: parts.allowanceBytes }),
  });
  const delivery = bug.delivery?.(inner, own, database) ?? inner;
  const gateway = createGateway({
    clock,
    log,
    keys,
    generation: 1,
    random: randomBytes,
    directory,
    delivery: {
      ...delivery,
      cursors(agent, epoch) {
        const told = delivery.cursors(agent, epoch);
        parts.onHello(agent);
        return told;
      },
      receive(agent, batch, reply) {
        delivery.receive(agent, batch, reply);
        parts.onBatch(agent, batch);
      },
    },
  });
  const app = Fastify() as unknown as App;
  await websockets(app, { log, goodbye: () => gateway.stop() });
  gateway.registerRoute(app);
  await gateway.start();
  const connections = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  await app.listen({ host: "127.0.0.1", port: parts.port });
  const address = app.server.address();
  const cut = (): void => {
    for (const socket of connections) socket.destroy();
  };
  const stop = async (): Promise<void> => {
    await app.close();
    await delivery.stop(dead ? 1 : 1_000);
    await directory.stop();
  };
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut,
    async die() {
      dead = true;
      await new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS));
      cut();
      await stop();
    },
    stop,
  };
}

/** The same database, which takes nothing any more from a server that is dead. */
function mortal(database: Database, dead: () => boolean): Database {
  const alive = <T>(work: () => Promise<T>): Promise<T> => (dead() ? Promise.reject(new Error("this server is dead")) : work());
  return {
    ...database,
    withTenant: (organizationId, work) => alive(() => database.withTenant(organizationId, work)),
    pools: () => database.pools(),
    withUser: (userId, work) => alive(() => database.withUser(userId, work)),
    global: (work) => alive(() => database.global(work)),
  };
}
