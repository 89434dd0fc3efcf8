import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { headerOf, type MailSink, startMailSink, textOf } from "../../../../test/mail-sink.ts";
import { buildNotify, type NotifyBench, type Place } from "../../../../test/notify-bench.ts";
import { isAddress, readSender } from "../../../mail-address.ts";

let sink: MailSink;
let bench: NotifyBench;
let place: Place;
const SECRET_LINK = "https://vigia.example/reset#the-secret-token";

beforeAll(async () => {
  sink = await startMailSink();
  bench = await buildNotify({
    defaultMailServer: {
      host: "127.0.0.1",
      port: sink.port,
      secure: false,
      username: null,
      password: null,
      from: { name: "Vigia", address: "vigia@msp.example" },
    },
  });
});
afterAll(async () => {
  await bench.close();
  await sink.close();
});
beforeEach(async () => {
  place = await bench.place();
  sink.received.length = 0;
});
afterEach(() => {
  sink.refuse = () => undefined;
  sink.hold = async () => undefined;
});

const queue = (over = bench.notify, userId = place.user.id, { organizationId } = place) =>
  bench.in(organizationId, (tx) =>
    over.mail(tx, {
      organizationId,
      userId,
      template: "password_reset",
      params: { link: SECRET_LINK, expiresAt: new Date("2026-11-21T22:30:00Z") },
    }),
  );
/** What came for this test's own person; other tests' mails may still be tried meanwhile. */
const mine = () => sink.received.filter(({ to }) => to.includes(place.user.email));
const isMine = (to: string) => to === place.user.email;
const rows = () => bench.in(place.organizationId, (tx) => tx.mail.findMany());

describe("a mail", () => {
  test("goes out after its transaction committed, as text and HTML, and its parameters are gone then", async () => {
    await queue();
    await bench.settle();
    expect(sink.received).toHaveLength(1);
    const [mail] = sink.received;
    if (mail === undefined) return;
    expect(mail.to).toEqual([place.user.email]);
    expect(headerOf(mail, "subject")).toBe("Choose a new password");
    expect(headerOf(mail, "from")).toBe("Vigia <vigia@msp.example>");
    expect(textOf(mail)).toContain(SECRET_LINK);
    expect(mail.source).toMatch(/content-type: text\/html/i);
    expect(await rows()).toMatchObject([{ state: "sent", tries: 1, paramsSealed: null }]);
    await bench.settle();
    expect(sink.received).toHaveLength(1);
  });

  test("of a transaction that rolls back is never sent", async () => {
    const failing = bench.in(place.organizationId, async (tx) => {
      await bench.notify.mail(tx, {
        organizationId: place.organizationId,
        userId: place.user.id,
        template: "test",
        params: { at: new Date() },
      });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    await bench.settle();
    expect(sink.received).toEqual([]);
  });

  test("speaks the recipient's language and time zone", async () => {
    await bench.in(place.organizationId, (tx) =>
      tx.user.update({
        where: { id: place.user.id },
        data: { locale: "pt-BR", timeZone: "America/Sao_Paulo", name: "João\r\nBcc: x@y.example" },
      }),
    );
    await queue();
    await bench.settle();
    const [mail] = sink.received;
    if (mail === undefined) throw new Error("nothing came");
    expect(textOf(mail)).toContain("21 de novembro de 2026 às 19:30 (America/Sao_Paulo)");
    expect(headerOf(mail, "subject")).toBe("Escolha uma nova senha");
    // A name with a line end in it makes no header.
    expect(headerOf(mail, "bcc")).toBeUndefined();
    expect(mail.to).toEqual([place.user.email]);
  });

  test("that its server died with is sent by the next one's sweep", async () => {
    await bench.db.database.withTenant(place.organizationId, (tx) =>
      bench.notify.mail(tx, {
        organizationId: place.organizationId,
        address: "new@client.example",
        template: "test",
        params: { at: new Date() },
      }),
    );
    const next = bench.another();
    await next.sweep();
    expect(sink.received.map(({ to }) => to)).toEqual([["new@client.example"]]);
    await next.stop();
  });

  test("whose sender died on the way is sent again once its lease is over, under the same Message-ID", async () => {
    const { organizationId, user } = place;
    await bench.db.database.withTenant(organizationId, (tx) =>
      bench.notify.mail(tx, { organizationId, userId: user.id, template: "test", params: { at: new Date() } }),
    );
    const [queued] = await rows();
    await bench.settle();
    // As a crash leaves it: sent, but the row says that somebody still has it.
    const leased = { state: "waiting", paramsSealed: queued?.paramsSealed ?? null, lease: organizationId };
    const leasedUntil = new Date(bench.clock.now() + 60_000);
    await bench.in(organizationId, (tx) => tx.mail.update({ where: { id: queued?.id ?? "" }, data: { ...leased, leasedUntil } }));
    bench.clock.advance(59_999);
    await bench.settle();
    expect(mine()).toHaveLength(1);
    bench.clock.advance(1);
    await bench.settle();
    expect(mine().map((mail) => headerOf(mail, "message-id"))).toEqual(Array(2).fill(`<${queued?.id}@msp.example>`));
  });

  test("is sent once by two servers that look at the same time", async () => {
    for (let count = 0; count < 12; count++) await queue();
    const [one, two] = [bench.another(), bench.another()];
    await Promise.all([one.sweep(), two.sweep(), bench.settle(), one.sweep(), two.sweep()]);
    await bench.settle();
    expect(sink.received).toHaveLength(12);
    expect(new Set(sink.received.map((mail) => headerOf(mail, "message-id"))).size).toBe(12);
    for (const other of [one, two]) await other.stop();
  });

  test("is kept sealed: the database does not hold its link", async () => {
    sink.refuse = () => 451;
    await queue();
    await bench.settle();
    const [row] = await rows();
    expect(row?.paramsSealed).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(row?.paramsSealed ?? []).includes("secret-token")).toBe(false);
    expect(JSON.stringify({ ...row, paramsSealed: null })).not.toContain("secret-token");
  });
});

describe("a mail server that says", () => {
  test("not now is asked again, later each time, twelve times in under six hours", async () => {
    let tries = 0;
    sink.refuse = (to) => {
      if (isMine(to)) tries++;
      return 451;
    };
    await queue();
    await bench.settle();
    const began = bench.clock.now();
    for (let wait = 10_000; wait <= 10_000 * 2 ** 10; wait *= 2) {
      const before = tries;
      bench.clock.advance(wait - 1);
      await bench.settle();
      expect(tries).toBe(before);
      bench.clock.advance(1);
      await bench.settle();
      expect(tries).toBe(before + 1);
    }
    expect(tries).toBe(12);
    expect(bench.clock.now() - began).toBeLessThan(6 * 3_600_000);
    expect(await rows()).toMatchObject([{ state: "dead", tries: 12, problem: expect.stringContaining("451") }]);
    bench.clock.advance(24 * 3_600_000);
    await bench.settle();
    expect(tries).toBe(12);
  });

  test("not now and then yes gets it once", async () => {
    let refusals = 2;
    sink.refuse = (to) => (isMine(to) && refusals-- > 0 ? 421 : undefined);
    await queue();
    for (let turn = 0; turn < 4; turn++) {
      await bench.settle();
      bench.clock.advance(20_000);
    }
    expect(mine()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: "sent", tries: 3 }]);
  });

  test("never makes a dead letter at once, which does not hold up the others", async () => {
    const other = await bench.in(place.organizationId, async (tx) => {
      await bench.notify.mail(tx, {
        organizationId: place.organizationId,
        address: "good@client.example",
        template: "test",
        params: { at: new Date() },
      });
      return "good@client.example";
    });
    sink.refuse = (to) => (to === other ? undefined : 550);
    await queue();
    await bench.settle();
    const found = await rows();
    expect(found.find(({ address }) => address === other)).toMatchObject({ state: "sent" });
    expect(found.find(({ address }) => address !== other)).toMatchObject({
      state: "dead",
      tries: 1,
      problem: expect.stringContaining("550"),
    });
  });
});

