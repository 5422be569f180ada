-- Who is asked to come and work here: known by a mail with a link, of which only the digest is kept.
create table invitations (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  email text not null,
  role text not null check (role in ('proprietor', 'admin', 'manager', 'member', 'viewer')),
  language text,
  team_ids uuid[] not null default '{}',
  secret_hash bytea not null,
  invited_by uuid not null,
  invited_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  accepted_at timestamptz(3),
  member_id uuid,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, invited_by) references members,
  foreign key (workspace_id, member_id) references members
);
create unique index invitations_open on invitations (workspace_id, lower(email))
  where revoked_at is null and accepted_at is null;

alter table invitations enable row level security;
create policy own_workspace on invitations to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on invitations to truepenny_app;
