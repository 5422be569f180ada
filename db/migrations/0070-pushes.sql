-- A ring may also reach a member's device by web push. Each device was allowed by its member; a push waits like a message
-- and is gone once it was sent or given up, since the mail is the truth. Its words are those of the mail.
create table push_devices (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  endpoint text not null check (length(endpoint) between 1 and 2000),
  p256dh text not null check (length(p256dh) = 87),
  auth text not null check (length(auth) = 22),
  made_at timestamptz(3) not null,
  pushed_at timestamptz(3),
  primary key (workspace_id, id),
  unique (workspace_id, endpoint),
  foreign key (workspace_id, member_id) references members
);
create index push_devices_member on push_devices (workspace_id, member_id, id);

create table pushes (
  workspace_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  message_id uuid not null,
  next_push_at timestamptz(3) not null,
  attempts integer not null default 0,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, message_id, device_id),
  foreign key (workspace_id, device_id) references push_devices on delete cascade,
  foreign key (workspace_id, message_id) references messages
);
create index pushes_due on pushes (next_push_at, workspace_id, id);

alter table push_devices enable row level security;
alter table pushes enable row level security;
create policy own_workspace on push_devices to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
create policy own_workspace on pushes to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update, delete on push_devices, pushes to truepenny_app;
create policy clock_sees_keys on pushes for select to truepenny_clock using (true);
grant select (workspace_id, id, version, next_push_at) on pushes to truepenny_clock;
