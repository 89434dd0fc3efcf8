// Whether the sign-in page may offer an organization's own provider, and where that way begins.
import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client.ts";

/** @param organizationId as the address says it; without it the server answers for its only organization */
export const ssoOfferQuery = (organizationId: string | undefined) =>
  queryOptions({
    queryKey: ["sso-offer", organizationId],
    staleTime: 0,
    queryFn: async ({ signal }): Promise<string | null> => {
      const query = organizationId === undefined ? {} : { organizationId };
      return (await unwrap(api.GET("/api/v1/sso/offer", { params: { query }, signal }))).organizationId;
    },
  });

/** The address that leads to the provider. It is navigated to, not fetched. */
export const ssoStart = (organizationId: string): string => `/api/v1/sso/start?organizationId=${encodeURIComponent(organizationId)}`;
