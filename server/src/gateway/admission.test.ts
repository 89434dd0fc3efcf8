import { once } from "node:events";
import net, { type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { until } from "../../test/until.ts";
import { type Admission, admissionLimits, createAdmission } from "./admission.ts";
import { HelloShares } from "./hello-shares.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

const sockets: Socket[] = [];
let server: Server = net.createServer();
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

/** A server that greets whoever it lets in; answers the connections it took. */
async function listen(admission: Admission): Promise<Socket[]> {
  const taken: Socket[] = [];
  server = net.createServer((socket) => {
    taken.push(socket);
    socket.on("error", () => undefined).write("hello");
  });
  admission.guard(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return taken;
}

/** Connects from an address; answers whether it was let in. */
async function knock(localAddress: string): Promise<{ socket: Socket; admitted: boolean }> {
  const { port } = server.address() as AddressInfo;
  const socket = net.connect({ port, host: "127.0.0.1", localAddress });
  sockets.push(socket);
  const admitted = await new Promise<boolean>((resolve) => {
    socket.once("data", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
  });
  return { socket, admitted };
}

const LIMITS = { open: 8, strangers: 4, strangersPerAddress: 2 };
const nobody = () => false;

describe("connections", () => {
  test("of one address are refused beyond its most, which leaves the others theirs; one that goes makes room", async () => {
    const admission = createAdmission(LIMITS, nobody);
    await listen(admission);
    const first = await knock("127.0.0.2");
    const answers = [first.admitted, (await knock("127.0.0.2")).admitted, (await knock("127.0.0.2")).admitted];
    expect(answers).toEqual([true, true, false]);
    expect((await knock("127.0.0.3")).admitted).toBe(true);
    expect(admission.stats()).toEqual({ open: 3, strangers: 3, refused: { address: 1, all: 0 } });
    first.socket.destroy();
    await until(() => expect(admission.stats().open).toBe(2));
    expect((await knock("127.0.0.2")).admitted).toBe(true);
  });

  test("that proved an agent are strangers no more, but still count among all", async () => {
    const admission = createAdmission(LIMITS, nobody);
    const taken = await listen(admission);
    for (let index = 0; index < 8; index++) {
      expect((await knock("127.0.0.2")).admitted).toBe(true);
      const newest = taken.at(-1);
      if (newest !== undefined) admission.proven(newest);
    }
    expect((await knock("127.0.0.3")).admitted).toBe(false);
    expect(admission.stats()).toEqual({ open: 8, strangers: 0, refused: { address: 0, all: 1 } });
  });

  test("of strangers from everywhere leave room for agents that have proven themselves", async () => {
    const admission = createAdmission(LIMITS, nobody);
    await listen(admission);
    for (const last of [2, 2, 3, 3]) expect((await knock(`127.0.0.${last}`)).admitted).toBe(true);
    expect((await knock("127.0.0.4")).admitted).toBe(false);
    expect(admission.stats().refused).toEqual({ address: 0, all: 1 });
  });

  test("of a trusted proxy are only held to the most of all", async () => {
    const admission = createAdmission(LIMITS, (address) => address === "127.0.0.9");
    await listen(admission);
    for (let index = 0; index < 8; index++) expect((await knock("127.0.0.9")).admitted).toBe(true);
    expect((await knock("127.0.0.9")).admitted).toBe(false);
  });
});

test("the limits leave half of the files to proven agents and a thousand machines behind one address their room", () => {
  expect(admissionLimits(20_000)).toEqual({ open: 19_744, strangers: 9_872, strangersPerAddress: 2_000 });
  expect(admissionLimits(1_024)).toEqual({ open: 768, strangers: 384, strangersPerAddress: 192 });
});

test("an address that says hello without end leaves the others their hellos, also a thousand behind one", () => {
  const shares = new HelloShares({ now: () => 0 }, DEFAULT_LIMITS);
  for (let index = 0; index < 10_000; index++) shares.take(`2001:db8:1:2::${index.toString(16)}`);
  expect(Array.from({ length: 1_000 }, () => shares.take("198.51.100.2")).every(Boolean)).toBe(true);
  // All together still get no more than the server can judge.
  for (let index = 0; index < 10_000; index++) shares.take(`192.0.2.${index % 200}`);
  expect(shares.take("198.51.100.3")).toBe(false);
});
