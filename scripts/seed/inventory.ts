// What every machine of an estate is and which programs it has, as inventories would have written it: rows for the resources that are
// there already. 150 programs a machine out of 6,000 (1,500 names in four versions), fifty of them on every machine.
import type { Ask } from "../fleet/oracle/database.ts";

/** Programs of one machine. */
export const PROGRAMS_EACH = 150;
const NAMES = 1_500;
const VERSIONS = 4;

const KNOWN = [
  "Mozilla Firefox",
  "Google Chrome",
  "7-Zip",
  "Adobe Acrobat Reader",
  "Microsoft Office 365",
  "VLC media player",
  "Notepad++",
  "TeamViewer",
  "Zoom",
  "Python",
  "OpenSSL",
  "curl",
];

/** Fills the tables of the inventory for all resources of the organization. Nothing is left to chance, so that every run asks the same. */
export async function seedInventory(ask: Ask, organization: string): Promise<void> {
  await ask(
    `insert into software (id, organization_id, key, name, version, vendor, version_order)
     select gen_random_uuid(), $1, sha256(convert_to(p || ' ' || v, 'UTF8')), coalesce(($2::text[])[p], 'Program ' || substr(md5(p::text), 1, 10)),
       (112 + v) || '.0.' || p % 7, 'Maker ' || p % 200, lpad((112 + v)::text, 12, '0') || '.' || lpad('0', 12, '0') || '.' || lpad((p % 7)::text, 12, '0')
     from generate_series(1, $3::int) p, generate_series(1, $4::int) v`,
    [organization, KNOWN, NAMES, VERSIONS],
  );
  // The common fifty first, then a hundred that differ from machine to machine; no program twice on one.
  await ask(
    `with programs as (select id, row_number() over (order by key) - 1 as place from software where organization_id = $1),
       machines as (select id, row_number() over (order by id) as m from resources where organization_id = $1),
       chosen as (select id as resource, m, case when k <= 50 then k else 51 + (m * 97 + (k - 50) * 14) % ($2::int - 51) end as program
         from machines, generate_series(1, $4::int) k)
     insert into resource_software (organization_id, resource_id, software_id)
     select $1, c.resource, p.id from chosen c join programs p on p.place = (c.program - 1) * $3::int + (c.m + c.program) % $3::int`,
    [organization, NAMES, VERSIONS, PROGRAMS_EACH],
  );
  await ask(
    `insert into inventory_sections (organization_id, resource_id, section, digest, taken_at, received_at, body)
     select organization_id, id, 'software', sha256(id::text::bytea), now(), now(), '{}' from resources where organization_id = $1`,
    [organization],
  );
  await ask(
    `insert into resource_traits (resource_id, organization_id, os_name, os_version, os_version_order, os_release, manufacturer, model, serial,
       virtual, memory_bytes, disk_bytes, encrypted, antivirus_on, reboot_pending, updates_pending, updates_critical, disk_failing, programs)
     select id, $1, (array['Debian GNU/Linux 12 (bookworm)', 'Microsoft Windows 11 Pro', 'macOS 15.3'])[1 + n % 3],
       (array['12.5', '23H2', '15.3'])[1 + n % 3], (array['000000000012.000000000005', '000000000023.000000000002', '000000000015.000000000003'])[1 + n % 3],
       (array['debian-12', 'windows-22631', null])[1 + n % 3], (array['Dell Inc.', 'LENOVO', 'HP'])[1 + n % 3], 'Model ' || n % 40, 'SN' || n,
       n % 5 = 0, (array[8, 16, 32])[1 + n % 3] * 1073741824.0, 512e9, n % 4 <> 0, n % 9 <> 0, n % 6 = 0, n % 30, n % 4, n % 100 = 0, $2
     from (select id, row_number() over (order by id)::int as n from resources where organization_id = $1) numbered`,
    [organization, PROGRAMS_EACH],
  );
}
