-- The 50 most urgent cases of an owner that are not closed, with the names of their customers.
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select k.secret_hash, k.scopes, m.id, m.name, m.role from api_keys k
  join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
  where k.workspace_id = :workspace and k.id = :key and k.revoked_at is null and m.left_at is null;
select c.*, u.name from (
  select * from cases where workspace_id = :workspace and owner_id = :member and state in ('open', 'told')
  order by (case when owner_id is null and state = 'open' then recorded_at
    else coalesce(status_due_at, ask_at, '9999-12-31T00:00:00Z'::timestamptz) end), id limit 50
) c join customers u on u.workspace_id = c.workspace_id and u.id = c.customer_id;
commit;
\endpipeline
