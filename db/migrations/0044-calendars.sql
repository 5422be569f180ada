-- A member's promises in the calendar of their phone: one secret address for each, kept only as a hash.
create table calendar_feeds (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret_hash bytea not null,
  made_at timestamptz(3) not null,
  read_at timestamptz(3),
  revoked_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references members
);
create unique index calendar_feeds_open on calendar_feeds (workspace_id, member_id) where revoked_at is null;

alter table calendar_feeds enable row level security;
create policy own_workspace on calendar_feeds to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on calendar_feeds to truepenny_app;

-- Each new year the holidays of a region are looked up once more, three years ahead, so that nobody works on one because
-- the calendar was made long ago.
alter table calendars add column holidays_at timestamptz(3);
update calendars set holidays_at = date_trunc('year', now()) + interval '1 year' where holiday_region is not null;
create index calendars_holidays on calendars (holidays_at, workspace_id, id) where holidays_at is not null;
create policy clock_sees_keys on calendars for select to truepenny_clock using (true);
grant select (workspace_id, id, version, holidays_at) on calendars to truepenny_clock;
