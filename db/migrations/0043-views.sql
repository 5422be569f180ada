-- A list as somebody looks at it often: a name and what it leaves out. Its filters are text, so that the name of a
-- person that somebody once searched for can be taken out of it by law.
create table views (
  workspace_id uuid not null,
  id uuid not null,
  of text not null,
  name text not null check (length(name) between 1 and 200),
  filters text not null,
  member_id uuid not null,
  is_shared boolean not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id) references workspaces,
  foreign key (workspace_id, member_id) references members
);
create index views_of on views (workspace_id, member_id, id);

alter table views enable row level security;
create policy own_workspace on views to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on views to truepenny_app;

-- What is open at a customer, without what was settled in all the years.
create index promises_open_of on promises (workspace_id, customer_id, due_at) where state = 'open';
