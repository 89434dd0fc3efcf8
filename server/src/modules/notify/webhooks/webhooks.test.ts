import { createHmac } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildNotify, type NotifyBench, type Place } from "../../../../test/notify-bench.ts";
import { publish } from "../../../outbox/index.ts";
import type { WebhookView } from "../schemas.ts";
import { createGuard } from "./guard.ts";
import { signatureOf } from "./send.ts";

interface Hit {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

const TIMEOUT_MS = 500;
const asked: string[] = [];
const addresses = new Map([
  ["hooks.example", "127.0.0.1"],
  ["inside.example", "10.0.0.1"],
  ["mapped.example", "::ffff:192.168.1.1"],
]);
let other: http.Server;
let base: string;
let hits: Hit[] = [];
let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
let bench: NotifyBench;
let place: Place;
/** The organization whose deliveries a test looks at. */
let watched: string;

beforeAll(async () => {
  other = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      // What earlier tests left to be tried again is taken quietly.
      if (!body.includes(watched)) {
        response.end();
        return;
      }
      hits.push({ path: request.url ?? "", headers: request.headers, body });
      answer(request, response);
    });
  });
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  base = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const guard = createGuard(["127.0.0.1"], async (hostname) => {
    asked.push(hostname);
    const address = addresses.get(hostname);
    if (address === undefined) throw new Error("ENOTFOUND");
    return [{ address, family: address.includes(":") ? 6 : 4 }];
  });
  bench = await buildNotify({ guard, webhookTimeoutMs: TIMEOUT_MS });
});
afterAll(async () => {
  await bench.close();
  other.closeAllConnections();
  other.close();
});
beforeEach(async () => {
  place = await bench.place();
  watched = place.organizationId;
  [hits, answer] = [[], (_request, response) => void response.end("thanks")];
  asked.length = 0;
});

const caller = () => ({ organizationId: place.organizationId, userId: place.user.id, address: "192.0.2.7", reach: "all" as const });
const make = (url = `${base}/hook`, events: readonly ("client.created" | "client.changed")[] = ["client.created"]) =>
  bench.notify.webhooks.create(caller(), { url, events: [...events] });
const happen = (name: "client.created" | "client.changed" = "client.created") =>
  bench.in(place.organizationId, (tx) => publish(tx, place.organizationId, name, { clientId: place.user.id }));
const deliveries = async ({ id }: Pick<WebhookView, "id">) => (await bench.notify.webhooks.deliveries(place.organizationId, id, {})).items;
const idsSeen = () => hits.map(({ headers }) => headers["x-vigia-delivery"]);

describe("an event", () => {
  test("reaches the webhooks that chose it, signed, and no other", async () => {
    const hook = await make();
    await make(`${base}/other`, ["client.changed"]);
    await happen();
    await bench.settle();
    expect(hits.map(({ path }) => path)).toEqual(["/hook"]);
    const { headers, body } = hits[0] as Hit;
    const [, at = "", signature] = /^t=(\d+),v1=([\da-f]{64})$/.exec(String(headers["x-vigia-signature"])) ?? [];
    expect(signature).toBe(createHmac("sha256", hook.secret).update(`${at}.${body}`).digest("hex"));
    expect(Number(at)).toBe(Math.floor(bench.clock.now() / 1000));
    expect(JSON.parse(body)).toMatchObject({
      id: headers["x-vigia-delivery"],
      event: "client.created",
      organizationId: place.organizationId,
      data: { clientId: place.user.id },
    });
    expect(headers["x-vigia-event"]).toBe("client.created");
    expect(await deliveries(hook)).toMatchObject([{ state: "delivered", tries: 1, status: 200, answer: "thanks", problem: null }]);
  });

  test("of another organization is nobody else's", async () => {
    await make();
    place = await bench.place();
    await happen();
    await bench.settle();
    expect(hits).toEqual([]);
  });

  test("that is told twice is delivered once", async () => {
    const hook = await make();
    await happen();
    await bench.settle();
    await bench.in(place.organizationId, (tx) => tx.outboxEvent.updateMany({ data: { publishedAt: null } }));
    await bench.settle();
    expect(hits).toHaveLength(1);
    expect(await deliveries(hook)).toHaveLength(1);
  });

  test("is taken by one of two servers that look at the same time", async () => {
    await make();
    for (let count = 0; count < 8; count++) await happen();
    const [one, two] = [bench.another(), bench.another()];
    await Promise.all([bench.settle(), one.sweep(), two.sweep(), one.sweep(), two.sweep()]);
    await bench.settle();
    expect(hits).toHaveLength(8);
    expect(new Set(idsSeen()).size).toBe(8);
    for (const server of [one, two]) await server.stop();
  });
});

