-- What each member is writing at just now: one row each, told to those who look at the same for ten seconds. No history.
create table presences (
  workspace_id uuid not null references workspaces,
  member_id uuid not null,
  subject text not null check (length(subject) between 1 and 40),
  subject_id uuid not null,
  at timestamptz(3) not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references members
);
alter table presences enable row level security;
create policy own_workspace on presences to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on presences to truepenny_app;
