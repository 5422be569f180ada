-- The 50 most urgent open promises of an owner.
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select k.secret_hash, k.scopes, m.id, m.name, m.role from api_keys k
  join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
  where k.workspace_id = :workspace and k.id = :key and k.revoked_at is null and m.left_at is null;
select * from promises where workspace_id = :workspace and owner_id = :member and state = 'open'
  order by due_at, id limit 50;
commit;
\endpipeline