describe("a webhook that answers", () => {
  test("500 is asked again, once each time, under the same delivery id and with the same body", async () => {
    let failures = 2;
    answer = (_request, response) => {
      response.statusCode = failures-- > 0 ? 500 : 204;
      response.end(failures >= 0 ? "broken\u0000\u001b" : "");
    };
    const hook = await make();
    await happen();
    await bench.settle();
    expect(await deliveries(hook)).toMatchObject([{ state: "waiting", tries: 1, status: 500, problem: "status", answer: "broken" }]);
    await bench.settle();
    expect(hits).toHaveLength(1);
    bench.clock.advance(10_000);
    await bench.settle();
    expect(hits).toHaveLength(2);
    bench.clock.advance(20_000);
    await bench.settle();
    expect(hits).toHaveLength(3);
    expect(new Set(idsSeen()).size).toBe(1);
    expect(new Set(hits.map(({ body }) => body)).size).toBe(1);
    expect(new Set(hits.map(({ headers }) => headers["x-vigia-signature"])).size).toBe(3);
    expect(await deliveries(hook)).toMatchObject([{ state: "delivered", tries: 3, status: 204, problem: null }]);
  });

  test("with a redirect is refused and not followed", async () => {
    answer = (_request, response) => void response.writeHead(302, { location: `${base}/elsewhere` }).end();
    const hook = await make();
    await happen();
    await bench.settle();
    expect(hits.map(({ path }) => path)).toEqual(["/hook"]);
    expect(await deliveries(hook)).toMatchObject([{ state: "waiting", status: 302, problem: "redirect" }]);
  });

  test.each([
    ["not at all", () => undefined],
    ["a drop at a time", (response: http.ServerResponse) => void setInterval(() => response.write("."), 50).unref()],
  ])("%s is cut off", async (_how, behave) => {
    answer = (_request, response) => behave(response);
    const hook = await make();
    await happen();
    await bench.settle();
    expect(await deliveries(hook)).toMatchObject([{ state: "waiting", status: null, problem: "timeout" }]);
  });

  test("without end is let go after a mebibyte, and little of it is kept", async () => {
    let written = 0;
    answer = (_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, "x"))) written += 65_536;
        if (!response.destroyed) response.once("drain", pour);
      };
      response.on("error", () => undefined);
      pour();
    };
    const hook = await make();
    await happen();
    await bench.settle();
    const [delivery] = await deliveries(hook);
    expect(delivery).toMatchObject({ state: "delivered", status: 200 });
    expect(delivery?.answer).toHaveLength(500);
    expect(written).toBeLessThan(32 * 1_048_576);
  });

  test("nothing good twelve times is switched off, the rest is given up, and the administrators are told", async () => {
    answer = (_request, response) => void response.writeHead(503).end();
    const hook = await make(`${base}/hook?key=secret-of-the-other-side`);
    await happen();
    await bench.settle();
    for (let tries = 1; tries < 12; tries++) {
      expect(hits).toHaveLength(tries);
      bench.clock.advance(10_000 * 2 ** (tries - 1));
      // Another one waits behind it when the last try fails.
      if (tries === 11) await happen();
      await bench.settle();
    }
    const row = await bench.notify.webhooks.get(place.organizationId, hook.id);
    expect(row).toMatchObject({ active: false, disabledReason: "failing" });
    bench.clock.advance(24 * 3_600_000);
    await happen();
    await bench.settle();
    expect((await deliveries(hook)).every(({ state }) => state === "failed")).toBe(true);
    expect(bench.audited.map(({ action }) => action)).toContain("webhook.disabled");
    const notices = await bench.in(place.organizationId, (tx) => tx.notice.findMany());
    expect(notices).toMatchObject([
      { userId: place.user.id, code: "webhook_disabled", params: { webhookId: hook.id, problem: "HTTP 503" } },
    ]);
    expect(JSON.stringify(notices)).not.toContain("secret-of-the-other-side");
    expect(bench.live.filter(({ userId, name }) => userId === place.user.id && name === "notice")).toHaveLength(1);
    expect(await bench.in(place.organizationId, (tx) => tx.mail.findMany())).toMatchObject([
      { template: "webhook_disabled", address: place.user.email, state: "waiting" },
    ]);
    const on = await bench.notify.webhooks.update(caller(), hook.id, row.version, { active: true });
    expect(on).toMatchObject({ active: true, disabledReason: null });
  });
});

