import { describe, expect, it } from "vitest";
import { createAllowance, weigh } from "./allowance.ts";

describe("an agent's allowance", () => {
  it("gives what was saved up at once and then says how long to wait", () => {
    let now = 0;
    const allowance = createAllowance(() => now, 3_600);
    expect(allowance.take("a", 3_600)).toBeUndefined();
    // 3,600 bytes an hour are one byte a second.
    expect(allowance.take("a", 10)).toBe(10_000);
    expect(allowance.take("b", 10)).toBeUndefined();
    now += 10_000;
    expect(allowance.take("a", 10)).toBeUndefined();
    expect(allowance.take("a", 1)).toBe(1_000);
  });

  it("never holds more than an hour's worth, and forgets who is quiet", () => {
    let now = 0;
    const allowance = createAllowance(() => now, 3_600);
    allowance.take("a", 3_600);
    now += 100 * 3_600_000;
    allowance.sweep();
    expect(allowance.take("a", 3_600)).toBeUndefined();
    expect(allowance.take("a", 1)).toBeGreaterThan(0);
  });

  it("lets a first inventory through at once and stops a flood of them", () => {
    const allowance = createAllowance(() => 0);
    const section = (bytes: number) =>
      weigh({ seq: 1, body: "inventorySection", inventorySection: { name: "software", deflated: new Uint8Array(bytes) } });
    for (let sent = 0; sent < 20; sent++) expect(allowance.take("a", section(1_500))).toBeUndefined();
    let flood = 0;
    while (allowance.take("b", section(60_000)) === undefined) flood++;
    expect(flood).toBeLessThan(400);
  });

  it("weighs a report by what it holds", () => {
    const small = weigh({ seq: 1, body: "metrics", metrics: {} });
    const large = weigh({
      seq: 1,
      body: "metrics",
      metrics: { volumes: Array.from({ length: 1_000 }, () => ({ mount: "/x".repeat(100) })) },
    });
    expect(large - small).toBeGreaterThan(200_000);
  });
});
