-- How people of the house come in: users, their passwords, sessions, second factors and passkeys, in a schema and under a
-- role of their own, as better-auth reads and writes them. A user belongs to no workspace: `members.user_id` says where
-- they work. The business never joins this schema, and this role sees of the business only who works where.

create schema auth;

create table auth.users (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  -- Whoever uses it has shown that the address is theirs: by a mail that reached them, or by the house's own command line.
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

create table auth.accounts (
  id text primary key,
  user_id text not null references auth.users on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (provider_id, account_id)
);
create index accounts_user on auth.accounts (user_id);

create table auth.sessions (
  id text primary key,
  user_id text not null references auth.users on delete cascade,
  token text not null unique,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) not null,
  -- When it was last seen, give or take some minutes.
  updated_at timestamptz(3) not null
);
create index sessions_user on auth.sessions (user_id);
create index sessions_expiry on auth.sessions (expires_at);

create table auth.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index verifications_identifier on auth.verifications (identifier);
create index verifications_expiry on auth.verifications (expires_at);

create table auth.two_factors (
  id text primary key,
  user_id text not null references auth.users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz(3)
);
create index two_factors_user on auth.two_factors (user_id);

create table auth.passkeys (
  id text primary key,
  user_id text not null references auth.users on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz(3)
);
create index passkeys_user on auth.passkeys (user_id);

-- Tries at a door, counted for all processes together: so many of a name until then.
create table auth.tries (
  name text primary key,
  count integer not null,
  until_at timestamptz(3) not null
);
create index tries_until on auth.tries (until_at);

grant usage on schema auth to truepenny_auth;
grant select, insert, update, delete on all tables in schema auth to truepenny_auth;

-- Who works where, and in which language they are written to: all that identity sees of the business.
alter table members add column user_id uuid;
create unique index members_user on members (workspace_id, user_id) where left_at is null;
create index members_of_user on members (user_id) where user_id is not null;
create index members_by_email on members (lower(email)) where left_at is null;
grant select (workspace_id, id, user_id, name, email, joined_at, left_at) on members to truepenny_auth;
create policy auth_sees_who_works_where on members for select to truepenny_auth using (true);
grant select (workspace_id, name) on workspaces to truepenny_auth;
create policy auth_sees_names on workspaces for select to truepenny_auth using (true);

-- Passwords given at the command line so far open the same doors from now on: of several with one address the oldest.
create temporary table moving on commit drop as
  select distinct on (lower(email)) gen_random_uuid() as user_id, workspace_id, id, name, lower(email) as email,
    password_hash, joined_at
  from members where password_hash is not null and left_at is null order by lower(email), joined_at, id;
insert into auth.users (id, name, email, email_verified, created_at, updated_at)
  select user_id::text, name, email, true, joined_at, joined_at from moving;
insert into auth.accounts (id, user_id, provider_id, account_id, password, created_at, updated_at)
  select gen_random_uuid()::text, user_id::text, 'credential', user_id::text, password_hash, joined_at, joined_at
  from moving;
update members m set user_id = moving.user_id from moving
  where m.workspace_id = moving.workspace_id and m.id = moving.id;
-- Nothing writes that column any more.
update members set password_hash = null where password_hash is not null;
