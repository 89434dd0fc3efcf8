// What a provider asks of the whole fleet, in numbers: each question is a filter, so that the list behind a number is one click away.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import { endedReleases, RELEASES } from "./os-support.ts";
import type { FleetQuestions } from "./schemas.ts";

type Name = FleetQuestions["questions"][number]["name"];

const FILTERS: Readonly<Record<Name, string>> = {
  encryptionMissing: "disk.encrypted:no",
  rebootPending: "reboot:yes",
  updatesPending: "updates>0",
  criticalUpdates: "updates.critical>0",
  antivirusOff: "antivirus.on:no",
  diskFailing: "disk.failing:yes",
  osUnsupported: "os.supported:no",
};

const MOST_SYSTEMS = 100;

/** How long ago the last sign of life came, shortest first. */
const CONTACTS = ["now", "hour", "day", "week", "month", "longer", "never"] as const;

const contactSql = (now: Date): Prisma.Sql => Prisma.sql`case when p.presence = 'online' then 'now'
  when p.last_seen_at is null then 'never'
  when p.last_seen_at > ${now}::timestamptz - interval '1 hour' then 'hour'
  when p.last_seen_at > ${now}::timestamptz - interval '1 day' then 'day'
  when p.last_seen_at > ${now}::timestamptz - interval '7 days' then 'week'
  when p.last_seen_at > ${now}::timestamptz - interval '30 days' then 'month'
  else 'longer' end`;

type Counts = Record<Name, number> & { machines: number; inventoried: number };

/** All answers at one moment. Reads the resources module's table, for what is deleted or out of reach does not count. */
export async function askFleet(tx: Tx, reach: Reach, now: number): Promise<FleetQuestions> {
  const source = Prisma.sql`resources r left join resource_traits t on t.organization_id = r.organization_id and t.resource_id = r.id
    where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  // Reads the resources module's tables for these too.
  const withAgents = Prisma.sql`resources r join agents a on a.organization_id = r.organization_id and a.resource_id = r.id
    left join resource_presence p on p.organization_id = r.organization_id and p.resource_id = r.id
    where r.deleted_at is null and a.state = 'active' and ${within(reach, RESOURCE_PLACE)}`;
  const [counts] = await tx.$queryRaw<Counts[]>`select count(*)::int as machines, count(t.resource_id)::int as inventoried,
      count(*) filter (where t.encrypted = false)::int as "encryptionMissing",
      count(*) filter (where t.reboot_pending)::int as "rebootPending",
      count(*) filter (where t.updates_pending > 0)::int as "updatesPending",
      count(*) filter (where t.updates_critical > 0)::int as "criticalUpdates",
      count(*) filter (where t.antivirus_on = false)::int as "antivirusOff",
      count(*) filter (where t.disk_failing)::int as "diskFailing",
      count(*) filter (where t.os_release = any(${endedReleases(now)}::text[]))::int as "osUnsupported"
    from ${source}`;
  if (counts === undefined) throw new Error("a count without grouping answers one row");
  const systems = await tx.$queryRaw<{ name: string; version: string; release: string | null; machines: number }[]>`
    select t.os_name as name, coalesce(t.os_version, '') as version, t.os_release as release, count(*)::int as machines
    from ${source} and t.os_name is not null group by 1, 2, 3 order by 4 desc, 1, 2 limit ${MOST_SYSTEMS}`;
  const agents = await tx.$queryRaw<FleetQuestions["agents"]>`select a.agent_version as version, count(*)::int as machines
    from ${withAgents} group by 1 order by 2 desc, 1 limit ${MOST_SYSTEMS}`;
  const contacts = await tx.$queryRaw<FleetQuestions["contacts"]>`select ${contactSql(new Date(now))} as within, count(*)::int as machines
    from ${withAgents} group by 1`;
  const { machines, inventoried, ...answers } = counts;
  return {
    machines,
    inventoried,
    questions: Object.entries(FILTERS).map(([name, filter]) => ({ name: name as Name, filter, machines: answers[name as Name] })),
    systems: systems.map(({ release, ...system }) => ({
      ...system,
      supportEndsOn: (release !== null && RELEASES[release]?.endsOn) || null,
    })),
    agents,
    contacts: CONTACTS.flatMap((within) => contacts.filter((one) => one.within === within)),
  };
}
