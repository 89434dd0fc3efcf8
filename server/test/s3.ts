// A real S3 server over a folder, for tests. It checks who asks, not how it is signed.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import S3rver from "s3rver";
import type { S3Place } from "../src/modules/files/index.ts";

export interface TestS3 {
  readonly place: S3Place;
  /** Stops answering; connections are cut. */
  close(): Promise<void>;
}

/** Starts it with one bucket; its folder goes with it. */
export async function startS3(): Promise<TestS3> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "vigia-s3-"));
  const bucket = "vigia-files";
  const server = new S3rver({ address: "127.0.0.1", port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] });
  const { port } = await server.run();
  let closing: Promise<void> | undefined;
  const place: S3Place = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    bucket,
    prefix: "test",
    style: "path",
    keyId: "S3RVER",
    secret: "S3RVER",
  };
  async function stop(): Promise<void> {
    const closed = server.close();
    server.httpServer.closeAllConnections();
    await closed;
    await rm(directory, { recursive: true, force: true });
  }
  return { place, close: () => (closing ??= stop()) };
}
