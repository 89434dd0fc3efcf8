// The server under load: one of our own with the bundled PostgreSQL, or one that runs already.
import { rmSync } from "node:fs";
import { type Api, makeToken, setUp } from "../../../server/test/kit/api.ts";
import { startServer, temporaryFolder } from "../../../server/test/kit/processes.ts";
import { bundledDatabase, type Oracle, openOracle } from "../oracle/database.ts";
import { ENROLMENTS_PER_TOKEN } from "./enrol.ts";
import { postmasterOf, type WatchedServer } from "./server-watch.ts";

export interface Target {
  readonly url: string;
  /** The token for the n-th enrolment: so that no token meets its limit of a minute. */
  tokenFor(n: number): Promise<string>;
  /** Lets a machine in that waits for it: real agents on one machine show the same hardware, which makes all but the first wait. */
  approve(resourceId: string): Promise<void>;
  /** Enrolments that may go out at once. */
  readonly enrolments: number;
  /** undefined when only the server's owner can look into its database. */
  readonly oracle: Oracle | undefined;
  /** undefined when the server is none of ours. */
  readonly watched: WatchedServer | undefined;
  stop(): Promise<void>;
}

/** Under the server's limit for all tokens together. */
const ENROLMENTS_AT_ONCE = 250;

/** Starts a server on a fresh folder and sets it up. */
export async function startTarget(keep: boolean): Promise<Target> {
  const dataDir = temporaryFolder("fleet-server");
  const server = await startServer(dataDir);
  const api = await setUp(server.url, dataDir);
  const { token, clientId, siteId } = await makeToken(api);
  const config = await bundledDatabase(dataDir);
  const oracle = await openOracle(config);
  return {
    url: server.url,
    tokenFor: tokens(api, token, { clientId, siteId }),
    approve: async (resourceId) => {
      const { state } = await api.ok<{ agent: { state: string } }>("GET", `/api/v1/resources/${resourceId}`).then(({ agent }) => agent);
      if (state === "pending") await api.ok("POST", `/api/v1/resources/${resourceId}/approve`, {});
    },
    enrolments: ENROLMENTS_AT_ONCE,
    oracle,
    watched: { url: server.url, pid: server.program.child.pid ?? 0, postmaster: postmasterOf(config.cluster) },
    async stop() {
      await oracle.close();
      await server.program.end();
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function tokens(api: Api, first: string, place: { clientId: string; siteId: string }): (n: number) => Promise<string> {
  const made = [Promise.resolve(first)];
  const make = async (): Promise<string> => {
    const body = { ...place, approval: "automatic" };
    return (await api.ok<{ token: string }>("POST", "/api/v1/enrollment-tokens", body)).token;
  };
  return (n) => {
    const which = Math.floor(n / ENROLMENTS_PER_TOKEN);
    while (made.length <= which) made.push(make());
    return made[which] ?? Promise.resolve(first);
  };
}

/** A server that somebody runs; it is neither watched nor stopped. */
export async function joinTarget(url: string, token: string, database: string | undefined): Promise<Target> {
  const oracle = database === undefined ? undefined : await openOracle({ connectionString: database });
  return {
    url,
    tokenFor: async () => token,
    // Whoever gave the token watches over it.
    approve: async () => undefined,
    enrolments: Number.POSITIVE_INFINITY,
    oracle,
    watched: undefined,
    stop: async () => oracle?.close(),
  };
}
