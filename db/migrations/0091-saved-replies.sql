-- What is said often, kept under a name for readers of one language: the house's where no member is named, else their own.
create table saved_replies (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  member_id uuid,
  language text not null,
  name text not null check (length(name) between 1 and 100),
  text text not null check (length(text) between 1 and 10000),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members
);
alter table saved_replies enable row level security;
create policy own_workspace on saved_replies to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
-- Taken away, one is gone: the journal knows that it was there.
grant select, insert, update, delete on saved_replies to truepenny_app;
