-- What every machine is: sections as they came last, what changed between two of them, programs, and the few facts lists ask for.

-- The address that an agent's connection came from last, as the server saw it.
alter table agents add column seen_from text;

-- One row a resource that was ever taken an inventory of.
create table resource_inventories (
  resource_id uuid primary key,
  organization_id uuid not null references organizations(id),
  taken_at timestamptz(3),
  duration_ms integer not null default 0,
  digest bytea,
  troubles jsonb not null default '[]',
  malformed_at timestamptz(3),
  malformed text not null default '',
  asked_at timestamptz(3),
  asked_digest bytea,
  unique (organization_id, resource_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);

create table inventory_sections (
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  section text not null,
  digest bytea not null,
  taken_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  body jsonb not null,
  left_out integer not null default 0,
  primary key (organization_id, resource_id, section),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);

create table resource_changes (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  at timestamptz(3) not null,
  section text not null,
  kind text not null check (kind in ('added', 'removed', 'changed', 'more')),
  item text not null default '',
  field text not null default '',
  before text,
  after text,
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index resource_changes_idx on resource_changes(organization_id, resource_id, at desc, id desc);

-- Each program in each of its versions once. The key is a digest, because the three texts together may be too long for an index.
create table software (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  key bytea not null check (length(key) = 32),
  name text not null,
  version text not null default '',
  vendor text not null default '',
  version_order text collate "C" not null default '',
  installs integer not null default 0 check (installs >= 0),
  unique (organization_id, id),
  unique (organization_id, key)
);
create index software_name_idx on software(organization_id, lower(name), id);
create index software_installs_idx on software(organization_id, installs desc, id desc);

create table resource_software (
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  software_id uuid not null,
  primary key (organization_id, resource_id, software_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id),
  foreign key (organization_id, software_id) references software(organization_id, id)
);
create index resource_software_idx on resource_software(organization_id, software_id, resource_id);

-- Installs are counted by the database itself, in the statement that adds or removes them: the report reads one row a program, not
-- one an install, and the two cannot differ. In order of ids, so that two transactions never wait for each other in a circle.
create function count_installs() returns trigger language plpgsql as $$
begin
  perform 1 from software s where (s.organization_id, s.id) in (select organization_id, software_id from changed) order by s.id for update;
  update software s set installs = s.installs + case when tg_op = 'INSERT' then c.rows else -c.rows end
    from (select organization_id, software_id, count(*) as rows from changed group by 1, 2) c
    where s.organization_id = c.organization_id and s.id = c.software_id;
  return null;
end $$;
create trigger resource_software_added after insert on resource_software
  referencing new table as changed for each statement execute function count_installs();
create trigger resource_software_removed after delete on resource_software
  referencing old table as changed for each statement execute function count_installs();

-- What lists sort and filter by, written anew with every inventory. Null is unknown.
create table resource_traits (
  resource_id uuid primary key,
  organization_id uuid not null references organizations(id),
  os_name text,
  os_version text,
  os_version_order text collate "C" not null default '',
  os_build text,
  os_release text,
  domain text,
  manufacturer text,
  model text,
  serial text,
  chassis text,
  virtual boolean,
  hypervisor text,
  cpu text,
  memory_bytes double precision,
  disk_bytes double precision,
  encrypted boolean,
  disk_failing boolean,
  antivirus text,
  antivirus_on boolean,
  antivirus_current boolean,
  firewall_on boolean,
  secure_boot boolean,
  reboot_pending boolean,
  updates_pending integer,
  updates_critical integer,
  programs integer,
  unique (organization_id, resource_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['resource_inventories', 'inventory_sections', 'resource_changes', 'software', 'resource_software', 'resource_traits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;

-- Sections as they arrived, written by delivery with the cursor and taken away by whoever made them rows of the tables above.
do $$
declare
  app text := current_setting('vigia.app_role');
begin
  execute format('set local role %I', current_setting('vigia.telemetry_role'));
  create table telemetry.inventory_inbox (
    id bigint generated always as identity primary key,
    organization_id uuid not null,
    resource_id uuid not null,
    at timestamptz(3) not null,
    section text not null,
    content bytea not null
  );
  create index on telemetry.inventory_inbox (organization_id, resource_id, id);
  alter table telemetry.inventory_inbox enable row level security;
  create policy tenant on telemetry.inventory_inbox using (organization_id = current_setting('vigia.organization')::uuid);
  execute format('grant select, delete on telemetry.inventory_inbox to %I', app);
  execute 'reset role';
end $$;
