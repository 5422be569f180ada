-- The second wall: Row Level Security on every table of the business, and what each of the two roles may touch.
-- The setting is read with nullif, so that a transaction that names no workspace sees nothing instead of failing open.

do $$
declare
  name text;
begin
  for name in
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_workspace on %I to truepenny_app
         using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
         with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', name);
    execute format('grant select, insert, update on %I to truepenny_app', name);
  end loop;
end $$;

-- The journal is append-only by right: no update, no delete. Its texts may be erased by law, never changed.
revoke update on journal from truepenny_app;
revoke update on journal_texts from truepenny_app;
grant delete on journal_texts to truepenny_app;
grant delete on idempotency_keys, contact_addresses, team_members, absences, policies to truepenny_app;

-- The clock sees of every workspace that something is due and when, and nothing else; it then acts as the app.
create policy clock_sees_keys on workspaces for select to truepenny_clock using (true);
create policy clock_sees_keys on promises for select to truepenny_clock using (true);
create policy clock_sees_keys on promise_series for select to truepenny_clock using (true);
create policy clock_sees_keys on messages for select to truepenny_clock using (true);
create policy clock_sees_keys on rings for select to truepenny_clock using (true);
create policy clock_sees_keys on idempotency_keys for select to truepenny_clock using (true);
grant select (workspace_id) on workspaces to truepenny_clock;
grant select (workspace_id, id, version, next_ring_at) on promises to truepenny_clock;
grant select (workspace_id, id, version, next_ring_at) on promise_series to truepenny_clock;
grant select (workspace_id, id, version, next_attempt_at, heed_at) on messages to truepenny_clock;
grant select (workspace_id, id, member_id, mail_at) on rings to truepenny_clock;
grant select (workspace_id, made_at) on idempotency_keys to truepenny_clock;
