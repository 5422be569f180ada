-- The ground: workspaces, their people, their calendars, and the journal everything else writes into.
-- Every key begins with the workspace, so that a reference into another tenant cannot even be stored.

create table workspaces (
  workspace_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  language text not null,
  currency text not null default 'EUR',
  trade text,
  calendar_id uuid not null,
  mail_from text,
  mail_url_sealed bytea,
  created_at timestamptz(3) not null,
  version integer not null default 1
);

create table calendars (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null,
  time_zone text not null,
  week jsonb not null,
  days jsonb not null default '[]',
  holiday_region text,
  emergency_route text,
  version integer not null default 1,
  primary key (workspace_id, id)
);
alter table workspaces add foreign key (workspace_id, calendar_id) references calendars deferrable initially deferred;

create table policies (
  workspace_id uuid not null references workspaces,
  scope text not null check (scope in ('workspace', 'tier', 'kind', 'customer')),
  name text not null,
  settings jsonb not null,
  version integer not null default 1,
  primary key (workspace_id, scope, name)
);

create table members (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null,
  role text not null check (role in ('proprietor', 'admin', 'manager', 'member', 'viewer')),
  language text,
  time_zone text,
  calendar_id uuid,
  quiet_from time,
  quiet_until time,
  password_hash text,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, calendar_id) references calendars
);
create unique index members_email on members (workspace_id, lower(email)) where left_at is null;

create table absences (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  cover_id uuid,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members,
  foreign key (workspace_id, cover_id) references members,
  check (until_at > from_at),
  check (cover_id <> member_id)
);
create index absences_member on absences (workspace_id, member_id, until_at);

create table teams (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  calendar_id uuid,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, calendar_id) references calendars
);
create unique index teams_name on teams (workspace_id, lower(name));

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  is_manager boolean not null default false,
  duty_rank integer,
  primary key (workspace_id, team_id, member_id),
  foreign key (workspace_id, team_id) references teams,
  foreign key (workspace_id, member_id) references members
);
create unique index team_members_duty on team_members (workspace_id, team_id, duty_rank);
create index team_members_member on team_members (workspace_id, member_id);

create table api_keys (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  scopes text[] not null,
  secret_hash bytea not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members
);

-- One chain per customer, and one of the house itself (chain_id = workspace_id). `entry` is kept to the byte, because
-- its hash is what the chain proves; the columns beside it are copies to search by, compared with it by `verify`.
create table journal (
  workspace_id uuid not null references workspaces,
  chain_id uuid not null,
  seq bigint not null,
  at timestamptz(3) not null,
  what text not null,
  subject_id uuid,
  by_member_id uuid,
  entry text not null,
  hash bytea not null,
  primary key (workspace_id, chain_id, seq)
);
create index journal_at on journal (workspace_id, at);
create index journal_subject on journal (workspace_id, subject_id, at);

create table journal_heads (
  workspace_id uuid not null references workspaces,
  chain_id uuid not null,
  seq bigint not null default 0,
  hash bytea not null,
  primary key (workspace_id, chain_id)
);

-- Personal words of an entry, apart from it: erasing them leaves the salted digest in the entry, and the chain still proves.
create table journal_texts (
  workspace_id uuid not null references workspaces,
  digest bytea not null,
  chain_id uuid not null,
  salt bytea not null,
  text text not null,
  primary key (workspace_id, digest)
);
create index journal_texts_chain on journal_texts (workspace_id, chain_id);

create table idempotency_keys (
  workspace_id uuid not null references workspaces,
  actor_id uuid not null,
  key text not null,
  digest bytea not null,
  status integer,
  answer jsonb,
  made_at timestamptz(3) not null,
  primary key (workspace_id, actor_id, key)
);
create index idempotency_keys_made on idempotency_keys (workspace_id, made_at);
