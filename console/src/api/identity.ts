// What is doubtful about who a machine is, and what a person may say about it.
import { queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { inventoryKeys } from "./inventory.ts";

type ResourceIdentity = Schemas["ResourceIdentity"];
export type DuplicateProposal = Schemas["DuplicateProposal"];

/** Asked for again with the inventory, from which proposals come. */
export const identityQuery = (id: string) =>
  queryOptions({
    queryKey: [...inventoryKeys.one(id), "identity"],
    queryFn: ({ signal }) => call<ResourceIdentity>("GET", `/api/v1/resources/${id}/identity`, { signal }),
  });

/** Gives the younger resource's agent and all that hangs on it to the older one. Throws ApiError CONFLICT while both are online. */
export const mergeResource = (youngerId: string, otherId: string): Promise<null> =>
  call("POST", `/api/v1/resources/${youngerId}/merge`, { body: { otherId } });

/** Says that they are two machines. */
export const dismissDuplicate = (proposalId: string): Promise<null> => call("POST", `/api/v1/duplicate-proposals/${proposalId}/dismiss`);

/** Trusts an agent again whose key two machines had. */
export const liftQuarantine = (resourceId: string): Promise<null> => call("POST", `/api/v1/resources/${resourceId}/lift-quarantine`);
