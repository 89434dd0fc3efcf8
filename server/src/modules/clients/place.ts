// A client and its site by their names, made where they are not there yet: for imports.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { addClient } from "./clients.ts";
import { entryOf, type Needs } from "./needs.ts";
import { addSite } from "./sites.ts";

type Named = { readonly client: string; readonly site: string };

/** Inside the caller's transaction. Whether the caller may make clients is known by who asks. Throws INVALID_INPUT for a blank name. */
export const createPlaces =
  ({ clock, audit }: Pick<Needs, "clock" | "audit">) =>
  async (tx: Tx, caller: Caller, { client, site }: Named): Promise<{ clientId: string; siteId: string }> => {
    if (client.trim() === "" || site.trim() === "") throw new AppError("INVALID_INPUT", "a client and its site need names");
    const common = { organizationId: caller.organizationId, userId: caller.userId, at: new Date(clock.now()) };
    const named = (name: string) => ({ name: { equals: name.trim(), mode: "insensitive" as const }, deletedAt: null });
    let clientId = (await tx.client.findFirst({ where: named(client), select: { id: true } }))?.id;
    if (clientId === undefined) {
      clientId = (await addClient(tx, { ...common, name: client, legalName: null, notes: "" })).id;
      await audit.record(tx, entryOf(caller, "client.created", { kind: "client", id: clientId }, { name: client.trim() }));
    }
    let siteId = (await tx.site.findFirst({ where: { ...named(site), clientId }, select: { id: true } }))?.id;
    if (siteId === undefined) {
      siteId = (await addSite(tx, { ...common, clientId, name: site, timeZone: null })).id;
      await audit.record(tx, entryOf(caller, "site.created", { kind: "site", id: siteId }, { clientId, name: site.trim() }));
    }
    return { clientId, siteId };
  };
