-- A member may keep hours that are nobody else's. They are a calendar like any other, in no list, and they go when the
-- member keeps to shared ones again. A calendar that nobody keeps to may go, too; so that this is quickly known, the few
-- customers with hours of their own are found by them.
alter table calendars add column is_own boolean not null default false;
grant delete on calendars to truepenny_app;
create index customers_calendar on customers (workspace_id, calendar_id, id) where calendar_id is not null;
