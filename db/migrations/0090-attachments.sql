-- What came with a message or is to leave with one: the file beside the message, in parts, so that nobody ever holds a
-- whole one in memory. One that a member has added and not sent yet is forgotten after a while.
create table attachments (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  message_id uuid,
  name text not null check (length(name) <= 200),
  type text not null check (length(type) between 3 and 100),
  bytes integer not null check (bytes between 0 and 26214400),
  made_at timestamptz(3) not null,
  made_by_id uuid,
  whole_at timestamptz(3),
  forget_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, made_by_id) references members,
  check ((message_id is null) = (forget_at is not null)),
  check (message_id is null or whole_at is not null)
);
create index attachments_message on attachments (workspace_id, message_id) where message_id is not null;
create index attachments_unsent on attachments (workspace_id, made_by_id) where message_id is null;
create index attachments_forget on attachments (forget_at, workspace_id, id) where forget_at is not null;

create table attachment_parts (
  workspace_id uuid not null,
  attachment_id uuid not null,
  place integer not null check (place >= 0),
  content bytea not null check (length(content) between 1 and 262144),
  primary key (workspace_id, attachment_id, place),
  foreign key (workspace_id, attachment_id) references attachments on delete cascade
);
-- Most of what people attach is compressed already.
alter table attachment_parts alter column content set storage external;

do $$
declare
  name text;
begin
  foreach name in array array['attachments', 'attachment_parts'] loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_workspace on %I to truepenny_app
         using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
         with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', name);
    execute format('grant select, insert, update, delete on %I to truepenny_app', name);
  end loop;
end $$;
create policy clock_sees_keys on attachments for select to truepenny_clock using (true);
grant select (workspace_id, id, version, forget_at) on attachments to truepenny_clock;
