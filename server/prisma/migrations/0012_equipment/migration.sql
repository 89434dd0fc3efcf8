-- Resources as equipment: types, dates, what people type about things without an agent, notes, fields of the organization's own, and files.

create table equipment_types (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null,
  kind text not null,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id)
);
create unique index equipment_types_name_idx on equipment_types(organization_id, lower(name)) where deleted_at is null;

alter table resources
  add column type_id uuid,
  add column acquisition_date date,
  add column warranty_date date,
  add column manufacturer text,
  add column model text,
  add column serial text,
  add column asset_tag text,
  add column tags text[] not null default '{}',
  add column external_key text,
  add check (warranty_date >= acquisition_date);
-- The rows that are there are looked at as the owner, whom row-level security binds unless it is told otherwise.
alter table resources no force row level security;
alter table resources add foreign key (organization_id, type_id) references equipment_types(organization_id, id);
alter table resources force row level security;
create index resources_warranty_idx on resources(organization_id, warranty_date) where deleted_at is null;
create index resources_type_idx on resources(organization_id, type_id);
-- What an import knows a thing by: one living resource each.
create unique index resources_external_key_idx on resources(organization_id, external_key) where deleted_at is null;

-- Who changed a field; null for what an inventory found.
alter table resource_changes add column actor_id uuid;

create table resource_notes (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  text text not null,
  created_at timestamptz(3) not null default now(),
  created_by uuid not null,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  foreign key (organization_id, resource_id) references resources(organization_id, id)
);
create index resource_notes_idx on resource_notes(organization_id, resource_id, created_at desc, id desc) where deleted_at is null;

-- Fields of an organization's own, in containers that belong to one kind of thing.
create table field_containers (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  target text not null check (target in ('resource', 'ticket', 'client', 'requester')),
  name text not null,
  position integer not null default 0,
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id)
);
create unique index field_containers_requester_idx on field_containers(organization_id) where target = 'requester' and deleted_at is null;

create table custom_fields (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  container_id uuid not null,
  label text not null,
  type text not null check (type in ('text', 'text_area', 'currency', 'phone', 'email', 'link', 'date', 'single_select', 'checkbox')),
  required boolean not null default false,
  options text[] not null default '{}',
  position integer not null default 0,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  version integer not null default 1,
  unique (organization_id, id),
  foreign key (organization_id, container_id) references field_containers(organization_id, id)
);
create index custom_fields_idx on custom_fields(organization_id, container_id);

-- `target_id` is of the container's kind. Values outlive their field: a field that is removed keeps them.
create table field_values (
  organization_id uuid not null references organizations(id),
  field_id uuid not null,
  target_id uuid not null,
  value text not null,
  primary key (organization_id, field_id, target_id),
  foreign key (organization_id, field_id) references custom_fields(organization_id, id)
);
create index field_values_target_idx on field_values(organization_id, target_id);

-- What is stored once per content and organization; several rows may name one content.
create table files (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  hash bytea not null check (length(hash) = 32),
  size bigint not null check (size >= 0),
  name text not null,
  media_type text not null,
  keep_until timestamptz(3),
  created_at timestamptz(3) not null default now(),
  created_by uuid,
  unique (organization_id, id)
);
create index files_hash_idx on files(organization_id, hash);
create index files_keep_idx on files(organization_id, keep_until) where keep_until is not null;

create table resource_attachments (
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  file_id uuid not null,
  primary key (organization_id, resource_id, file_id),
  foreign key (organization_id, resource_id) references resources(organization_id, id),
  foreign key (organization_id, file_id) references files(organization_id, id)
);
create index resource_attachments_file_idx on resource_attachments(organization_id, file_id);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['equipment_types', 'resource_notes', 'field_containers', 'custom_fields', 'field_values', 'files', 'resource_attachments'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update on %I to %I', t, app);
  end loop;
  foreach t in array array['field_values', 'files', 'resource_attachments'] loop
    execute format('grant delete on %I to %I', t, app);
  end loop;
end $$;

-- The types every organization begins with; new ones get them in modules/resources/equipment-types.ts, with the same names.
-- Row-level security binds the owner too, so each organization is visited on its own.
do $$
declare organization uuid;
begin
  for organization in select id from organization_directory loop
    perform set_config('vigia.organization', organization::text, true);
    insert into equipment_types (id, organization_id, name, kind)
      select gen_random_uuid(), organization, t.name, t.kind from (values
        ('Computer', 'computer'), ('Notebook', 'notebook'), ('Server', 'server'), ('Printer', 'printer'), ('Switch', 'switch'),
        ('Router', 'router'), ('Firewall', 'firewall'), ('Access point', 'access_point'), ('Phone', 'phone'), ('Tablet', 'tablet'),
        ('Monitor', 'monitor'), ('UPS', 'ups'), ('Camera', 'camera'), ('Other', 'other')) as t(name, kind);
  end loop;
end $$;
