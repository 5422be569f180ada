-- Mail in. A mailbox is looked into by one process at a time, under a lease; what arrives is kept as it came before it is
-- understood, so that nothing is lost whatever crashes in between, and each once.
create table mailboxes (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  kind text not null check (kind in ('imap', 'relay')),
  address text not null check (length(address) between 3 and 254),
  takes_plus boolean not null,
  team_id uuid,
  host text,
  port integer check (port between 1 and 65535),
  encryption text check (encryption in ('tls', 'starttls', 'none')),
  user_name text,
  sign_in text check (sign_in in ('password', 'google', 'microsoft')),
  folder text,
  secret_sealed bytea not null,
  uid_validity bigint,
  last_uid bigint,
  looked_at timestamptz(3),
  problem text,
  problem_at timestamptz(3),
  failures integer not null default 0,
  next_look_at timestamptz(3),
  watch_id uuid,
  made_at timestamptz(3) not null,
  removed_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references teams,
  check (kind = 'relay' or (host is not null and port is not null and encryption is not null
    and user_name is not null and sign_in is not null and folder is not null))
);
create unique index mailboxes_address on mailboxes (workspace_id, address) where removed_at is null;
create index mailboxes_look on mailboxes (next_look_at, workspace_id, id) where next_look_at is not null;

alter table messages add column message_id_header text;
alter table messages add column answers_message_id uuid;
alter table messages add column is_auto_reply boolean not null default false;
alter table messages add column from_address text;
alter table messages add column quoted text;
alter table messages add column attachments jsonb not null default '[]';
alter table messages add foreign key (workspace_id, answers_message_id) references messages;
alter table messages drop constraint messages_state_check;
alter table messages add constraint messages_state_check
  check (state in ('queued', 'accepted', 'failed', 'bounced', 'logged', 'withdrawn', 'arrived'));
create index messages_header on messages (workspace_id, message_id_header) where message_id_header is not null;
create index messages_from on messages (workspace_id, from_address, queued_at) where from_address is not null;

create table arrivals (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  mailbox_id uuid not null,
  uid_validity bigint,
  uid bigint,
  arrived_at timestamptz(3) not null,
  recipients text[] not null default '{}',
  bytes integer not null,
  raw bytea,
  state text not null check (state in ('new', 'filed', 'repeated', 'set_aside')),
  why text,
  from_address text,
  subject text,
  troubles text[] not null default '{}',
  identity bytea,
  message_id uuid,
  member_id uuid,
  file_at timestamptz(3),
  forget_at timestamptz(3),
  settled_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, mailbox_id, uid_validity, uid),
  foreign key (workspace_id, mailbox_id) references mailboxes,
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, member_id) references members,
  check ((state = 'new') = (file_at is not null))
);
-- The same mail by two ways is filed once.
create unique index arrivals_once on arrivals (workspace_id, identity) where state = 'filed';
create index arrivals_file on arrivals (file_at, workspace_id, id) where file_at is not null;
create index arrivals_forget on arrivals (forget_at, workspace_id, id) where forget_at is not null;
create index arrivals_state on arrivals (workspace_id, state, id);
create index arrivals_copies on arrivals (workspace_id, member_id, id) where member_id is not null;
create index arrivals_message on arrivals (workspace_id, message_id) where message_id is not null;

alter table mailboxes enable row level security;
alter table arrivals enable row level security;
create policy own_workspace on mailboxes to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
create policy own_workspace on arrivals to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on mailboxes, arrivals to truepenny_app;
create policy clock_sees_keys on mailboxes for select to truepenny_clock using (true);
create policy clock_sees_keys on arrivals for select to truepenny_clock using (true);
grant select (workspace_id, id, version, next_look_at) on mailboxes to truepenny_clock;
grant select (workspace_id, id, version, file_at, forget_at) on arrivals to truepenny_clock;
