-- Desks with their stages, statuses and priorities, and the tickets that are worked on there.

create table desks (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null check (length(name) between 1 and 200),
  active boolean not null default true,
  is_default boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  unique (organization_id, id)
);
create unique index desks_default_idx on desks(organization_id) where is_default;

create table stages (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  desk_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  position integer not null,
  is_first boolean not null default false,
  is_last boolean not null default false,
  max_minutes integer check (max_minutes > 0),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, desk_id, id),
  foreign key (organization_id, desk_id) references desks(organization_id, id)
);
create unique index stages_first_idx on stages(organization_id, desk_id) where is_first;
create unique index stages_last_idx on stages(organization_id, desk_id) where is_last;

-- A new ticket has the default status; one that is over a closed one; `is_normalised`: what it was about is over, and somebody has still to look.
create table ticket_statuses (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  desk_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  position integer not null,
  is_default boolean not null default false,
  is_closed boolean not null default false,
  is_normalised boolean not null default false,
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, desk_id, id),
  check ((is_default::int + is_closed::int + is_normalised::int) <= 1),
  foreign key (organization_id, desk_id) references desks(organization_id, id)
);
create unique index ticket_statuses_default_idx on ticket_statuses(organization_id, desk_id) where is_default;
create unique index ticket_statuses_closed_idx on ticket_statuses(organization_id, desk_id) where is_closed;
create unique index ticket_statuses_normalised_idx on ticket_statuses(organization_id, desk_id) where is_normalised;

-- A higher position is more urgent.
create table priorities (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  desk_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  position integer not null,
  is_default boolean not null default false,
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, desk_id, id),
  foreign key (organization_id, desk_id) references desks(organization_id, id)
);
create unique index priorities_default_idx on priorities(organization_id, desk_id) where is_default;

-- People of clients who ask for something.
create table contacts (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  client_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text,
  phones text[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, client_id, id),
  foreign key (organization_id, client_id) references clients(organization_id, id)
);
create unique index contacts_email_idx on contacts(organization_id, client_id, lower(email)) where deleted_at is null;

-- `key`: what a program opens it for; one ticket each, however often it is asked for.
create table tickets (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  number integer not null,
  client_id uuid not null,
  requester_id uuid,
  desk_id uuid not null,
  stage_id uuid not null,
  status_id uuid not null,
  priority_id uuid not null,
  responsible_id uuid,
  parent_id uuid check (parent_id <> id),
  title text not null check (length(title) between 1 and 300),
  description text not null default '',
  origin text not null check (origin in ('manual', 'email', 'portal', 'chat', 'trigger', 'api', 'schedule', 'preticket')),
  key text check (length(key) between 1 and 300),
  tags text[] not null default '{}',
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  closed_at timestamptz(3),
  cancelled_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, key),
  check (cancelled_at is null or closed_at is not null),
  foreign key (organization_id, client_id) references clients(organization_id, id),
  foreign key (organization_id, client_id, requester_id) references contacts(organization_id, client_id, id),
  foreign key (organization_id, desk_id, stage_id) references stages(organization_id, desk_id, id),
  foreign key (organization_id, desk_id, status_id) references ticket_statuses(organization_id, desk_id, id),
  foreign key (organization_id, desk_id, priority_id) references priorities(organization_id, desk_id, id),
  foreign key (organization_id, responsible_id) references memberships(organization_id, user_id),
  foreign key (organization_id, parent_id) references tickets(organization_id, id)
);
create index tickets_client_idx on tickets(organization_id, client_id);
create index tickets_open_idx on tickets(organization_id, desk_id, stage_id) where closed_at is null;
create index tickets_responsible_idx on tickets(organization_id, responsible_id) where closed_at is null;
create index tickets_parent_idx on tickets(organization_id, parent_id) where parent_id is not null;
create index tickets_updated_idx on tickets(organization_id, updated_at desc);

