-- Access: permission groups, attendant groups (sets of scopes), and the grants that join both to a person. Roles become grants.

create table permission_groups (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null check (length(name) between 1 and 200),
  description text not null default '' check (length(description) <= 2000),
  permissions text[] not null default '{}',
  predefined text check (predefined in
    ('administrators', 'tenant_admin', 'client_admin', 'technician', 'scripter', 'approver', 'helpdesk', 'viewer')),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3) check (deleted_at is null or predefined is null),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, predefined)
);
create unique index permission_groups_name_idx on permission_groups(organization_id, lower(name)) where deleted_at is null;

create table attendant_groups (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null check (length(name) between 1 and 200),
  predefined text check (predefined = 'all'),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3) check (deleted_at is null or predefined is null),
  version integer not null default 1,
  unique (organization_id, id),
  unique (organization_id, predefined)
);
create unique index attendant_groups_name_idx on attendant_groups(organization_id, lower(name)) where deleted_at is null;

-- The generated columns tie every target to a row of its own kind in the same organization.
create table attendant_group_scopes (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  attendant_group_id uuid not null,
  kind text not null check (kind in ('all', 'client', 'site', 'resource_group')),
  target_id uuid check ((target_id is null) = (kind = 'all')),
  client_id uuid generated always as (case when kind = 'client' then target_id end) stored,
  site_id uuid generated always as (case when kind = 'site' then target_id end) stored,
  resource_group_id uuid generated always as (case when kind = 'resource_group' then target_id end) stored,
  unique nulls not distinct (organization_id, attendant_group_id, kind, target_id),
  foreign key (organization_id, attendant_group_id) references attendant_groups(organization_id, id),
  foreign key (organization_id, client_id) references clients(organization_id, id),
  foreign key (organization_id, site_id) references sites(organization_id, id),
  foreign key (organization_id, resource_group_id) references resource_groups(organization_id, id)
);

create table grants (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid not null references users(id),
  permission_group_id uuid not null,
  attendant_group_id uuid not null,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  deleted_at timestamptz(3),
  unique (organization_id, id),
  foreign key (organization_id, user_id) references memberships(organization_id, user_id),
  foreign key (organization_id, permission_group_id) references permission_groups(organization_id, id),
  foreign key (organization_id, attendant_group_id) references attendant_groups(organization_id, id)
);
create unique index grants_live_idx on grants(organization_id, user_id, permission_group_id, attendant_group_id) where deleted_at is null;

do $$
declare t text;
begin
  foreach t in array array['permission_groups', 'attendant_groups', 'attendant_group_scopes', 'grants'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
  end loop;
end $$;

-- Disabling acts in one organization; users.disabled_at is the server operator's.
alter table memberships add column disabled_at timestamptz(3);

-- The predefined groups, for every organization there is; new ones get them in modules/access/predefined.ts, with the same contents.
-- Row-level security binds the owner too, so each organization is visited on its own.
do $$
declare
  organization uuid;
  everywhere uuid;
begin
  for organization in select id from organization_directory loop
    perform set_config('vigia.organization', organization::text, true);
    everywhere := gen_random_uuid();
    insert into attendant_groups (id, organization_id, name, predefined) values (everywhere, organization, 'All', 'all');
    insert into attendant_group_scopes (id, organization_id, attendant_group_id, kind) values (gen_random_uuid(), organization, everywhere, 'all');
    insert into permission_groups (id, organization_id, name, predefined, permissions) values
      (gen_random_uuid(), organization, 'Administrators', 'administrators', '{}'),
      (gen_random_uuid(), organization, 'Tenant administrators', 'tenant_admin', '{resources:read,resources:write,agents:approve,enrollment:manage,clients:read,clients:write,settings:read,settings:write,audit:read,organization:admin,live:read,accounts:read,accounts:manage,access:explain,vault:read,vault:write,vault:reveal,notify:manage,tokens:manage,sso:manage}'),
      (gen_random_uuid(), organization, 'Client administrators', 'client_admin', '{resources:read,resources:write,agents:approve,enrollment:manage,clients:read,clients:write,settings:read,settings:write,live:read,vault:read,vault:write,vault:reveal}'),
      (gen_random_uuid(), organization, 'Technicians', 'technician', '{resources:read,clients:read,settings:read,audit:read,live:read,resources:write,agents:approve,enrollment:manage,clients:write,vault:read,vault:reveal}'),
      (gen_random_uuid(), organization, 'Scripters', 'scripter', '{resources:read,clients:read,settings:read,live:read,resources:write}'),
      (gen_random_uuid(), organization, 'Approvers', 'approver', '{resources:read,clients:read,settings:read,live:read,agents:approve}'),
      (gen_random_uuid(), organization, 'Help desk', 'helpdesk', '{resources:read,clients:read,live:read}'),
      (gen_random_uuid(), organization, 'Viewers', 'viewer', '{resources:read,clients:read,settings:read,audit:read,live:read}');
    insert into grants (id, organization_id, user_id, permission_group_id, attendant_group_id, created_by, deleted_at)
      select gen_random_uuid(), organization, m.user_id, p.id, everywhere, m.created_by, m.deleted_at
      from memberships m
        join permission_groups p on p.predefined = case m.role when 'administrator' then 'administrators' else m.role end
      where m.organization_id = organization and p.organization_id = organization;
  end loop;
end $$;
alter table memberships drop column role;

do $$
declare app text := current_setting('vigia.app_role');
begin
  execute format('grant select, insert, update, delete on permission_groups, attendant_groups, attendant_group_scopes, grants to %I', app);
  execute format('revoke delete on permission_groups, attendant_groups, grants from %I', app);
end $$;
