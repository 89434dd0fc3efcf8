// What covers clients, resources and whatever is about them on a day. Reads resources and their groups, which stand left of here: which
// contract holds is decided by where a thing stands now, in one query for many.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Cover } from "../clients/index.ts";
import { type Candidate, chooseCover } from "./choose.ts";
import { inForce } from "./in-force.ts";
import type { Today } from "./needs.ts";

/** Something about a client, and about some of its resources or none. */
export interface Subject {
  readonly clientId: string;
  readonly resourceIds: readonly string[];
}

interface Found extends Candidate {
  readonly subject: string;
}

const columns = Prisma.sql`k.id, k.number, k.name, t.name as type, t.modality, k.coverage as by, k.starts_on::text as "startsOn"`;
const withType = Prisma.sql`join contract_types t on t.organization_id = k.organization_id and t.id = k.type_id`;

const candidatesOfResources = (tx: Tx, ids: readonly string[], today: Today): Promise<Found[]> => tx.$queryRaw`
  select r.id as subject, ${columns} from resources r
    join contracts k on k.organization_id = r.organization_id and k.client_id = r.client_id ${withType}
  where ${ofTenant("r")} and r.id = any(${[...ids]}::uuid[]) and ${inForce(today)} and (k.coverage = 'client'
    or (k.coverage = 'groups' and exists (select from contract_groups h
      where h.organization_id = k.organization_id and h.contract_id = k.id and h.group_id = r.group_id))
    or (k.coverage = 'resources' and exists (select from contract_resources h
      where h.organization_id = k.organization_id and h.contract_id = k.id and h.resource_id = r.id)))`;

const candidatesOfClients = (tx: Tx, ids: readonly string[], today: Today): Promise<Found[]> => tx.$queryRaw`
  select k.client_id as subject, ${columns} from contracts k ${withType}
  where ${ofTenant("k")} and k.client_id = any(${[...ids]}::uuid[]) and k.coverage = 'client' and ${inForce(today)}`;

function bySubject(found: readonly Found[]): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) groups.set(one.subject, [...(groups.get(one.subject) ?? []), one]);
  return groups;
}

function choices(found: readonly Found[]): Map<string, Cover> {
  const covers = new Map<string, Cover>();
  for (const [subject, candidates] of bySubject(found)) {
    const cover = chooseCover(candidates);
    if (cover !== undefined) covers.set(subject, cover);
  }
  return covers;
}

/** By resource. */
export const coverOfResources = async (tx: Tx, ids: readonly string[], today: Today): Promise<Map<string, Cover>> =>
  ids.length === 0 ? new Map() : choices(await candidatesOfResources(tx, ids, today));

/** By client: contracts that cover all of it. */
export const coverOfClients = async (tx: Tx, ids: readonly string[], today: Today): Promise<Map<string, Cover>> =>
  ids.length === 0 ? new Map() : choices(await candidatesOfClients(tx, ids, today));

/** In the order of the subjects: the nearest contract of any of its resources, and without one the client's. */
export async function coverOfSubjects(tx: Tx, subjects: readonly Subject[], today: Today): Promise<(Cover | undefined)[]> {
  const resources = [...new Set(subjects.flatMap(({ resourceIds }) => resourceIds))];
  const clients = [...new Set(subjects.map(({ clientId }) => clientId))];
  const ofResources = bySubject(resources.length === 0 ? [] : await candidatesOfResources(tx, resources, today));
  const ofClients = bySubject(clients.length === 0 ? [] : await candidatesOfClients(tx, clients, today));
  return subjects.map(({ clientId, resourceIds }) => {
    const near = resourceIds.flatMap((id) => ofResources.get(id) ?? []);
    const all = near.length > 0 ? near : (ofClients.get(clientId) ?? []);
    return chooseCover([...new Map(all.map((candidate) => [candidate.id, candidate])).values()]);
  });
}
