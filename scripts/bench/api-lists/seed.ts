// A provider's whole estate in a fresh server's database: rows as enrolment, presence and telemetry would have written them.
import type { Ask } from "../../fleet/oracle/database.ts";
import { PROGRAMS_EACH, seedInventory } from "../../seed/inventory.ts";

/** How many of each there are. Audit entries are chained one by one as they are written, so that many of them take long to seed. */
export const SEEDED = { clients: 200, sites: 600, audit: 2_000, programsEach: PROGRAMS_EACH };

/** Fills the one organization of this database. Values are spread without chance, so that every run asks for the same. */
export async function seed(ask: Ask, resources: number): Promise<void> {
  const [row] = await ask<{ id: string }>("select id from organizations");
  const organization = row?.id;
  if (organization === undefined) throw new Error("this server was not set up");
  await ask(
    `insert into clients (id, organization_id, number, name)
     select gen_random_uuid(), $1, 1000 + n, 'Client ' || md5(n::text) from generate_series(1, $2::int) n`,
    [organization, SEEDED.clients],
  );
  await ask(
    `insert into sites (id, organization_id, client_id, name)
     select gen_random_uuid(), $1, c.id, 'Site ' || n from clients c, generate_series(1, $2::int) n where c.organization_id = $1`,
    [organization, SEEDED.sites / SEEDED.clients],
  );
  await ask(
    `with places as (select client_id, id, row_number() over (order by id) as place from sites where organization_id = $1)
     insert into resources (id, organization_id, client_id, site_id, name, hostname, platform, os_name)
     select gen_random_uuid(), $1, p.client_id, p.id, 'host-' || substr(md5(n::text), 1, 8), 'host-' || n,
       (array['linux', 'windows', 'macos'])[1 + n % 3], (array['Debian 12', 'Windows 11 Pro', 'macOS 15'])[1 + n % 3]
     from generate_series(1, $2::int) n join places p on p.place = 1 + n % $3::int`,
    [organization, resources, SEEDED.sites],
  );
  await ask(
    `insert into agents (id, organization_id, resource_id, public_key, state, agent_version, protocol_version)
     select gen_random_uuid(), $1, id, sha256(id::text::bytea), 'active', '0.1.0', 1 from resources where organization_id = $1`,
    [organization],
  );
  await ask(
    `insert into resource_presence (resource_id, organization_id, presence, since, last_seen_at)
     select id, $1, (array['online', 'online', 'online', 'offline'])[1 + (row_number() over (order by id)) % 4], now() - interval '1 hour', now()
     from resources where organization_id = $1`,
    [organization],
  );
  await ask(
    `insert into telemetry.latest (resource_id, organization_id, at, received_at, cpu, memory_used, memory_total, worst_volume,
       worst_volume_used, worst_volume_free, uptime_seconds, report)
     select id, $1, now(), now(), (n * 7919 % 1000) / 1000.0, 4e9 + n * 1e5, 16e9, '/', (n * 104729 % 1000) / 1000.0, 1e11, 1e5, ''
     from (select id, row_number() over (order by id) as n from resources where organization_id = $1) numbered`,
    [organization],
  );
  await ask(
    `insert into audit_entries (id, organization_id, at, actor_kind, action, subject_kind, details)
     select gen_random_uuid(), $1, now() - n * interval '1 minute', 'server', (array['client.created', 'resource.updated', 'session.opened'])[1 + n % 3],
       'resource', jsonb_build_object('name', 'host-' || n) from generate_series(1, $2::int) n`,
    [organization, SEEDED.audit],
  );
  await seedInventory(ask, organization);
  await ask("analyze");
}
