-- What lists of equipment are asked for: more facts of inventories to filter by and to show, and lists as people keep them.

alter table resource_traits
  add column architecture text,
  add column last_user text,
  add column addresses text[] not null default '{}',
  add column macs text[] not null default '{}';

-- Inventories that are there already: the same as modules/inventory/traits.ts says. The owner is bound by row-level security too.
alter table resource_traits no force row level security;
alter table inventory_sections no force row level security;
update resource_traits t set architecture = s.body->>'architecture'
  from inventory_sections s where s.organization_id = t.organization_id and s.resource_id = t.resource_id and s.section = 'os';
update resource_traits t set last_user = s.body->>'currentUser'
  from inventory_sections s where s.organization_id = t.organization_id and s.resource_id = t.resource_id and s.section = 'users';
update resource_traits t set
  addresses = array(select distinct split_part(a, '/', 1) from jsonb_array_elements(s.body->'interfaces') i,
    jsonb_array_elements_text(coalesce(i->'addresses', '[]')) a where split_part(a, '/', 1) !~* '^(127\.|::1$|fe80:)' limit 32),
  macs = array(select distinct lower(i->>'mac') from jsonb_array_elements(s.body->'interfaces') i where i->>'mac' <> '' limit 32)
  from inventory_sections s where s.organization_id = t.organization_id and s.resource_id = t.resource_id and s.section = 'network'
    and jsonb_typeof(s.body->'interfaces') = 'array';
alter table inventory_sections force row level security;
alter table resource_traits force row level security;

-- A list as somebody wants it again: filter, order, columns. Shared ones are everybody's who may see resources.
create table saved_views (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  owner_id uuid not null,
  name text not null,
  shared boolean not null default false,
  state jsonb not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version integer not null default 1,
  unique (organization_id, id)
);
create unique index saved_views_own_idx on saved_views(organization_id, owner_id, lower(name)) where not shared;
create unique index saved_views_shared_idx on saved_views(organization_id, lower(name)) where shared;

-- The view that a person's list begins with.
create table default_views (
  organization_id uuid not null references organizations(id),
  user_id uuid not null,
  view_id uuid not null,
  primary key (organization_id, user_id),
  foreign key (organization_id, view_id) references saved_views(organization_id, id) on delete cascade
);
create index default_views_view_idx on default_views(organization_id, view_id);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['saved_views', 'default_views'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;

-- Tenant administrators of organizations that are there may share views from now on, as those of new ones may.
alter table permission_groups no force row level security;
update permission_groups set permissions = array_append(permissions, 'views:share')
  where predefined = 'tenant_admin' and not 'views:share' = any(permissions);
alter table permission_groups force row level security;
