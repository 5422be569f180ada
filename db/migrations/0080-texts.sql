-- Text messages and missed calls come in by a signed call of whoever carries the business's number, and texts go out by
-- the same account. What comes is kept among the arrivals, once by the id that it has there.
create table numbers (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  account_sid text not null check (account_sid ~ '^AC[0-9a-f]{32}$'),
  token_sealed bytea not null,
  server_url text check (length(server_url) between 8 and 500),
  heard_at timestamptz(3),
  made_at timestamptz(3) not null,
  removed_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id)
);
-- A workspace has one at a time, so that whoever answers need not choose.
create unique index numbers_one on numbers (workspace_id) where removed_at is null;

alter table arrivals alter column mailbox_id drop not null;
alter table arrivals add column via text not null default 'mail' check (via in ('mail', 'text', 'call'));
alter table arrivals add column number_id uuid;
alter table arrivals add column sid text;
alter table arrivals add foreign key (workspace_id, number_id) references numbers;
alter table arrivals add constraint arrivals_way check ((via = 'mail') = (mailbox_id is not null)
  and (via in ('text', 'call')) = (number_id is not null and sid is not null));
create unique index arrivals_sid on arrivals (workspace_id, sid) where sid is not null;

-- Whoever texts STOP gets no more texts at that number until they text START.
alter table contact_addresses add column stopped_at timestamptz(3);

alter table numbers enable row level security;
create policy own_workspace on numbers to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on numbers to truepenny_app;
