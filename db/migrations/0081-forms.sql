-- A form that a business shows on a page of its own, or by its address alone. What is written in it is kept among the
-- arrivals, once for each showing of the form, and filed like all that comes.
create table forms (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  sites text[] not null default '{}',
  heard_at timestamptz(3),
  made_at timestamptz(3) not null,
  removed_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id)
);

alter table arrivals add column form_id uuid;
alter table arrivals add foreign key (workspace_id, form_id) references forms;
alter table arrivals drop constraint arrivals_via_check;
alter table arrivals add constraint arrivals_via_check check (via in ('mail', 'text', 'call', 'form'));
alter table arrivals drop constraint arrivals_way;
alter table arrivals add constraint arrivals_way check ((via = 'mail') = (mailbox_id is not null)
  and (via in ('text', 'call')) = (number_id is not null) and (via = 'form') = (form_id is not null)
  and (via = 'mail' or sid is not null));

alter table forms enable row level security;
create policy own_workspace on forms to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, insert, update on forms to truepenny_app;
