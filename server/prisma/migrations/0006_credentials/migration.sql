-- Credentials: sessions bound to the password they began under, password resets, API tokens, single sign-on.
-- The runner (server/src/database/migrate.ts) sets vigia.app_role for this transaction.

-- A session stands only while its person's credentials have the version it began under: one update ends all of them, everywhere.
-- Nothing raised a version before this migration, so that 1 is true of every session there is.
alter table sessions add column credential_version integer not null default 1;

create table password_resets (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid not null references users(id),
  token_hash bytea not null unique check (length(token_hash) = 32),
  credential_version integer not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index password_resets_user_idx on password_resets(organization_id, user_id, created_at);

create table api_tokens (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  name text not null check (length(name) between 1 and 200),
  secret_hash bytea not null check (length(secret_hash) = 32),
  scopes text[] not null,
  cidrs text[] not null default '{}',
  created_by uuid not null references users(id),
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_by uuid,
  last_used_at timestamptz(3),
  last_used_address text,
  unique (organization_id, id)
);
create index api_tokens_created_idx on api_tokens(organization_id, created_at, id);

create table sso_configurations (
  organization_id uuid primary key references organizations(id),
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  enabled boolean not null default false,
  allow_new_users boolean not null default false,
  updated_at timestamptz(3) not null default now(),
  updated_by uuid,
  version integer not null default 1
);

create table sso_links (
  id uuid primary key,
  organization_id uuid not null references organizations(id),
  user_id uuid not null references users(id),
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  linked_at timestamptz(3) not null default now(),
  unique (organization_id, issuer, subject),
  unique (organization_id, user_id)
);

-- A browser on its way to the provider and back; taken away by the first return.
create table sso_flows (
  token_hash bytea primary key check (length(token_hash) = 32),
  organization_id uuid not null references organizations(id),
  state text not null,
  nonce text not null,
  code_verifier text not null,
  redirect_uri text not null,
  link_user_id uuid references users(id),
  link_session_id uuid,
  expires_at timestamptz(3) not null
);

do $$
declare
  app text := current_setting('vigia.app_role');
  t text;
begin
  foreach t in array array['password_resets', 'api_tokens', 'sso_configurations', 'sso_links', 'sso_flows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (organization_id = current_setting(''vigia.organization'')::uuid) with check (organization_id = current_setting(''vigia.organization'')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to %I', t, app);
  end loop;
end $$;
