// The log of what people and machines did, and whether it is whole.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { type Page, paged } from "./pages.ts";

export type AuditEntry = Schemas["AuditEntry"];
export type AuditVerification = Schemas["AuditVerification"];
export interface AuditFilter {
  readonly q?: string;
  readonly action?: string;
  readonly actorId?: string;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly from?: string;
  readonly to?: string;
}

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["audit", "list", filter],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<AuditEntry>>("GET", "/api/v1/audit", { query: { ...filter, limit: 100, cursor: pageParam }, signal }),
  });

export const auditVerificationQuery = queryOptions({
  queryKey: ["audit", "verification"],
  queryFn: ({ signal }) => call<AuditVerification>("GET", "/api/v1/audit/verification", { signal }),
});

/** The whole filtered log as CSV. */
export const exportAudit = (filter: AuditFilter) =>
  call<Blob>("GET", "/api/v1/audit/export.csv", { query: { ...filter }, parseAs: "blob" });
