-- A session of somebody whose organization demands a second factor that they do not have yet: it may set one up and nothing else.
-- The factors themselves are the signer's (server/src/signer) and never in this database.
alter table sessions add column factor_setup boolean not null default false;
