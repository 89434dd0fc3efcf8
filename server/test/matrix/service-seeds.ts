// The matrix's requests (seeds.ts) about what serves clients: contracts, desks and tickets.
import type { Ask, Seed } from "./ask.ts";
import { resource, type World } from "./world.ts";

const base = "/api/v1";
const version = (number = 1) => ({ "if-match": `"${number}"` });
let serial = 0;
const named = (word: string): { name: string } => ({ name: `${word} ${++serial}` });
const plain = (ask: Ask = {}): Seed => ({ ask: () => ask });
const make = (ask: Seed["ask"]): Seed => ({ ask });

/** The organization's type without limits. */
export const freeType = async ({ maker }: World): Promise<string> =>
  (await maker.ok("GET", `${base}/contract-types`)).items.find(({ modality }: { modality: string }) => modality === "free").id;
const contractType = async ({ maker }: World): Promise<string> =>
  (await maker.ok("POST", `${base}/contract-types`, { ...named("Agreement"), modality: "free" })).id;
const agreed = { value: "100", currency: "BRL" };

/** The body of a contract of client A; it covers all of it unless `covered` says something else. */
export const contractBody = async (world: World, covered: object = { coverage: "client" }): Promise<object> => ({
  ...{ clientId: world.clientA, typeId: await freeType(world), ...named("Contract"), startsOn: "2026-01-01", cycleDay: 1 },
  ...covered,
  rider: agreed,
});
interface MadeContract {
  readonly id: string;
  readonly riders: readonly { readonly id: string }[];
}
export const contract = async (world: World): Promise<MadeContract> =>
  world.maker.ok("POST", `${base}/contracts`, await contractBody(world));

interface Part {
  readonly id: string;
  readonly version: number;
}
interface DeskParts extends Part {
  readonly stages: readonly Part[];
  readonly statuses: readonly Part[];
  readonly priorities: readonly Part[];
}
/** The organization's one desk. */
export const desk = async ({ maker }: World): Promise<DeskParts> => (await maker.ok("GET", `${base}/desks`)).items[0];
/** Another name for one of a desk's parts. */
const renamed = (parts: "stages" | "statuses" | "priorities"): Seed =>
  make(async (world) => {
    const { id, [parts]: all } = await desk(world);
    const part = all.at(-1);
    return { url: `${base}/desks/${id}/${parts}/${part?.id}`, body: named("Part"), headers: version(part?.version) };
  });

interface MadeTicket {
  readonly id: string;
  readonly requester: { readonly id: string } | null;
}
/** A ticket of client A, with whatever else is said. */
export const ticket = ({ maker, clientA }: World, more: object = {}): Promise<MadeTicket> =>
  maker.ok("POST", `${base}/tickets`, { clientId: clientA, title: named("Ticket").name, ...more });
/** Somebody of client A who asked for something. */
export const contact = async (world: World): Promise<string> =>
  (await ticket(world, { requester: named("Requester") })).requester?.id ?? "";
/** Everything that a ticket can point at, of client A. */
const ticketLinks = async (world: World): Promise<object> => {
  const { id, stages, priorities } = await desk(world);
  return {
    ...{ deskId: id, stageId: stages[1]?.id, priorityId: priorities[0]?.id },
    ...{ requesterId: await contact(world), parentId: (await ticket(world)).id },
    ...{ responsibleId: world.makerId, followerIds: [world.makerId], resourceIds: [(await resource(world)).id] },
  };
};
/** A request about a ticket of client A; `rest` follows its address. */
const ofTicket = (rest: string, more: (world: World) => Promise<Ask> | Ask = () => ({})): Seed =>
  make(async (world) => ({ url: `${base}/tickets/${(await ticket(world)).id}${rest}`, ...(await more(world)) }));
/** A file that hangs on a ticket of client A, as its address. */
const ticketFile = async (world: World): Promise<string> => {
  const url = `${base}/tickets/${(await ticket(world)).id}/attachments`;
  const { id } = await world.maker.ok("POST", `${url}?name=photo.png`, "a picture", { "content-type": "application/octet-stream" });
  return `${url}/${id}`;
};

