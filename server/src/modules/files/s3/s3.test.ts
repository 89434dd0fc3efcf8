import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startS3, type TestS3 } from "../../../../test/s3.ts";
import { systemClock } from "../../../clock.ts";
import { newId } from "../../../ids.ts";
import type { Finished } from "../store.ts";
import { signed } from "./exchange.ts";
import { createS3Store, openS3Place, type S3Place } from "./index.ts";
import { addressOf } from "./place.ts";

let folder: string;
let s3: TestS3;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-s3-drafts-"));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

const storeAt = (place: S3Place) => createS3Store({ place, clock: systemClock, waits: [1, 1] });
async function draft(bytes: number): Promise<Finished> {
  const file = path.join(folder, newId());
  const content = randomBytes(bytes);
  await writeFile(file, content);
  return { path: file, size: bytes, hash: createHash("sha256").update(content).digest() };
}

/** A store that answers as told, one after the other; the last answer stays. */
async function playing(answers: readonly RequestListener[]) {
  let asked = 0;
  const server = http.createServer((request, response) => answers[Math.min(asked++, answers.length - 1)]?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    store: storeAt({ ...s3.place, endpoint }),
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
const empty: RequestListener = (_request, response) => void response.end("<ListBucketResult/>");
const says =
  (status: number, code = ""): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status).end(code && `<Error><Code>${code}</Code></Error>`);
  };

describe("a store that does not do its work says why:", () => {
  test("the key is not known", async () => {
    const store = storeAt({ ...s3.place, keyId: "STRANGER" });
    await expect(store.keep(newId(), await draft(10))).rejects.toThrow(/the key STRANGER is not known/);
    await expect(store.open(newId(), randomBytes(32))).rejects.toThrow(/the key STRANGER is not known/);
  });

  test("the bucket is missing", async () => {
    const store = storeAt({ ...s3.place, bucket: "nowhere" });
    await expect(store.keep(newId(), await draft(10))).rejects.toThrow(/there is no bucket "nowhere"/);
    await expect(store.open(newId(), randomBytes(32))).rejects.toThrow(/there is no bucket "nowhere"/);
    await expect(store.list(newId())[Symbol.asyncIterator]().next()).rejects.toThrow(/there is no bucket "nowhere"/);
  });

  test.each([
    [403, "SignatureDoesNotMatch", /the secret of the key S3RVER is another/],
    [400, "AuthorizationHeaderMalformed", /the region is not "us-east-1"/],
    [418, "Strange", /it answered 418 Strange/],
  ])("%s %s, which asking again does not change", async (status, code, words) => {
    await using play = await playing([says(status, code)]);
    await expect(play.store.open(newId(), randomBytes(32))).rejects.toThrow(words);
    expect(play.asked()).toBe(1);
  });

  test("nobody is there", async () => {
    const gone = await startS3();
    await gone.close();
    await expect(storeAt(gone.place).keep(newId(), await draft(10))).rejects.toThrow(/cannot be reached: ECONNREFUSED/);
  });

  test("it goes away in the middle of an upload", async () => {
    const cut: RequestListener = (request) => request.once("data", () => request.socket.destroy());
    await using play = await playing([empty, cut]);
    await expect(play.store.keep(newId(), await draft(5_000_000))).rejects.toThrow(/cannot be reached: E(CONNRESET|PIPE)/);
    expect(play.asked()).toBe(4);
  });
});

test("a store that is busy for a moment is asked again", async () => {
  const file = await draft(200_000);
  let came: Buffer | undefined;
  const take: RequestListener = async (request, response) => {
    came = await buffer(request);
    response.end();
  };
  await using play = await playing([says(503, "SlowDown"), empty, says(500), take]);
  await play.store.keep(newId(), file);
  expect([
    play.asked(),
    createHash("sha256")
      .update(came ?? "")
      .digest(),
  ]).toEqual([4, file.hash]);
});

test("a refusal that comes before the body has left is the answer", async () => {
  const refuse: RequestListener = (_request, response) => void response.writeHead(403).end("<Error><Code>AccessDenied</Code></Error>");
  await using play = await playing([empty, refuse]);
  await expect(play.store.keep(newId(), await draft(8_000_000))).rejects.toThrow(/may not do this in "vigia-files"/);
});

test("content that is lost on the way is an error, never a short file", async () => {
  const half: RequestListener = (_request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("half");
    setImmediate(() => response.destroy());
  };
  await using play = await playing([half]);
  const content = await play.store.open(newId(), randomBytes(32));
  expect(content).toBeDefined();
  await expect(buffer(content ?? Readable.from([]))).rejects.toThrow();
});

test("everything of an organization is listed over several pages, and nothing of another's", async () => {
  const page =
    (key: string, more: string): RequestListener =>
    (_request, response) =>
      void response.end(
        `<ListBucketResult><Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>${more}</ListBucketResult>`,
      );
  const [one, two] = ["a".repeat(64), "b".repeat(64)];
  const next: string[] = [];
  const second: RequestListener = (request, response) => {
    next.push(new URL(request.url ?? "", "http://x").searchParams.get("continuation-token") ?? "");
    page(`test/x/bb/${two}`, "<IsTruncated>false</IsTruncated>")(request, response);
  };
  const more = "<IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b=</NextContinuationToken>";
  await using play = await playing([page(`test/x/aa/${one}`, more), second]);
  const found = [];
  for await (const { hash, at } of play.store.list("x")) found.push([hash.toString("hex"), at.getFullYear()]);
  expect([found, next]).toEqual([
    [
      [one, 2026],
      [two, 2026],
    ],
    ["a&b="],
  ]);

  const [store, mine, other] = [storeAt(s3.place), newId(), newId()];
  const file = await draft(10);
  await store.keep(mine, file);
  await store.keep(other, await draft(10));
  const kept = [];
  for await (const { hash } of store.list(mine)) kept.push(hash);
  expect(kept).toEqual([file.hash]);
});

// The example "GET Bucket (List Objects)" of the published description of Signature Version 4.
test("a request is signed as the description of S3 shows it", async () => {
  const place: S3Place = {
    ...s3.place,
    endpoint: "https://s3.amazonaws.com",
    bucket: "examplebucket",
    style: "virtual",
    keyId: "AKIAIOSFODNN7EXAMPLE",
    secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  };
  const ask = { method: "GET", key: "", query: { "max-keys": "2", prefix: "J" } } as const;
  const { url, headers } = await signed(place, ask, Date.UTC(2013, 4, 24));
  expect(url.href).toBe("https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J");
  expect(headers.get("authorization")).toMatch(/Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/);
  expect(addressOf({ ...place, style: "path" }, "a/b").href).toBe("https://s3.amazonaws.com/examplebucket/a/b");
});

test("the secret is read from its file", async () => {
  const file = path.join(folder, "secret");
  const opened = () => openS3Place({ ...s3.place, secret: { file } });
  await expect(opened()).rejects.toThrow(/cannot be read.*Put the key's secret into this file/);
  await writeFile(file, "\n");
  await expect(opened()).rejects.toThrow(/is empty/);
  await writeFile(file, "geheim\n");
  expect(await opened()).toMatchObject({ secret: "geheim" });
});
