// Where trials are made: a PostgreSQL, a server's keys, and a folder for agents.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { IdentityStore, secureDataDir } from "../../../agent/src/identity.ts";
import { loadOrMakeKeys, type ServerKeys } from "../../../server/src/keys/index.ts";
import { createTestDatabase, startTestCluster, type TestDatabase } from "../../../server/test/cluster.ts";
import { makeClient, makeOrganization, makeResource, makeSite } from "../../../server/test/factories.ts";
import { type Oracle, openOracle } from "../oracle/database.ts";

export interface Ground {
  readonly db: TestDatabase;
  readonly oracle: Oracle;
  readonly keys: ServerKeys;
  /** Folders of so many new agents, each with its identity, for a server at this port. */
  agents(count: number, port: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const cluster = await startTestCluster();
  const db = await createTestDatabase(cluster);
  const oracle = await openOracle(db.ownerConfig);
  const folder = mkdtempSync(join(tmpdir(), "vigia-planted-"));
  mkdirSync(join(folder, "server"));
  const keys = await loadOrMakeKeys(join(folder, "server"), { configured: false, now: Date.now(), signerElsewhere: false });
  const organization = await makeOrganization(db.database);
  const { id: clientId } = await makeClient(db.database, organization.id);
  const { id: siteId } = await makeSite(db.database, organization.id, clientId);
  const hex = (id: string) => id.replaceAll("-", "");
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  let made = 0;

  async function makeAgent(port: number): Promise<string> {
    const dir = join(folder, `agent-${made++}`);
    const key = makeKey();
    const resource = await makeResource(db.database, organization.id, { clientId, siteId, publicKey: rawPublicKey(key) });
    await secureDataDir(dir);
    const store = new IdentityStore(dir);
    await store.keepNewKey(key);
    await store.adopt({
      version: 1,
      organizationId: hex(organization.id),
      organizationName: organization.name,
      agentId: hex(resource.agentId),
      resourceId: hex(resource.id),
      servers: [`http://127.0.0.1:${port}`],
      identityKey: base64(keys.identityPublic),
      recoveryKey: base64(keys.recoveryPublic),
      signerKey: base64(keys.signerPublic),
      roster: { version: 1, bytes: base64(keys.roster.roster), signature: base64(keys.roster.signature) },
      standing: "active",
      standingReason: "",
      serverGeneration: 1,
      tlsKey: "",
      clockOffsetMs: 0,
      bootId: "",
    });
    return dir;
  }

  return {
    db,
    oracle,
    keys,
    async agents(count, port) {
      const dirs: string[] = [];
      for (let i = 0; i < count; i++) dirs.push(await makeAgent(port));
      return dirs;
    },
    async close() {
      await oracle.close();
      await db.close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