export const SERVICE_SEEDS: Readonly<Record<string, Seed>> = {
  "GET /api/v1/contract-types": plain(),
  "POST /api/v1/contract-types": make(() => ({ body: { ...named("Agreement"), modality: "free" } })),
  "PATCH /api/v1/contract-types/:id": make(async (world) => ({
    url: `${base}/contract-types/${await contractType(world)}`,
    body: named("Agreement"),
    headers: version(),
  })),
  "DELETE /api/v1/contract-types/:id": make(async (world) => ({
    url: `${base}/contract-types/${await contractType(world)}`,
    headers: version(),
  })),
  "GET /api/v1/contracts": plain(),
  "POST /api/v1/contracts": make(async (world) => ({
    body: await contractBody(world, { coverage: "resources", resourceIds: [(await resource(world)).id] }),
  })),
  "GET /api/v1/contracts/:id": make(async (world) => ({ url: `${base}/contracts/${(await contract(world)).id}` })),
  "PATCH /api/v1/contracts/:id": make(async (world) => ({
    url: `${base}/contracts/${(await contract(world)).id}`,
    body: { coverage: "resources", resourceIds: [(await resource(world)).id] },
    headers: version(),
  })),
  "POST /api/v1/contracts/:id/cancel": make(async (world) => ({
    url: `${base}/contracts/${(await contract(world)).id}/cancel`,
    headers: version(),
  })),
  "POST /api/v1/contracts/:id/riders": make(async (world) => ({
    url: `${base}/contracts/${(await contract(world)).id}/riders`,
    body: { startDate: "2100-01-01", ...agreed },
    headers: version(),
  })),
  "POST /api/v1/contracts/:id/riders/:riderId/cancel": make(async (world) => {
    const { id, riders } = await contract(world);
    return { url: `${base}/contracts/${id}/riders/${riders[0]?.id}/cancel`, body: { cancelDate: "2100-01-01" }, headers: version() };
  }),
  "GET /api/v1/desks": plain(),
  "PATCH /api/v1/desks/:id": make(async (world) => {
    const { id, version: seen } = await desk(world);
    return { url: `${base}/desks/${id}`, body: named("Desk"), headers: version(seen) };
  }),
  "PATCH /api/v1/desks/:id/stages/:stageId": renamed("stages"),
  "PATCH /api/v1/desks/:id/statuses/:statusId": renamed("statuses"),
  "PATCH /api/v1/desks/:id/priorities/:priorityId": renamed("priorities"),

  "GET /api/v1/contacts": plain(),
  "GET /api/v1/ticket-board": plain(),
  "GET /api/v1/tickets": plain(),
  "POST /api/v1/tickets": make(async (world) => ({
    body: { clientId: world.clientA, title: named("Ticket").name, ...(await ticketLinks(world)) },
  })),
  "GET /api/v1/tickets/:id": ofTicket(""),
  "PATCH /api/v1/tickets/:id": ofTicket("", async (world) => ({
    body: { ...(await ticketLinks(world)), statusId: (await desk(world)).statuses[1]?.id },
    headers: version(),
  })),
  "POST /api/v1/tickets/:id/close": ofTicket("/close", () => ({ headers: version() })),
  "POST /api/v1/tickets/:id/cancel": ofTicket("/cancel", () => ({ headers: version() })),
  "POST /api/v1/tickets/:id/reopen": make(async (world) => {
    const { id } = await ticket(world);
    await world.maker.ok("POST", `${base}/tickets/${id}/close`, undefined, version());
    return { url: `${base}/tickets/${id}/reopen`, headers: version(2) };
  }),
  "GET /api/v1/tickets/:id/messages": ofTicket("/messages"),
  "POST /api/v1/tickets/:id/messages": ofTicket("/messages", () => ({ body: { kind: "internal", text: "seen" } })),
  "GET /api/v1/tickets/:id/history": ofTicket("/history"),
  "GET /api/v1/tickets/:id/attachments": ofTicket("/attachments"),
  "POST /api/v1/tickets/:id/attachments": ofTicket("/attachments?name=note.txt", () => ({
    body: "a file",
    headers: { "content-type": "application/octet-stream" },
  })),
  "GET /api/v1/tickets/:id/attachments/:fileId": make(async (world) => ({ url: await ticketFile(world) })),
  "DELETE /api/v1/tickets/:id/attachments/:fileId": make(async (world) => ({ url: await ticketFile(world) })),
};
