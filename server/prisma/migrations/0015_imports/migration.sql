-- Tables that people import: the file's rows with what becomes of each, and licences that people took off a machine.

create table imports (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  created_by uuid not null,
  created_at timestamptz(3) not null default now(),
  file_name text not null,
  columns text[] not null,
  mapping text[] not null,
  date_order text not null check (date_order in ('dmy', 'mdy')),
  make_clients boolean not null default false,
  state text not null check (state in ('checked', 'running', 'done')),
  unique (organization_id, id)
);
create index imports_created_by_idx on imports(organization_id, created_by, created_at);

-- `target_id` is the resource that the row was or would be written to; one that is gone since stays named.
create table import_rows (
  organization_id uuid not null references organizations(id),
  import_id uuid not null,
  number integer not null check (number > 0),
  cells text[] not null,
  outcome text not null default 'failed' check (outcome in ('made', 'changed', 'unchanged', 'failed')),
  problems jsonb not null default '[]',
  target_id uuid,
  done boolean not null default false,
  primary key (organization_id, import_id, number),
  foreign key (organization_id, import_id) references imports(organization_id, id) on delete cascade
);

-- Hidden as long as the machine reports the very same licence of the product.
create table licence_removals (
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  product text not null,
  channel text not null,
  last_five text not null,
  removed_by uuid not null,
  removed_at timestamptz(3) not null,
  primary key (organization_id, resource_id, product, channel, last_five),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['imports', 'import_rows', 'licence_removals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;
