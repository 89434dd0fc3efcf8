// Which lists are asked for, and for each the bare SELECT of the same page: no reach, no row-level security, no total.

export interface Case {
  readonly name: string;
  readonly route: string;
  readonly sql: string;
  /** The longest that 95 of 100 answers may take, milliseconds; 50 when left out. */
  readonly boundMs?: number;
}

const ROWS = `select r.id, r.name, r.hostname, r.platform, r.os_name, c.id as client, c.name as client_name, s.id as site, s.name as site_name,
    a.state, a.agent_version, p.presence, p.since, p.last_seen_at, l.cpu, l.memory_used, l.memory_total, l.worst_volume, l.worst_volume_used
  from resources r join clients c on c.id = r.client_id join sites s on s.id = r.site_id left join agents a on a.resource_id = r.id
    left join resource_presence p on p.resource_id = r.id left join telemetry.latest l on l.resource_id = r.id
  where r.deleted_at is null`;

export const CASES: readonly Case[] = [
  { name: "resources by name", route: "/api/v1/resources", sql: `${ROWS} order by lower(r.name), r.id limit 50` },
  {
    name: "resources filtered and sorted",
    route: "/api/v1/resources?presence=online&platform=linux&q=host-1&sort=-cpu",
    sql: `${ROWS} and r.platform = 'linux' and p.presence = 'online' and (r.name ilike '%host-1%' or r.hostname ilike '%host-1%')
      order by coalesce(l.cpu, -1) desc, r.id desc limit 50`,
  },
  {
    name: "resources by worst volume",
    route: "/api/v1/resources?sort=-worstVolume",
    sql: `${ROWS} order by coalesce(l.worst_volume_used, -1) desc, r.id desc limit 50`,
  },
  {
    name: "resources by the fleet's language",
    route: `/api/v1/resources?sort=-updates&filter=${encodeURIComponent('os:"windows 11" disk.encrypted:no software:"firefox"<115')}`,
    sql: `${ROWS} and r.id in (select t.resource_id from resource_traits t where t.os_name ilike '%windows 11%' and t.encrypted = false)
      and r.id in (select i.resource_id from resource_software i join software w on w.id = i.software_id
        where w.name ilike '%firefox%' and w.version_order < '000000000115') order by lower(r.name), r.id limit 50`,
  },
  {
    name: "software report",
    route: "/api/v1/software",
    sql: "select name, version, vendor, installs from software where installs > 0 order by installs desc, id desc limit 50",
    boundMs: 500,
  },
  {
    name: "software report by name",
    route: "/api/v1/software?search=firefox&sort=name",
    sql: "select name, version, vendor, installs from software where installs > 0 and name ilike '%firefox%' order by lower(name), id limit 50",
    boundMs: 500,
  },
  {
    name: "fleet's questions",
    route: "/api/v1/fleet",
    sql: "select os_name, os_version, count(*) from resource_traits group by 1, 2",
    boundMs: 500,
  },
  {
    name: "clients",
    route: "/api/v1/clients?q=client%20a",
    sql: "select * from clients where deleted_at is null and name ilike '%client a%' order by lower(name), id limit 50",
  },
  { name: "audit", route: "/api/v1/audit", sql: "select * from audit_entries order by at desc, id desc limit 50" },
  {
    name: "audit filtered",
    route: "/api/v1/audit?action=client.&q=host-12",
    sql: `select * from audit_entries where starts_with(action, 'client.') and (action ilike '%host-12%' or details::text ilike '%host-12%')
      order by at desc, id desc limit 50`,
  },
  {
    name: "search",
    route: "/api/v1/search?q=host-77",
    sql: "select id, name from resources where deleted_at is null and (name ilike '%host-77%' or hostname ilike '%host-77%') order by lower(name), id limit 20",
  },
];
