-- Files that end: what names a file goes with it. Logs that people ask machines for.

-- A file whose time is over is taken from whatever it hangs on. The rows that are there are looked at as the owner (0012).
alter table resource_attachments no force row level security;
alter table files no force row level security;
do $$
declare found text;
begin
  for found in select conname from pg_constraint
    where conrelid = 'resource_attachments'::regclass and confrelid = 'files'::regclass and contype = 'f' loop
    execute format('alter table resource_attachments drop constraint %I', found);
  end loop;
end $$;
alter table resource_attachments add foreign key (organization_id, file_id) references files(organization_id, id) on delete cascade;

-- One row each time somebody asks a machine for its logs.
create table log_requests (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  resource_id uuid not null,
  state text not null check (state in ('asked', 'collecting', 'sending', 'done', 'failed')),
  reason text not null default '',
  size integer,
  file_id uuid,
  asked_at timestamptz(3) not null,
  asked_by uuid not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  unique (organization_id, id),
  foreign key (organization_id, resource_id) references resources(organization_id, id),
  foreign key (organization_id, file_id) references files(organization_id, id) on delete set null (file_id)
);
create index log_requests_idx on log_requests(organization_id, resource_id, asked_at desc);
create index log_requests_file_idx on log_requests(organization_id, file_id);
alter table files force row level security;
alter table resource_attachments force row level security;

do $$
declare app text := current_setting('vigia.app_role');
begin
  alter table log_requests enable row level security;
  alter table log_requests force row level security;
  create policy tenant on log_requests using (organization_id = current_setting('vigia.organization')::uuid)
    with check (organization_id = current_setting('vigia.organization')::uuid);
  execute format('grant select, insert, update on log_requests to %I', app);
end $$;