describe("the guard holds for a name", () => {
  test("that leads inside", async () => {
    for (const name of ["inside.example", "mapped.example"]) {
      const hook = await make(`http://${name}/`);
      await happen();
      await bench.settle();
      expect((await deliveries(hook))[0]).toMatchObject({ status: null, problem: "private_address" });
      await bench.notify.webhooks.remove(caller(), hook.id, 1);
    }
  });

  test("that changes its address behind the check: it is asked once, and only the checked address is connected to", async () => {
    const hook = await make(`http://hooks.example:${new URL(base).port}/hook`);
    await happen();
    await bench.settle();
    expect(asked).toEqual(["hooks.example"]);
    expect(hits[0]?.headers.host).toContain("hooks.example");
    expect(await deliveries(hook)).toMatchObject([{ state: "delivered" }]);
  });

  test("that is not there", async () => {
    const hook = await make("https://nowhere.example/");
    await happen();
    await bench.settle();
    expect(await deliveries(hook)).toMatchObject([{ status: null, problem: "unreachable" }]);
  });
});

test.each([
  "http://10.0.0.1/",
  "http://[::1]:80/",
  "http://169.254.169.254/latest",
  "http://0x7f000002/",
  "ftp://a.example/",
  "file:///etc/passwd",
  "not a url",
  "http://u:p@a.example/",
])("the address %s cannot be set up", async (url) => {
  await expect(async () => make(url)).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

describe("a test delivery", () => {
  test("is sent once, answers what came, and switches nothing off", async () => {
    answer = (_request, response) => void response.writeHead(418).end("a teapot");
    const hook = await make();
    const result = await bench.notify.webhooks.test(caller(), hook.id);
    expect(result).toMatchObject({ event: "webhook.test", state: "failed", tries: 1, status: 418, answer: "a teapot", problem: "status" });
    bench.clock.advance(3_600_000);
    await bench.settle();
    expect(hits).toHaveLength(1);
    expect(await bench.notify.webhooks.get(place.organizationId, hook.id)).toMatchObject({ active: true });
  });

  test("of another organization's webhook is not found", async () => {
    const hook = await make();
    place = await bench.place();
    await expect(bench.notify.webhooks.test(caller(), hook.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("the secret is kept sealed and shown once", async () => {
  const hook = await make();
  expect(hook.secret).toMatch(/^whsec_[\w-]{43}$/);
  expect(JSON.stringify(await bench.notify.webhooks.get(place.organizationId, hook.id))).not.toContain("whsec_");
  const rows = await bench.in(place.organizationId, (tx) => tx.webhook.findMany());
  expect(Buffer.from(rows[0]?.secretSealed ?? []).includes(hook.secret)).toBe(false);
});

test("a webhook that is off hears nothing", async () => {
  const hook = await make();
  await bench.notify.webhooks.update(caller(), hook.id, 1, { active: false });
  await happen();
  await bench.settle();
  expect(hits).toEqual([]);
});

test("the signature is the HMAC of time and body", () => {
  expect(signatureOf("whsec_example", 1_700_000_000, '{"a":1}')).toBe(
    `t=1700000000,v1=${createHmac("sha256", "whsec_example").update('1700000000.{"a":1}').digest("hex")}`,
  );
});
