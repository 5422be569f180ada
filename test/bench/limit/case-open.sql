-- One case with who it is about, whose it is, what is planned in it and what its customer answered, as the least SQL.
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select k.secret_hash, k.scopes, m.id, m.name, m.role from api_keys k
  join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
  where k.workspace_id = :workspace and k.id = :key and k.revoked_at is null and m.left_at is null;
select * from cases where workspace_id = :workspace and id = :case;
select w.name, w.language, to_jsonb(h), o.name, u.name, u.time_zone from workspaces w
  join calendars h on h.workspace_id = w.workspace_id and h.id = w.calendar_id
  join members o on o.workspace_id = w.workspace_id and o.id = :member
  join cases c on c.workspace_id = w.workspace_id and c.id = :case
  join customers u on u.workspace_id = w.workspace_id and u.id = c.customer_id
  where w.workspace_id = :workspace;
select scope, name, settings, version from policies where workspace_id = :workspace and scope = 'workspace';
select min(due_at) from promises where workspace_id = :workspace and case_id = :case and state = 'open' and is_visible;
select * from case_answers where workspace_id = :workspace and case_id = :case order by at, id;
commit;
\endpipeline
