-- Contracts: what a client agreed to, by type and modality, with dated riders that hold its values, and what it covers.

create table contract_types (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null,
  modality text not null check (modality in ('per_ticket', 'free', 'saas', 'credit', 'shared', 'hours', 'cumulative_hours')),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id)
);
create unique index contract_types_name_idx on contract_types(organization_id, lower(name)) where deleted_at is null;

-- `expires_on` and `readjust_on` follow from dates and months and are kept beside them, so that lists can ask by status: it is read off
-- the day, never stored. `coverage` says what it is about: all of the client, groups of its resources, or resources one by one.
create table contracts (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  number integer not null,
  client_id uuid not null,
  type_id uuid not null,
  name text not null,
  starts_on date not null,
  cycle_day integer not null check (cycle_day between 1 and 31),
  duration_months integer check (duration_months between 1 and 1200),
  readjust_months integer check (readjust_months between 1 and 1200),
  expires_on date check (expires_on > starts_on),
  readjust_on date,
  coverage text not null check (coverage in ('client', 'groups', 'resources')),
  cancelled_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, client_id) references clients(organization_id, id),
  foreign key (organization_id, type_id) references contract_types(organization_id, id)
);
create index contracts_client_idx on contracts(organization_id, client_id);
create index contracts_type_idx on contracts(organization_id, type_id);

-- What holds from `start_date` on, until a later rider begins or it is cancelled. `value` is a month's, before what exceeds `limits`.
create table contract_riders (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  contract_id uuid not null,
  number integer not null check (number > 0),
  start_date date not null,
  cancel_date date check (cancel_date >= start_date),
  value numeric(14, 2) not null check (value >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  limits jsonb not null default '{}',
  items jsonb not null default '[]',
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  unique (organization_id, id),
  unique (organization_id, contract_id, number),
  foreign key (organization_id, contract_id) references contracts(organization_id, id)
);
create index contract_riders_start_idx on contract_riders(organization_id, contract_id, start_date);

create table contract_groups (
  organization_id uuid not null references organizations(id),
  contract_id uuid not null,
  group_id uuid not null,
  primary key (organization_id, contract_id, group_id),
  foreign key (organization_id, contract_id) references contracts(organization_id, id),
  foreign key (organization_id, group_id) references resource_groups(organization_id, id)
);
create index contract_groups_group_idx on contract_groups(organization_id, group_id);

create table contract_resources (
  organization_id uuid not null references organizations(id),
  contract_id uuid not null,
  resource_id uuid not null,
  primary key (organization_id, contract_id, resource_id),
  foreign key (organization_id, contract_id) references contracts(organization_id, id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index contract_resources_resource_idx on contract_resources(organization_id, resource_id);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['contract_types', 'contracts', 'contract_riders', 'contract_groups', 'contract_resources'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert on %I to %I', t, app);
  end loop;
  execute format('grant update on contract_types, contracts, contract_groups, contract_resources to %I', app);
  execute format('grant delete on contract_groups, contract_resources to %I', app);
  -- A rider that was agreed is never rewritten: it can end, and another one can begin.
  execute format('grant update (cancel_date) on contract_riders to %I', app);
end $$;

-- What every organization begins with; new ones get it in modules/contracts/contract-types.ts, with the same names, and the permissions
-- in modules/access/predefined.ts. Row-level security binds the owner too, so each organization is visited on its own.
do $$
declare organization uuid;
begin
  for organization in select id from organization_directory loop
    perform set_config('vigia.organization', organization::text, true);
    insert into contract_types (id, organization_id, name, modality)
      select gen_random_uuid(), organization, t.name, t.modality from (values
        ('Per ticket', 'per_ticket'), ('Free', 'free'), ('Product or SaaS', 'saas'), ('Credit', 'credit'), ('Shared credit', 'shared'),
        ('Hours', 'hours'), ('Cumulative hours', 'cumulative_hours')) as t(name, modality);
    update permission_groups g set permissions = g.permissions || added.permissions from (values
        ('tenant_admin', '{tickets:read,tickets:write,contracts:read,contracts:manage,contracts:values,desks:manage}'::text[]),
        ('client_admin', '{tickets:read,tickets:write,contracts:read,contracts:values}'),
        ('technician', '{tickets:read,tickets:write,contracts:read}'),
        ('scripter', '{tickets:read}'),
        ('helpdesk', '{tickets:read,tickets:write,contracts:read}'),
        ('viewer', '{tickets:read,contracts:read}')) as added(predefined, permissions)
      where g.organization_id = organization and g.predefined = added.predefined and g.deleted_at is null;
  end loop;
end $$;
