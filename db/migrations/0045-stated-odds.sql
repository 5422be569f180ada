-- The odds with which the first due would be kept, as the advisor stated them when the promise was recorded, and by which
-- rule its time was advised: so that the advisor can be held to its own word. Null where nothing was stated.
alter table promises
  add column quote_rule text check (quote_rule in ('modest', 'blended', 'history')),
  add column stated_share double precision check (stated_share between 0 and 1);

-- What the coach showed, and what came of it: so that a rule that nobody heeds can be dropped. Names of rules and counts,
-- never the words that set them off.
create table coach_counts (
  workspace_id uuid not null,
  rule text not null,
  shown_count bigint not null default 0 check (shown_count >= 0),
  heeded_count bigint not null default 0 check (heeded_count >= 0),
  dismissed_count bigint not null default 0 check (dismissed_count >= 0),
  primary key (workspace_id, rule),
  foreign key (workspace_id) references workspaces
);

alter table coach_counts enable row level security;
create policy own_workspace on coach_counts to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on coach_counts to truepenny_app;

-- The rules that a member does not want to see again.
create table coach_dismissals (
  workspace_id uuid not null,
  member_id uuid not null,
  rule text not null,
  at timestamptz(3) not null,
  primary key (workspace_id, member_id, rule),
  foreign key (workspace_id, member_id) references members
);

alter table coach_dismissals enable row level security;
create policy own_workspace on coach_dismissals to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
-- Taken back, a dismissal is gone.
grant select, insert, delete on coach_dismissals to truepenny_app;
