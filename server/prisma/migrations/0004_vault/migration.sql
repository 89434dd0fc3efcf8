-- Organizations' own keys, wrapped by the key-encryption key, and the vault of passwords that they seal.

create table tenant_keys (
  organization_id uuid not null references organizations(id),
  version integer not null check (version > 0),
  kek_id text not null,
  wrapped bytea not null,
  created_at timestamptz(3) not null default now(),
  primary key (organization_id, version)
);

create table secrets (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null check (length(name) between 1 and 200),
  username text,
  notes text not null default '',
  client_id uuid,
  resource_id uuid,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  check (client_id is null or resource_id is null),
  foreign key (organization_id, client_id) references clients(organization_id, id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index secrets_client_idx on secrets(organization_id, client_id);
create index secrets_resource_idx on secrets(organization_id, resource_id);

-- Values as they came one after the other; only the last one is kept.
create table secret_values (
  organization_id uuid not null references organizations(id),
  secret_id uuid not null,
  number integer not null check (number > 0),
  box bytea,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  primary key (organization_id, secret_id, number),
  foreign key (organization_id, secret_id) references secrets(organization_id, id)
);

-- Who alone may see a secret; one without rows is for everybody whose permission reaches it.
create table secret_access (
  organization_id uuid not null references organizations(id),
  secret_id uuid not null,
  user_id uuid not null,
  primary key (organization_id, secret_id, user_id),
  foreign key (organization_id, secret_id) references secrets(organization_id, id),
  foreign key (organization_id, user_id) references memberships(organization_id, user_id)
);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['tenant_keys', 'secrets', 'secret_values', 'secret_access'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;
