-- Identity over time: what names each machine, pairs of resources that may be one machine, and agents whose identity two machines share.

create table resource_identifiers (
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  kind text not null check (kind in ('uuid', 'serial', 'board', 'disk', 'mac', 'loose_mac')),
  value text not null,
  primary key (organization_id, resource_id, kind, value),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index resource_identifiers_value_idx on resource_identifiers(organization_id, kind, value);

-- `resource_id` is the younger of the two, `other_id` the one it may have been before.
create table duplicate_proposals (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  other_id uuid not null check (other_id <> resource_id),
  score double precision not null check (score between 0 and 1),
  reasons jsonb not null,
  state text not null check (state in ('open', 'dismissed', 'merged')),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  decided_by uuid,
  unique (organization_id, resource_id, other_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id),
  foreign key (organization_id, other_id) references resources(organization_id, id)
);
create index duplicate_proposals_other_idx on duplicate_proposals(organization_id, other_id);

-- A row as long as an agent is confined to monitoring, because two machines said hello with its key.
create table agent_quarantines (
  organization_id uuid not null references organizations(id),
  agent_id uuid not null,
  since timestamptz(3) not null,
  primary key (organization_id, agent_id),
  foreign key (organization_id, agent_id) references agents(organization_id, id)
);

-- Two agents change places when their resources become one: the rule is looked at when the statement ends.
alter table agents drop constraint agents_organization_id_resource_id_key,
  add constraint agents_organization_id_resource_id_key unique (organization_id, resource_id) deferrable initially immediate;

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['resource_identifiers', 'duplicate_proposals', 'agent_quarantines'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;

-- Gives what hangs on one resource to another, in one table. `way`: 'all' gives everything; 'newest' has it take the place of what the
-- other has under the same keys (of everything, without keys); 'first' gives only what the other has not. Runs with the caller's rights.
create function hand_over(place regclass, owner text, keys text[], way text, organization uuid, source uuid, target uuid) returns void
language plpgsql as $$
declare
  same text := coalesce((select string_agg(format('and mine.%I = theirs.%1$I', key), ' ') from unnest(keys) key), '');
begin
  if way = 'newest' then
    execute format('delete from %s mine using %1$s theirs where mine.organization_id = $1 and theirs.organization_id = $1
      and mine.%2$I = $3 and theirs.%2$I = $2 %3$s', place, owner, same) using organization, source, target;
  elsif way = 'first' then
    execute format('delete from %s mine using %1$s theirs where mine.organization_id = $1 and theirs.organization_id = $1
      and mine.%2$I = $2 and theirs.%2$I = $3 %3$s', place, owner, same) using organization, source, target;
  end if;
  execute format('update %s set %I = $3 where organization_id = $1 and %2$I = $2', place, owner) using organization, source, target;
end $$;

-- The application may only read telemetry. This is the one change it may ask for, within the organization it works in.
do $$
begin
  execute format('set local role %I', current_setting('vigia.telemetry_role'));
  create function telemetry.hand_over(t text, keys text[], way text, source uuid, target uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
  begin
    perform public.hand_over(format('telemetry.%I', t)::regclass, 'resource_id', keys, way,
      current_setting('vigia.organization')::uuid, source, target);
  end $body$;
  execute 'revoke all on function telemetry.hand_over from public';
  execute format('grant execute on function telemetry.hand_over to %I', current_setting('vigia.app_role'));
  execute 'reset role';
end $$;
