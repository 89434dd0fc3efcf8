import { describe, expect, it } from "vitest";
import { timeZone, type ZoneSources } from "./time-zone.ts";

const missing = (): never => {
  throw Object.assign(new Error("no such file"), { code: "ENOENT" });
};
const machine = (link: (() => string) | string): ZoneSources => ({
  readLink: typeof link === "string" ? () => link : link,
  ask: () => "Asked/Runtime",
});

describe("the machine's time zone", () => {
  it.each([
    ["/usr/share/zoneinfo/America/Sao_Paulo", "America/Sao_Paulo"],
    ["../usr/share/zoneinfo/Etc/UTC", "Etc/UTC"],
    ["/usr/share/zoneinfo/posix/Europe/Lisbon", "Europe/Lisbon"],
    ["/var/db/timezone/zoneinfo/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"],
  ])("is read from the link %s", (link, zone) => {
    expect(timeZone(machine(link))).toBe(zone);
  });

  it("is the runtime's where no link names it", () => {
    expect(timeZone(machine(missing))).toBe("Asked/Runtime");
    expect(timeZone(machine("/etc/zones/local"))).toBe("Asked/Runtime");
  });
});
