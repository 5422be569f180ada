-- A cause ends: no new case is given it. What was told to all whom it concerned stands beside it.
alter table case_causes
  add column ended_at timestamptz(3),
  add column ended_by_id uuid,
  add check ((ended_at is null) = (ended_by_id is null)),
  add foreign key (workspace_id, ended_by_id) references members;
create index case_causes_open on case_causes (workspace_id, id) where ended_at is null;
create index case_causes_ended on case_causes (workspace_id, ended_at) where ended_at is not null;

create table case_cause_words (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  cause_id uuid not null,
  body text not null check (length(body) between 1 and 20000),
  case_count integer not null,
  at timestamptz(3) not null,
  by_member_id uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, cause_id) references case_causes,
  foreign key (workspace_id, by_member_id) references members
);
create index case_cause_words_cause on case_cause_words (workspace_id, cause_id, at);
alter table case_cause_words enable row level security;
create policy own_workspace on case_cause_words to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on case_cause_words to truepenny_app;
