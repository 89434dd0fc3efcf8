-- The first machine: accounts, audit, settings, clients, resources, and telemetry in its own schema.
-- The runner (server/src/database/migrate.ts) sets vigia.app_role and vigia.telemetry_role for this transaction.

create table installation (
  id smallint primary key default 1 check (id = 1),
  organization_id_of_operator uuid,
  configured_at timestamptz(3),
  generation bigint not null default 1,
  ticks bigint not null default 0
);
insert into installation default values;

create table organization_directory (id uuid primary key);

create table organizations (
  id uuid primary key references organization_directory(id),
  name text not null check (length(name) between 1 and 200),
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  created_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1
);

create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  locale text,
  time_zone text,
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  created_at timestamptz(3) not null default now(),
  disabled_at timestamptz(3),
  version integer not null default 1
);

create table user_credentials (
  user_id uuid primary key references users(id),
  password_hash text not null,
  changed_at timestamptz(3) not null default now(),
  version integer not null default 1
);

create table memberships (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid not null references users(id),
  role text not null check (role in ('administrator', 'technician', 'viewer')),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, user_id),
  unique (organization_id, id)
);
create index memberships_user_idx on memberships(user_id);

create table sessions (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid not null references users(id),
  token_hash bytea not null unique,
  created_at timestamptz(3) not null default now(),
  last_used_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  address text,
  user_agent text
);
create index sessions_user_idx on sessions(organization_id, user_id);

create table idempotency_keys (
  organization_id uuid not null references organizations(id),
  actor_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  route text not null,
  request_hash bytea not null,
  status integer not null,
  response jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (organization_id, actor_id, key)
);

create table number_sequences (
  organization_id uuid not null references organizations(id),
  kind text not null,
  last integer not null,
  primary key (organization_id, kind)
);

create table audit_entries (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  at timestamptz(3) not null default now(),
  actor_kind text not null check (actor_kind in ('user', 'agent', 'enrollment_token', 'server', 'anonymous')),
  actor_id uuid,
  action text not null,
  subject_kind text,
  subject_id uuid,
  details jsonb not null default '{}',
  address text
);
create index audit_entries_at_idx on audit_entries(organization_id, at desc, id desc);

create table outbox (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null,
  payload jsonb not null,
  created_at timestamptz(3) not null default now(),
  published_at timestamptz(3)
);
create index outbox_unpublished_idx on outbox(organization_id, id) where published_at is null;

create table settings (
  organization_id uuid not null references organizations(id),
  scope text not null check (scope in ('organization', 'client', 'site', 'group', 'resource')),
  scope_id uuid not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz(3) not null default now(),
  updated_by uuid,
  primary key (organization_id, scope, scope_id, key)
);

create table clients (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  number integer not null,
  name text not null check (length(name) between 1 and 200),
  legal_name text,
  notes text not null default '',
  status text not null default 'active' check (status in ('active', 'inactive')),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, number)
);
create index clients_name_idx on clients(organization_id, lower(name), id) where deleted_at is null;

create table sites (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  client_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  time_zone text,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, client_id, id),
  foreign key (organization_id, client_id) references clients(organization_id, id)
);
create index sites_client_idx on sites(organization_id, client_id, lower(name)) where deleted_at is null;

create table resource_groups (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  client_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, client_id, id),
  foreign key (organization_id, client_id) references clients(organization_id, id)
);

create table resources (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  client_id uuid not null,
  site_id uuid not null,
  group_id uuid,
  name text not null check (length(name) between 1 and 255),
  hostname text not null default '',
  platform text not null default 'unknown' check (platform in ('unknown', 'linux', 'windows', 'macos')),
  os_name text not null default '',
  notes text not null default '',
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  foreign key (organization_id, client_id) references clients(organization_id, id),
  foreign key (organization_id, client_id, site_id) references sites(organization_id, client_id, id),
  foreign key (organization_id, client_id, group_id) references resource_groups(organization_id, client_id, id)
);
create index resources_name_idx on resources(organization_id, lower(name), id) where deleted_at is null;
create index resources_site_idx on resources(organization_id, client_id, site_id) where deleted_at is null;

