// Windows and Office licences of the fleet.
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { type Page, paged } from "./pages.ts";

export type LicenceGroup = Schemas["LicenceGroup"];
export type Licence = Schemas["Licence"];

export const licenceGroupsQuery = (search: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["licences", "products", search],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<LicenceGroup>>("GET", "/api/v1/licences/products", {
        query: { limit: 100, cursor: pageParam, search: search === "" ? undefined : search },
        signal,
      }),
  });

type Group = Pick<LicenceGroup, "product" | "channel" | "status">;

export const licencesQuery = ({ product, channel, status }: Group) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["licences", "machines", product, channel, status],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Licence>>("GET", "/api/v1/licences", { query: { limit: 100, cursor: pageParam, product, channel, status }, signal }),
  });

/** Takes it off the machine until the machine reports another one of the product. */
export const removeLicence = (resourceId: string, licence: Pick<Licence, "product" | "channel" | "lastFive">): Promise<null> =>
  call("POST", `/api/v1/resources/${resourceId}/licences/remove`, { body: licence });
