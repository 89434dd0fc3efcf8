-- What a program did with an API token: the actor stays the person who made the token, and the entry names the token beside.
-- Entries without one keep the bytes they were linked with; the token's id is a twelfth field where there is one.
alter table audit_entries add column token_id uuid;
create index audit_entries_token_idx on audit_entries(organization_id, token_id, at) where token_id is not null;

create or replace function audit_bytes(e audit_entries) returns bytea language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select convert_to(string_agg(case when f is null then '-' else length(convert_to(f, 'UTF8')) || ':' || f end, '' order by n), 'UTF8')
  from unnest(array[e.id::text, e.organization_id::text, (extract(epoch from e.at) * 1000)::bigint::text, e.actor_kind, e.actor_id::text,
    e.action, e.subject_kind, e.subject_id::text, e.details::text, e.address, e.personal::text]
    || case when e.token_id is null then '{}'::text[] else array[e.token_id::text] end) with ordinality as fields(f, n)
$$;
