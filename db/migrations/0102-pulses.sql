-- What a customer expected and what came of it, apart from whether they are satisfied, and how they feel about it.
create table case_pulses (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  case_id uuid not null,
  contact_id uuid not null,
  expected text not null check (expected in ('worse', 'as', 'better')),
  feeling integer check (feeling between 1 and 5),
  words text check (length(words) between 1 and 4000),
  at timestamptz(3) not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, contact_id) references contacts
);
create index case_pulses_case on case_pulses (workspace_id, case_id, at);
alter table case_pulses enable row level security;
create policy own_workspace on case_pulses to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on case_pulses to truepenny_app;

-- The last of them, so that nobody is asked twice about the same end.
alter table cases add column pulsed_at timestamptz(3);
