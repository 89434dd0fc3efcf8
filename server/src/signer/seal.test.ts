import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { createSeal } from "./seal.ts";

const owner = { userId: randomUUID(), factorId: randomUUID() };

test("a sealed secret opens for its owner under its key, and for nobody else", () => {
  const seal = createSeal(randomBytes(32), randomBytes);
  const sealed = seal.seal("JBSWY3DPEHPK3PXP", owner);
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(seal.open(sealed, owner)).toBe("JBSWY3DPEHPK3PXP");
  expect(() => seal.open(sealed, { ...owner, userId: randomUUID() })).toThrow();
  expect(() => seal.open(sealed, { ...owner, factorId: randomUUID() })).toThrow();
  expect(() => createSeal(randomBytes(32), randomBytes).open(sealed, owner)).toThrow();
});
