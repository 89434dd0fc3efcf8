import { chmod, lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Identity, IdentityStore, secureDataDir } from "./identity.ts";
import { identityFor } from "./link/testing/agent-parts.ts";
import { FakeServer } from "./link/testing/fake-server.ts";

let base: string;
let dir: string;
const identity: Identity = identityFor(new FakeServer(), "http://127.0.0.1");

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "vigia-identity-"));
  dir = join(base, "data");
});
afterEach(() => rm(base, { recursive: true, force: true }));

describe("the data folder", () => {
  it("is made for its owner alone", async () => {
    await secureDataDir(dir);
    expect((await lstat(dir)).mode & 0o777).toBe(0o700);
  });

  it("is refused when it is a link", async () => {
    await mkdir(join(base, "elsewhere"), { mode: 0o700 });
    await symlink(join(base, "elsewhere"), dir);
    await expect(secureDataDir(dir)).rejects.toThrow(/is a link; remove it/);
  });

  it("is refused when somebody else made it first", async () => {
    await mkdir(dir, { mode: 0o700 });
    const stranger = ((await lstat(dir)).uid + 1) % 60_000;
    await expect(secureDataDir(dir, stranger)).rejects.toThrow(/belongs to another user .* remove it/);
  });

  it.each([0o770, 0o702])("is refused when others may write to it (%o)", async (mode) => {
    await mkdir(dir);
    await chmod(dir, mode);
    await expect(secureDataDir(dir)).rejects.toThrow(/chmod 700/);
  });

  it("is refused when it is a file", async () => {
    await writeFile(dir, "");
    await expect(secureDataDir(dir)).rejects.toThrow(/cannot be used \(EEXIST\)/);
  });
});

describe("an identity", () => {
  let store: IdentityStore;
  beforeEach(async () => {
    await secureDataDir(dir);
    store = new IdentityStore(dir);
  });

  it("is there after a restart, with its key, readable by its owner alone", async () => {
    const key = makeKey();
    await store.keepNewKey(key);
    await store.adopt(identity);
    const again = new IdentityStore(dir);
    expect(await again.load()).toEqual(identity);
    expect(rawPublicKey(await again.key())).toEqual(rawPublicKey(key));
    for (const name of ["agent.key", "identity.json"]) expect((await lstat(join(dir, name))).mode & 0o777).toBe(0o600);
  });

  it("writes its key into a file of its own, not through a planted link", async () => {
    await writeFile(join(base, "victim"), "untouched");
    await symlink(join(base, "victim"), join(dir, "agent.key.new"));
    await store.keepNewKey(makeKey());
    expect(await readFile(join(base, "victim"), "utf8")).toBe("untouched");
    expect((await lstat(join(dir, "agent.key.new"))).isSymbolicLink()).toBe(false);
  });

  it("keeps the newest of many changes at once", async () => {
    await store.keepNewKey(makeKey());
    await store.adopt(identity);
    await Promise.all([1, 2, 3].map((serverGeneration) => store.update({ serverGeneration })));
    expect((await new IdentityStore(dir).load())?.serverGeneration).toBe(3);
  });

  it("keeps them in the order of the calls, however long a look at the disk takes", async () => {
    await store.keepNewKey(makeKey());
    await store.adopt(identity);
    const looked: (() => void)[] = [];
    const exists = store.exists.bind(store);
    // The first look answers last.
    store.exists = async () => {
      const first = looked.length === 0;
      await new Promise<void>((resolve) => {
        looked.push(resolve);
        if (!first) resolve();
        else setTimeout(resolve, 20);
      });
      return await exists();
    };
    await Promise.all([1, 2].map((serverGeneration) => store.update({ serverGeneration })));
    expect(store.current.serverGeneration).toBe(2);
    expect((await new IdentityStore(dir).load())?.serverGeneration).toBe(2);
  });

  it("keeps a change that is not on the disk yet when it is read anew, also when it cannot be written", async () => {
    const troubles: unknown[] = [];
    const store = new IdentityStore(dir, (error) => troubles.push(error));
    await store.keepNewKey(makeKey());
    await store.adopt(identity);
    const writing = store.update({ tlsKey: "new" });
    while (store.current.tlsKey !== "new") await new Promise(setImmediate);
    expect((await store.load())?.tlsKey).toBe("new");
    await writing;
    // A folder in the place of the temporary file: nothing can be written.
    await mkdir(join(dir, "identity.json.new", "in-the-way"), { recursive: true });
    await store.update({ serverGeneration: 7 });
    expect(troubles).toHaveLength(1);
    expect(await store.load()).toMatchObject({ tlsKey: "new", serverGeneration: 7 });
  });

  it("does not come back when it was wiped meanwhile", async () => {
    await store.keepNewKey(makeKey());
    await store.adopt(identity);
    await new IdentityStore(dir).wipe();
    expect(await store.update({ standing: "active" })).toBe(false);
    expect(await new IdentityStore(dir).load()).toBeUndefined();
  });

  it("says what to do when its file or key is damaged", async () => {
    await writeFile(join(dir, "identity.json"), "{");
    await expect(store.load()).rejects.toThrow(/damaged; enrol this machine again/);
    await writeFile(join(dir, "agent.key"), "nonsense");
    await expect(store.key()).rejects.toThrow(/cannot be used; enrol this machine again/);
  });
});
