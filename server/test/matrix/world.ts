// What the authorisation matrix asks with: an organization with two clients, and one signed-in browser for each kind of person.

import { randomBytes } from "node:crypto";
import { hashSync } from "@node-rs/argon2";
import { newId } from "../../src/ids.ts";
import type { Predefined, Scope } from "../../src/modules/access/index.ts";
import { type Browser, PASSWORD, type TestServer } from "../build-app.ts";
import { makeClient, makeGrant, makeOrganization, makeResource, makeSite, makeUser } from "../factories.ts";

/** PASSWORD's hash, made cheaply: the matrix signs hundreds of people in. */
export const QUICK_HASH = hashSync(PASSWORD, { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 });

export interface World {
  readonly server: TestServer;
  readonly organizationId: string;
  /** The client that seeds stand at. */
  readonly clientA: string;
  readonly clientB: string;
  /** An administrator of this organization, for making what a request needs. */
  readonly maker: Browser;
  readonly makerId: string;
  readonly passwordHash: string;
}

/** An organization with two clients and an administrator who proved themselves just now. */
export async function makeWorld(server: TestServer, passwordHash: string, organizationId?: string): Promise<World> {
  const { database } = server.db;
  const id = organizationId ?? (await makeOrganization(database)).id;
  const [clientA, clientB] = [await makeClient(database, id), await makeClient(database, id)];
  const admin = await makeUser(database, id, { passwordHash });
  const world = { server, organizationId: id, clientA: clientA.id, clientB: clientB.id, makerId: admin.id, passwordHash };
  return { ...world, maker: await enter(server, admin.email) };
}

let addresses = 0;

/** An address that nobody had before. */
export const address = (): string => `10.${(++addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;

/** A browser signed in, from an address of its own, with the password proven again. */
export async function enter(server: TestServer, email: string): Promise<Browser> {
  const browser = server.browser();
  browser.address = address();
  await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
  await browser.stepUp();
  return browser;
}

/** A new member with one grant, signed in. */
export async function member(world: World, group: Predefined, scopes?: readonly Scope[]): Promise<Browser> {
  const { server, organizationId, passwordHash } = world;
  const { email } = await makeUser(server.db.database, organizationId, { group, scopes, passwordHash });
  return enter(server, email);
}

/** A person with no rights, to do things to. */
export const person = ({ server, organizationId, passwordHash }: World) =>
  makeUser(server.db.database, organizationId, { group: null, passwordHash });

/** A resource of client A, at a site of its own. */
export async function resource(world: World, state = "active") {
  const { server, organizationId, clientA } = world;
  return makeResource(server.db.database, organizationId, { clientId: clientA, siteId: (await site(world)).id, state });
}

/** A program on a resource of client A; answers the program's id. */
export async function program(world: World): Promise<string> {
  const { server, organizationId } = world;
  const { id: resourceId } = await resource(world);
  const id = newId();
  await server.db.database.withTenant(organizationId, async (tx) => {
    await tx.software.create({ data: { id, organizationId, key: new Uint8Array(randomBytes(32)), name: "Program", version: "1.0" } });
    await tx.resourceSoftware.create({ data: { organizationId, resourceId, softwareId: id } });
  });
  return id;
}

/** A resource of client A that reports a licence. */
export async function licensed(world: World): Promise<{ id: string; licence: { product: string; channel: string; lastFive: string } }> {
  const { server, organizationId } = world;
  const { id } = await resource(world);
  const licence = { product: "Windows 10 Pro", channel: "retail", lastFive: "3V66T" };
  const at = new Date();
  const body = { licences: [{ ...licence, status: "licensed" }] };
  const section = { organizationId, resourceId: id, section: "licences", digest: new Uint8Array(32), takenAt: at, receivedAt: at, body };
  await server.db.database.withTenant(organizationId, (tx) => tx.inventorySection.create({ data: section }));
  return { id, licence };
}

export const site = ({ server, organizationId, clientA }: World) => makeSite(server.db.database, organizationId, clientA);

export async function grantOf(world: World): Promise<string> {
  const { id } = await person(world);
  await makeGrant(world.server.db.database, world.organizationId, id, "viewer");
  return (await world.maker.ok("GET", `/api/v1/grants?userId=${id}`)).items[0].id;
}

/** The id of a predefined permission group. */
export const groupId = async ({ maker }: World, predefined: Predefined): Promise<string> =>
  (await maker.ok("GET", "/api/v1/permission-groups")).items.find((group: { predefined: string }) => group.predefined === predefined).id;

/** A file that hangs on a resource of client A, as its address. */
export async function attachment(world: World): Promise<string> {
  const url = `/api/v1/resources/${(await resource(world)).id}/attachments`;
  const { id } = await world.maker.ok("POST", `${url}?name=photo.png`, "a picture", { "content-type": "application/octet-stream" });
  return `${url}/${id}`;
}