test("without a mail server mails wait, no try is counted, and all go once there is one", async () => {
  const bare = bench.another({ defaultMailServer: undefined });
  await bench.db.database.withTenant(place.organizationId, (tx) =>
    bench.notify.mail(tx, { organizationId: place.organizationId, userId: place.user.id, template: "test", params: { at: new Date() } }),
  );
  await bare.sweep();
  bench.clock.advance(7 * 24 * 3_600_000);
  await bare.sweep();
  expect(await rows()).toMatchObject([{ state: "waiting", tries: 0 }]);
  await bench.settle();
  expect(mine()).toHaveLength(1);
  await bare.stop();
});

test("a mail to a stranger's id or a malformed address is refused where it is queued", async () => {
  const foreign = await bench.place();
  const to = (recipient: { userId: string } | { address: string }) =>
    bench.in(place.organizationId, (tx) =>
      bench.notify.mail(tx, { organizationId: place.organizationId, template: "test", params: { at: new Date() }, ...recipient }),
    );
  await expect(to({ userId: foreign.user.id })).rejects.toThrow(TypeError);
  for (const address of ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "<a@b.example>", "a b@c.example", "no"])
    await expect(to({ address })).rejects.toThrow(TypeError);
});

test.each([
  ["a@b.example", { name: "", address: "a@b.example" }],
  ["Vigia Alerts <a@b.example>", { name: "Vigia Alerts", address: "a@b.example" }],
  ["João <a@b.example>", { name: "João", address: "a@b.example" }],
  ["a@b.example\r\nBcc: c@d.example", undefined],
  ["A\r\nBcc: c@d.example <a@b.example>", undefined],
  ["a@b.example, c@d.example", undefined],
  ["<a@b.example> <c@d.example>", undefined],
  ["nobody", undefined],
])("the sender %j is read as %j", (text, sender) => {
  expect(readSender(text)).toEqual(sender);
  expect(isAddress(text)).toBe(text === "a@b.example");
});
