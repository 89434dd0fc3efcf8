// When a contract covers anything at all, as a condition over contracts k.
import { Prisma } from "../../generated/prisma/client.ts";
import type { Today } from "./needs.ts";

/** It began, did not expire, was not cancelled by that day, and a rider says what is agreed. */
export const inForce = ({ day, timeZone }: Today): Prisma.Sql => Prisma.sql`(k.starts_on <= ${day}::date
  and (k.expires_on is null or ${day}::date < k.expires_on)
  and (k.cancelled_at is null or ${day}::date < (k.cancelled_at at time zone ${timeZone})::date)
  and exists (select from contract_riders d where d.organization_id = k.organization_id and d.contract_id = k.id
    and d.start_date <= ${day}::date and (d.cancel_date is null or ${day}::date < d.cancel_date)))`;

/** What it is on that day: 'expired', 'readjust' when its values are due for a new rider, or 'active'. */
export const statusSql = ({ day }: Today): Prisma.Sql =>
  Prisma.sql`case when k.expires_on <= ${day}::date then 'expired' when k.readjust_on <= ${day}::date then 'readjust' else 'active' end`;
