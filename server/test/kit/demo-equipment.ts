// Equipment without an agent for screenshots: fields of the organization's own, a printer with notes and files, something deleted.
import type { Api } from "./api.ts";

interface Made {
  readonly id: string;
  readonly version: number;
}

const FIELDS = [
  { label: "Lessor", type: "single_select", required: true, options: ["North Bank Leasing", "Owned"] },
  { label: "Monthly", type: "currency" },
  { label: "Contract ends", type: "date" },
  { label: "Support line", type: "phone" },
  { label: "Portal", type: "link" },
  { label: "Consumables included", type: "checkbox" },
] as const;
const VALUES = ["North Bank Leasing", "1234.50", "2028-06-30", "+55 11 4002-8922", "https://leasing.example/contracts/4711", "true"];

/** Adds it to a client. Answers the printer. */
export async function makeEquipment(api: Api, clientId: string): Promise<{ printerId: string }> {
  await api.ok("POST", "/api/v1/sites", { clientId, name: "Front office" });
  const container = await api.ok<Made>("POST", "/api/v1/field-containers", { target: "resource", name: "Lease" });
  const ids: string[] = [];
  for (const [position, field] of FIELDS.entries())
    ids.push((await api.ok<Made>("POST", `/api/v1/field-containers/${container.id}/fields`, { ...field, position })).id);
  const { items: types } = await api.ok<{ items: { id: string; kind: string }[] }>("GET", "/api/v1/equipment-types");
  const typeOf = (kind: string) => types.find((type) => type.kind === kind)?.id;
  const printer = await api.ok<Made>("POST", "/api/v1/resources", {
    name: "Front office printer",
    clientId,
    typeId: typeOf("printer"),
    manufacturer: "Zebra",
    model: "ZD421",
    serial: "D8N231408123",
    assetTag: "NW-0042",
    acquisitionDate: "2024-02-12",
    warrantyDate: new Date(Date.now() + 23 * 86_400_000).toISOString().slice(0, 10),
    tags: ["Front office", "leased"],
    notes: "The spare drum is in the cabinet behind the counter.",
    fields: ids.map((fieldId, index) => ({ fieldId, value: VALUES[index] ?? null })),
  });
  for (const text of ["Drum replaced, page count 48,120.", "Prints faded labels since this morning.\nOrdered a new drum."])
    await api.ok("POST", `/api/v1/resources/${printer.id}/notes`, { text });
  for (const [name, size] of [
    ["Invoice 2024-02.pdf", 183_000],
    ["label.jpg", 2_400_000],
    ["printer.cfg", 4_100],
  ] as const)
    await attach(api, printer.id, name, size);
  await api.ok("PATCH", `/api/v1/resources/${printer.id}`, { assetTag: "NW-0043" }, { "if-match": '"1"' });
  const old = await api.ok<Made>("POST", "/api/v1/resources", { name: "Old switch", clientId, typeId: typeOf("switch") });
  await api.ok("DELETE", `/api/v1/resources/${old.id}`, undefined, { "if-match": '"1"' });
  return { printerId: printer.id };
}

async function attach(api: Api, resourceId: string, name: string, size: number): Promise<void> {
  const answer = await fetch(`${api.url}/api/v1/resources/${resourceId}/attachments?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body: new Uint8Array(size).fill(7),
    headers: { "content-type": "application/octet-stream", cookie: api.cookie, "x-csrf-token": api.csrfToken, origin: api.url },
  });
  if (answer.status !== 201) throw new Error(`${name} was not attached: ${await answer.text()}`);
}