create table agents (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  public_key bytea not null unique check (length(public_key) = 32),
  state text not null check (state in ('pending', 'active', 'refused', 'revoked', 'unenrolled')),
  agent_version text not null default '',
  protocol_version integer not null default 0,
  capabilities text[] not null default '{}',
  boot_id bytea,
  hardware_hint bytea,
  tls_spki_seen bytea,
  enrollment_token_id uuid,
  enrolled_at timestamptz(3) not null default now(),
  enrolled_from text,
  decided_at timestamptz(3),
  decided_by uuid,
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, resource_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);

create table resource_presence (
  resource_id uuid primary key,
  organization_id uuid not null references organizations(id),
  presence text not null check (presence in ('online', 'not_answering', 'offline')),
  since timestamptz(3) not null,
  last_seen_at timestamptz(3),
  unique (organization_id, resource_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
) with (fillfactor = 70);

create table resource_events (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  at timestamptz(3) not null,
  received_at timestamptz(3) not null default now(),
  source text not null check (source in ('agent', 'server')),
  kind text not null,
  detail text not null default '',
  epoch bigint,
  seq bigint,
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index resource_events_idx on resource_events(organization_id, resource_id, at desc, id desc);
create index resource_events_recent_idx on resource_events(organization_id, at desc, id desc);

create table enrollment_tokens (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  client_id uuid not null,
  site_id uuid not null,
  name text not null default '',
  secret_hash bytea not null unique,
  approval text not null check (approval in ('manual', 'automatic')),
  max_uses integer not null check (max_uses between 1 and 100000),
  uses integer not null default 0 check (uses between 0 and max_uses),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  version integer not null default 1,
  unique (organization_id, id),
  foreign key (organization_id, client_id, site_id) references sites(organization_id, client_id, id)
);

create table agent_cursors (
  organization_id uuid not null references organizations(id),
  agent_id uuid not null,
  lane smallint not null,
  epoch bigint not null,
  last_seq bigint not null,
  moved_at timestamptz(3) not null default now(),
  primary key (organization_id, agent_id, lane),
  foreign key (organization_id, agent_id) references agents(organization_id, id)
);

-- Row-level security, forced: a statement without an organization set is an error, a foreign one sees nothing.
do $$
declare t text;
begin
  foreach t in array array['sessions', 'idempotency_keys', 'number_sequences', 'audit_entries', 'outbox', 'settings', 'clients', 'sites',
    'resource_groups', 'resources', 'agents', 'resource_presence', 'resource_events', 'enrollment_tokens', 'agent_cursors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
  end loop;
end $$;

-- A person may see the list of their own memberships (and those organizations' names) before one is chosen: withUser sets vigia.user alone.
alter table memberships enable row level security;
alter table memberships force row level security;
create policy tenant on memberships
  using (case when coalesce(current_setting('vigia.user', true), '') <> ''
    then user_id = current_setting('vigia.user')::uuid
    else organization_id = current_setting('vigia.organization')::uuid end)
  with check (organization_id = current_setting('vigia.organization')::uuid);
alter table organizations enable row level security;
alter table organizations force row level security;
create policy tenant on organizations
  using (case when coalesce(current_setting('vigia.user', true), '') <> ''
    then exists (select from memberships m where m.organization_id = organizations.id and m.deleted_at is null)
    else id = current_setting('vigia.organization')::uuid end)
  with check (id = current_setting('vigia.organization')::uuid);

-- The application role: may read and write through the policies, owns nothing. The audit log only grows.
do $$
declare app text := current_setting('vigia.app_role');
begin
  execute format('grant usage on schema public to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', app);
  execute format('revoke update, delete, truncate on audit_entries from %I', app);
  execute format('revoke insert, delete on installation from %I', app);
  execute format('revoke all on _prisma_migrations from %I', app);
end $$;

-- Telemetry: its own schema, owned by its own role, row-level security on but not forced, because COPY is refused
-- for a role under row-level security. Only the owner writes; the application reads through the policies.
do $$
declare
  app text := current_setting('vigia.app_role');
  telemetry text := current_setting('vigia.telemetry_role');
  kinds jsonb := '{
    "host": ["cpu", "io_wait", "load1", "memory_used", "swap_used"],
    "volume": ["used", "free", "inodes_used"],
    "disk": ["read", "written", "busy"],
    "interface": ["received", "sent", "errors"]
  }';
  kind text;
  metric text;
  columns text;
  level text;
  t text;
begin
  execute format('create schema telemetry authorization %I', telemetry);
  execute format('set local role %I', telemetry);
  for kind in select jsonb_object_keys(kinds) loop
    columns := '';
    for metric in select jsonb_array_elements_text(kinds -> kind) loop
      columns := columns || format(', %I double precision', metric);
    end loop;
    execute format('create table telemetry.%I (organization_id uuid not null, resource_id uuid not null, object text not null, at timestamptz(3) not null%s) partition by range (at)', kind || '_raw', columns);
    execute format('create index on telemetry.%I (resource_id, at)', kind || '_raw');
    foreach level in array array['1m', '5m', '1h'] loop
      columns := '';
      for metric in select jsonb_array_elements_text(kinds -> kind) loop
        columns := columns || format(', %I integer not null, %I double precision, %I double precision, %I double precision, %I double precision',
          metric || '_count', metric || '_sum', metric || '_min', metric || '_max', metric || '_last');
      end loop;
      execute format('create table telemetry.%I (organization_id uuid not null, resource_id uuid not null, object text not null, bucket timestamptz(0) not null, last_at timestamptz(3) not null%s, primary key (resource_id, object, bucket)) partition by range (bucket)', kind || '_' || level, columns);
      -- Read by time across a resource's objects.
      execute format('create index on telemetry.%I (resource_id, bucket)', kind || '_' || level);
    end loop;
  end loop;

  create table telemetry.latest (
    resource_id uuid primary key,
    organization_id uuid not null,
    at timestamptz(3) not null,
    received_at timestamptz(3) not null,
    cpu double precision,
    memory_used double precision,
    memory_total double precision,
    worst_volume text,
    worst_volume_used double precision,
    worst_volume_free double precision,
    uptime_seconds double precision,
    report bytea not null
  ) with (fillfactor = 50);
  create table telemetry.states (
    resource_id uuid not null,
    key text not null,
    organization_id uuid not null,
    at timestamptz(3) not null,
    value jsonb not null,
    primary key (resource_id, key)
  ) with (fillfactor = 70);
  create table telemetry.cursors (
    agent_id uuid not null,
    lane smallint not null,
    organization_id uuid not null,
    epoch bigint not null,
    last_seq bigint not null,
    primary key (agent_id, lane)
  ) with (fillfactor = 50);
  create table telemetry.gaps (
    organization_id uuid not null,
    resource_id uuid not null,
    agent_id uuid not null,
    lane smallint not null,
    epoch bigint not null,
    from_seq bigint not null,
    to_seq bigint not null,
    first_at timestamptz(3) not null,
    last_at timestamptz(3) not null,
    received_at timestamptz(3) not null default now()
  );
  create index on telemetry.gaps (resource_id, first_at);
  create table telemetry.quarantine (
    id uuid primary key,
    organization_id uuid not null,
    resource_id uuid not null,
    agent_id uuid not null,
    lane smallint not null,
    epoch bigint not null,
    seq bigint not null,
    reason text not null,
    record bytea not null,
    received_at timestamptz(3) not null default now()
  );
  create index on telemetry.quarantine (resource_id, received_at);
  create table telemetry.rollup_progress (level text primary key check (level in ('1m', '5m', '1h')), upto timestamptz(0) not null);

  for t in select tablename from pg_tables where schemaname = 'telemetry' and tablename <> 'rollup_progress' loop
    execute format('alter table telemetry.%I enable row level security', t);
    execute format('create policy tenant on telemetry.%I for select using (organization_id = current_setting(''vigia.organization'')::uuid)', t);
  end loop;
  execute format('grant usage on schema telemetry to %I', app);
  execute format('grant select on all tables in schema telemetry to %I', app);
  -- The durable lane quarantines in the application's own transaction.
  execute format('grant insert on telemetry.quarantine to %I', app);
  execute 'create policy tenant_insert on telemetry.quarantine for insert with check (organization_id = current_setting(''vigia.organization'')::uuid)';
  execute 'reset role';
end $$;