create table ticket_resources (
  organization_id uuid not null references organizations(id),
  ticket_id uuid not null,
  resource_id uuid not null,
  primary key (organization_id, ticket_id, resource_id),
  foreign key (organization_id, ticket_id) references tickets(organization_id, id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index ticket_resources_resource_idx on ticket_resources(organization_id, resource_id);

create table ticket_followers (
  organization_id uuid not null references organizations(id),
  ticket_id uuid not null,
  user_id uuid not null,
  primary key (organization_id, ticket_id, user_id),
  foreign key (organization_id, ticket_id) references tickets(organization_id, id),
  foreign key (organization_id, user_id) references memberships(organization_id, user_id)
);

create table ticket_attachments (
  organization_id uuid not null references organizations(id),
  ticket_id uuid not null,
  file_id uuid not null,
  primary key (organization_id, ticket_id, file_id),
  foreign key (organization_id, ticket_id) references tickets(organization_id, id),
  foreign key (organization_id, file_id) references files(organization_id, id)
);
create index ticket_attachments_file_idx on ticket_attachments(organization_id, file_id);

-- `author_id` is null for what a program says.
create table ticket_messages (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  ticket_id uuid not null,
  kind text not null check (kind in ('answer', 'internal', 'system')),
  author_id uuid,
  text text not null,
  created_at timestamptz(3) not null default now(),
  unique (organization_id, id),
  foreign key (organization_id, ticket_id) references tickets(organization_id, id)
);
create index ticket_messages_idx on ticket_messages(organization_id, ticket_id, created_at, id);

-- One row for each field that changed, or one without a field for what happened as a whole. `actor_id` is null for programs of the server.
create table ticket_history (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  ticket_id uuid not null,
  at timestamptz(3) not null,
  actor_id uuid,
  action text not null check (action in ('opened', 'changed', 'closed', 'reopened', 'cancelled')),
  field text,
  before text,
  after text,
  unique (organization_id, id),
  foreign key (organization_id, ticket_id) references tickets(organization_id, id)
);
create index ticket_history_idx on ticket_history(organization_id, ticket_id, at, id);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['desks', 'stages', 'ticket_statuses', 'priorities', 'contacts', 'tickets', 'ticket_resources', 'ticket_followers',
    'ticket_attachments', 'ticket_messages', 'ticket_history'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert on %I to %I', t, app);
  end loop;
  -- What was said and what happened is never rewritten.
  foreach t in array array['desks', 'stages', 'ticket_statuses', 'priorities', 'contacts', 'tickets', 'ticket_resources'] loop
    execute format('grant update on %I to %I', t, app);
  end loop;
  foreach t in array array['ticket_resources', 'ticket_followers', 'ticket_attachments'] loop
    execute format('grant delete on %I to %I', t, app);
  end loop;
end $$;

-- The desk every organization begins with; new ones get it in modules/desks/first-desk.ts, with the same contents.
-- Row-level security binds the owner too, so each organization is visited on its own.
do $$
declare
  organization uuid;
  desk uuid;
begin
  for organization in select id from organization_directory loop
    perform set_config('vigia.organization', organization::text, true);
    desk := gen_random_uuid();
    insert into desks (id, organization_id, name, is_default) values (desk, organization, 'Service desk', true);
    insert into stages (id, organization_id, desk_id, name, position, is_first, is_last) values
      (gen_random_uuid(), organization, desk, 'New', 1, true, false),
      (gen_random_uuid(), organization, desk, 'In progress', 2, false, false),
      (gen_random_uuid(), organization, desk, 'Waiting', 3, false, false),
      (gen_random_uuid(), organization, desk, 'Done', 4, false, true);
    insert into ticket_statuses (id, organization_id, desk_id, name, position, is_default, is_normalised, is_closed) values
      (gen_random_uuid(), organization, desk, 'Open', 1, true, false, false),
      (gen_random_uuid(), organization, desk, 'Normalised', 2, false, true, false),
      (gen_random_uuid(), organization, desk, 'Closed', 3, false, false, true);
    insert into priorities (id, organization_id, desk_id, name, position, is_default) values
      (gen_random_uuid(), organization, desk, 'Low', 1, false),
      (gen_random_uuid(), organization, desk, 'Normal', 2, true),
      (gen_random_uuid(), organization, desk, 'High', 3, false),
      (gen_random_uuid(), organization, desk, 'Urgent', 4, false);
  end loop;
end $$;
