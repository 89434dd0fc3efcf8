-- The one way out to people and other systems: in-app notices, the mail queue, webhooks.

create table notices (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid not null,
  code text not null,
  params jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  read_at timestamptz(3),
  foreign key (organization_id, user_id) references memberships(organization_id, user_id) on delete cascade
);
create index notices_own_idx on notices(organization_id, user_id, created_at desc, id desc);
create index notices_unread_idx on notices(organization_id, user_id) where read_at is null;

create table mail_settings (
  organization_id uuid primary key references organizations(id),
  host text not null check (length(host) between 1 and 253),
  port integer not null check (port between 1 and 65535),
  secure boolean not null,
  username text,
  password_sealed bytea,
  from_address text not null,
  updated_at timestamptz(3) not null default now(),
  updated_by uuid,
  check ((username is null) = (password_sealed is null))
);

-- Parameters are sealed: a link that resets a password must not be readable in a copy of the database.
create table mails (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid,
  address text not null check (length(address) between 3 and 320),
  template text not null,
  params_sealed bytea,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  tries integer not null default 0,
  next_at timestamptz(3) not null,
  lease uuid,
  leased_until timestamptz(3),
  problem text,
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  unique (organization_id, id),
  foreign key (organization_id, user_id) references memberships(organization_id, user_id) on delete set null (user_id)
);
create index mails_due_idx on mails(organization_id, next_at) where state = 'waiting';
create index mails_recent_idx on mails(organization_id, created_at desc, id desc);

create table webhooks (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  url text not null check (length(url) between 8 and 2000),
  events text[] not null,
  description text not null default '',
  active boolean not null default true,
  disabled_reason text check (disabled_reason in ('failing')),
  secret_sealed bytea not null,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id)
);

create table webhook_deliveries (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  webhook_id uuid not null,
  event_id uuid not null,
  event text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  next_at timestamptz(3) not null,
  lease uuid,
  leased_until timestamptz(3),
  status integer,
  answer text,
  problem text,
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  -- An event that is told twice is delivered once.
  unique (organization_id, webhook_id, event_id),
  foreign key (organization_id, webhook_id) references webhooks(organization_id, id)
);
create index webhook_deliveries_due_idx on webhook_deliveries(organization_id, next_at) where state = 'waiting';
create index webhook_deliveries_recent_idx on webhook_deliveries(organization_id, webhook_id, created_at desc, id desc);

do $$
declare
  t text;
  app text := current_setting('vigia.app_role');
begin
  foreach t in array array['notices', 'mail_settings', 'mails', 'webhooks', 'webhook_deliveries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;
