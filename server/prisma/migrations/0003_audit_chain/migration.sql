-- The audit log as a chain: each entry has a number without gaps and a hash over the one before it and its own bytes.
-- The link is made when the transaction commits, so that the organization's head is locked for that moment only.

alter table installation add column kek_id text;

-- What an entry says of persons, sealed under their own keys: { "<person id>": "<sealed>" }.
alter table audit_entries add column personal jsonb not null default '{}';

create table person_keys (
  person_id uuid primary key,
  kek_id text not null,
  wrapped bytea,
  created_at timestamptz(3) not null default now(),
  erased_at timestamptz(3),
  check ((wrapped is null) = (erased_at is not null))
);

alter table audit_entries add unique (organization_id, id);

create table audit_chain (
  organization_id uuid not null references organizations(id),
  number bigint not null check (number > 0),
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  primary key (organization_id, number),
  unique (organization_id, entry_id),
  foreign key (organization_id, entry_id) references audit_entries(organization_id, id)
);

create table audit_heads (
  organization_id uuid primary key references organizations(id),
  number bigint not null,
  hash bytea not null check (length(hash) = 32)
);

do $$
declare t text;
begin
  foreach t in array array['audit_chain', 'audit_heads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
  end loop;
end $$;

-- An entry's bytes: every field as length, colon, text; a null as "-". server/src/modules/audit/bytes.ts makes the same ones by itself.
create function audit_bytes(e audit_entries) returns bytea language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select convert_to(string_agg(case when f is null then '-' else length(convert_to(f, 'UTF8')) || ':' || f end, '' order by n), 'UTF8')
  from unnest(array[e.id::text, e.organization_id::text, (extract(epoch from e.at) * 1000)::bigint::text, e.actor_kind, e.actor_id::text,
    e.action, e.subject_kind, e.subject_id::text, e.details::text, e.address, e.personal::text]) with ordinality as fields(f, n)
$$;

create function audit_link() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  head audit_heads;
begin
  insert into audit_heads values (new.organization_id, 0, sha256(convert_to('vigia audit ' || new.organization_id, 'UTF8')))
    on conflict do nothing;
  select * into head from audit_heads where organization_id = new.organization_id for update;
  head.number := head.number + 1;
  head.hash := sha256(head.hash || audit_bytes(new));
  insert into audit_chain values (new.organization_id, head.number, new.id, head.hash);
  update audit_heads set number = head.number, hash = head.hash where organization_id = new.organization_id;
  return null;
end $$;

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows: % on % is refused', lower(tg_op), tg_table_name using errcode = '42501';
end $$;

-- Entries from before the chain, in the order they came.
do $$
declare
  organization uuid;
  entry audit_entries;
  last bytea;
  position bigint;
begin
  for organization in select id from organization_directory loop
    perform set_config('vigia.organization', organization::text, true);
    last := sha256(convert_to('vigia audit ' || organization, 'UTF8'));
    position := 0;
    for entry in select * from audit_entries where organization_id = organization order by at, id loop
      position := position + 1;
      last := sha256(last || audit_bytes(entry));
      insert into audit_chain values (organization, position, entry.id, last);
    end loop;
    if position > 0 then
      insert into audit_heads values (organization, position, last);
    end if;
  end loop;
  perform set_config('vigia.organization', '', true);
end $$;

-- Always, so that a session in replica mode is held by them too.
create constraint trigger audit_link after insert on audit_entries deferrable initially deferred for each row execute function audit_link();
alter table audit_entries enable always trigger audit_link;
create trigger audit_refuse before update or delete or truncate on audit_entries for each statement execute function audit_refuse();
alter table audit_entries enable always trigger audit_refuse;
create trigger audit_refuse before update or delete or truncate on audit_chain for each statement execute function audit_refuse();
alter table audit_chain enable always trigger audit_refuse;
create trigger audit_refuse before delete or truncate on audit_heads for each statement execute function audit_refuse();
alter table audit_heads enable always trigger audit_refuse;

-- The application reads the chain; only the trigger writes it.
do $$
declare app text := current_setting('vigia.app_role');
begin
  execute format('grant select on audit_chain, audit_heads to %I', app);
  execute format('grant select, insert, update on person_keys to %I', app);
  revoke execute on function audit_link() from public;
end $$;
