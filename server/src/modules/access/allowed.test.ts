import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PERMISSIONS } from "../../http/principal.ts";
import { type Reach, reaches, type Target } from "../../http/reach.ts";
import { allowed, type Grant, isOrganizationWide, reachOf, type Scope } from "./allowed.ts";

const id = fc.constantFrom("a", "b", "c");
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: "all", id: null }),
  fc.record({ kind: fc.constantFrom("client" as const, "site" as const, "resource_group" as const), id }),
);
const permission = fc.constantFrom(...PERMISSIONS);
const grant: fc.Arbitrary<Grant> = fc.record({
  permissions: fc.uniqueArray(permission, { maxLength: 6 }),
  scopes: fc.array(scope, { maxLength: 3 }),
});
const grants = fc.array(grant, { maxLength: 4 });
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.constant<Target>({ kind: "organization" }),
  fc.record({ kind: fc.constant("client" as const), id }),
  fc.record({ kind: fc.constantFrom("site" as const, "group" as const), id, clientId: id }),
  fc.record({ kind: fc.constant("resource" as const), clientId: id, siteId: id, groupId: fc.option(id) }),
);

describe("allowed", () => {
  test("gives nothing without a grant of the permission", () => {
    fc.assert(
      fc.property(grants, permission, target, (all, asked, at) => {
        const without = all.map((one) => ({ ...one, permissions: one.permissions.filter((other) => other !== asked) }));
        expect(allowed(without, asked, at)).toBe(false);
        expect(allowed([], asked, at)).toBe(false);
      }),
    );
  });

  test("never loses a right by another grant, and gains none that the grants do not give one by one", () => {
    fc.assert(
      fc.property(grants, grant, permission, target, (all, more, asked, at) => {
        if (allowed(all, asked, at)) expect(allowed([...all, more], asked, at)).toBe(true);
        expect(allowed(all, asked, at)).toBe(all.some((one) => allowed([one], asked, at)));
      }),
    );
  });

  test("what holds at a client holds at everything in it; what holds everywhere holds anywhere", () => {
    fc.assert(
      fc.property(grants, permission, target, (all, asked, at) => {
        if (allowed(all, asked, { kind: "organization" })) expect(allowed(all, asked, at)).toBe(true);
        const clientId = at.kind === "organization" ? undefined : at.kind === "client" ? at.id : at.clientId;
        if (clientId !== undefined && allowed(all, asked, { kind: "client", id: clientId })) expect(allowed(all, asked, at)).toBe(true);
      }),
    );
  });

  test("a grant at one client says nothing about another one, whatever stands there", () => {
    fc.assert(
      fc.property(permission, target, (asked, at) => {
        const elsewhere: Grant = { permissions: [...PERMISSIONS], scopes: [{ kind: "client", id: "elsewhere" }] };
        expect(allowed([elsewhere], asked, at)).toBe(false);
      }),
    );
  });

  test("permissions about the organization hold only where they are granted everywhere", () => {
    for (const asked of PERMISSIONS.filter(isOrganizationWide)) {
      const at = (kind: "all" | "client"): Grant => ({ permissions: [asked], scopes: [{ kind, id: kind === "all" ? null : "a" }] });
      expect(reachOf([at("client")], asked)).toEqual({ clients: [], sites: [], groups: [] } satisfies Reach);
      expect(allowed([at("all")], asked, { kind: "organization" })).toBe(true);
    }
  });

  test("a site or group in reach does not open the client around it", () => {
    const reach: Reach = { clients: [], sites: ["s"], groups: ["g"] };
    expect(reaches(reach, { kind: "client", id: "c" })).toBe(false);
    expect(reaches(reach, { kind: "site", id: "s", clientId: "c" })).toBe(true);
    expect(reaches(reach, { kind: "resource", clientId: "c", siteId: "other", groupId: "g" })).toBe(true);
    expect(reaches(reach, { kind: "resource", clientId: "c", siteId: "other", groupId: null })).toBe(false);
  });
});
