-- The words that stand ready when somebody writes to a customer, as a business or one of its members has written them
-- anew. What nobody has written stands with the letters.
create table drafts (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  language text not null,
  member_id uuid,
  text text not null check (length(text) between 1 and 4000),
  version integer not null default 1,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, name, language, member_id),
  foreign key (workspace_id) references workspaces,
  foreign key (workspace_id, member_id) references members
);

alter table drafts enable row level security;
create policy own_workspace on drafts to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
-- Taken back, a draft is gone: the journal knows that it was there.
grant select, insert, update, delete on drafts to truepenny_app;
