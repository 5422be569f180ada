-- A demo is marked from its first row on, so that nobody takes it for a business, its mail goes nowhere, and removing it
-- removes nothing else.
alter table workspaces add column is_demo boolean not null default false;
