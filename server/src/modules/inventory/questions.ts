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
  osEnding: "os.supported:yes os.ends<180d",
  warrantyEnding: "warranty>=today warranty<90d",
  warrantyEnded: "warranty<today",
};
/** What "soon" is in the filters above, days. */
const OS_ENDING_DAYS = 180;
const WARRANTY_ENDING_DAYS = 90;

const MOST_SYSTEMS = 100;

/** How long ago the last sign of life came, shortest first. */
const CONTACTS = ["now", "hour", "day", "week", "month", "longer", "never"] as const;

/** The machines behind each, as a filter: those with an agent that was let in. */
const CONTACT_FILTERS: Readonly<Record<(typeof CONTACTS)[number], string>> = {
  now: "presence:online",
  hour: "agent.state:active -presence:online seen>-1h",
  day: "agent.state:active -presence:online seen<=-1h seen>-1d",
  week: "agent.state:active -presence:online seen<=-1d seen>-7d",
  month: "agent.state:active -presence:online seen<=-7d seen>-30d",
  longer: "agent.state:active -presence:online seen<=-30d",
  never: "agent.state:active -presence:online seen:unknown",
};

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
  const ended = endedReleases(now);
  const ending = endedReleases(now, OS_ENDING_DAYS).filter((release) => !ended.includes(release));
  const today = new Date(now).toISOString().slice(0, 10);
  const [counts] = await tx.$queryRaw<Counts[]>`select count(*)::int as machines, count(t.resource_id)::int as inventoried,
      count(*) filter (where t.encrypted = false)::int as "encryptionMissing",
      count(*) filter (where t.reboot_pending)::int as "rebootPending",
      count(*) filter (where t.updates_pending > 0)::int as "updatesPending",
      count(*) filter (where t.updates_critical > 0)::int as "criticalUpdates",
      count(*) filter (where t.antivirus_on = false)::int as "antivirusOff",
      count(*) filter (where t.disk_failing)::int as "diskFailing",
      count(*) filter (where t.os_release = any(${ended}::text[]))::int as "osUnsupported",
      count(*) filter (where t.os_release = any(${ending}::text[]))::int as "osEnding",
      count(*) filter (where r.warranty_date >= ${today}::date and r.warranty_date < ${today}::date + ${WARRANTY_ENDING_DAYS}::int)::int
        as "warrantyEnding",
      count(*) filter (where r.warranty_date < ${today}::date)::int as "warrantyEnded"
    from ${source}`;
  if (counts === undefined) throw new Error("a count without grouping answers one row");
  const systems = await tx.$queryRaw<{ name: string; version: string; release: string | null; machines: number }[]>`
    select t.os_name as name, coalesce(t.os_version, '') as version, t.os_release as release, count(*)::int as machines
    from ${source} and t.os_name is not null group by 1, 2, 3 order by 4 desc, 1, 2 limit ${MOST_SYSTEMS}`;
  const agents = await tx.$queryRaw<FleetQuestions["agents"]>`select a.agent_version as version, count(*)::int as machines
    from ${withAgents} group by 1 order by 2 desc, 1 limit ${MOST_SYSTEMS}`;
  const contacts = await tx.$queryRaw<
    Omit<FleetQuestions["contacts"][number], "filter">[]
  >`select ${contactSql(new Date(now))} as within, count(*)::int as machines
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
    contacts: CONTACTS.flatMap((within) =>
      contacts.filter((one) => one.within === within).map((one) => ({ ...one, filter: CONTACT_FILTERS[within] })),
    ),
  };
}
