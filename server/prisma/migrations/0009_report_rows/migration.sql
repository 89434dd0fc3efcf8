-- A report is stored as one wide row instead of a row for each thing it names: writing it costs one index entry and a third of the bytes.
-- What the old tables still hold (at most 48 hours) comes along.
do $$
declare
  app text := current_setting('vigia.app_role');
  kind text;
  label text;
begin
  execute format('set local role %I', current_setting('vigia.telemetry_role'));
  create table telemetry.report_raw (
    organization_id uuid not null,
    resource_id uuid not null,
    at timestamptz(3) not null,
    cpu double precision,
    io_wait double precision,
    load1 double precision,
    memory_used double precision,
    swap_used double precision,
    -- Of each kind the names of its things, and all metrics of the first, then of the second and so on.
    volume_objects text[],
    volume_values double precision[],
    disk_objects text[],
    disk_values double precision[],
    interface_objects text[],
    interface_values double precision[]
  ) partition by range (at);
  create index on telemetry.report_raw (resource_id, at);
  -- For the job that closes buckets: all reports of some minutes.
  create index on telemetry.report_raw using brin (at) with (pages_per_range = 32, autosummarize = on);
  alter table telemetry.report_raw enable row level security;
  create policy tenant on telemetry.report_raw for select using (organization_id = current_setting('vigia.organization')::uuid);
  execute format('grant select on telemetry.report_raw to %I', app);

  for label in
    select distinct right(c.relname, 8) from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'telemetry' and c.relname ~ '^(host|volume|disk|interface)_raw_[0-9]{8}$'
  loop
    execute format('create table telemetry.%I partition of telemetry.report_raw for values from (%L) to (%L)', 'report_raw_' || label,
      label || ' 00:00:00+00', to_char(to_date(label, 'YYYYMMDD') + 1, 'YYYYMMDD') || ' 00:00:00+00');
  end loop;

  insert into telemetry.report_raw
  select organization_id, resource_id, at, max(cpu), max(io_wait), max(load1), max(memory_used), max(swap_used),
    max(volume_objects), max(volume_values), max(disk_objects), max(disk_values), max(interface_objects), max(interface_values)
  from (
    select organization_id, resource_id, at, cpu, io_wait, load1, memory_used, swap_used,
      null::text[] as volume_objects, null::double precision[] as volume_values, null::text[] as disk_objects,
      null::double precision[] as disk_values, null::text[] as interface_objects, null::double precision[] as interface_values
      from telemetry.host_raw
    union all
    select organization_id, resource_id, at, null, null, null, null, null,
      array_agg(object order by object), null, null, null, null, null
      from telemetry.volume_raw group by organization_id, resource_id, at
    union all
    select organization_id, resource_id, at, null, null, null, null, null,
      null, array_agg(v.value order by object, v.n), null, null, null, null
      from telemetry.volume_raw cross join lateral unnest(array[used, free, inodes_used]) with ordinality as v (value, n)
      group by organization_id, resource_id, at
    union all
    select organization_id, resource_id, at, null, null, null, null, null,
      null, null, array_agg(object order by object), null, null, null
      from telemetry.disk_raw group by organization_id, resource_id, at
    union all
    select organization_id, resource_id, at, null, null, null, null, null,
      null, null, null, array_agg(v.value order by object, v.n), null, null
      from telemetry.disk_raw cross join lateral unnest(array[read, written, busy]) with ordinality as v (value, n)
      group by organization_id, resource_id, at
    union all
    select organization_id, resource_id, at, null, null, null, null, null,
      null, null, null, null, array_agg(object order by object), null
      from telemetry.interface_raw group by organization_id, resource_id, at
    union all
    select organization_id, resource_id, at, null, null, null, null, null,
      null, null, null, null, null, array_agg(v.value order by object, v.n)
      from telemetry.interface_raw cross join lateral unnest(array[received, sent, errors]) with ordinality as v (value, n)
      group by organization_id, resource_id, at
  ) as parts
  group by organization_id, resource_id, at;

  foreach kind in array array['host', 'volume', 'disk', 'interface'] loop
    execute format('drop table telemetry.%I', kind || '_raw');
  end loop;
  execute 'reset role';
end $$;
