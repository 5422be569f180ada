-- One promise with its story, as the least SQL: the tenant named, the key looked up, each of five tables asked once by an
-- index; everything sent at once and planned beforehand.
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select k.secret_hash, k.scopes, m.id, m.name, m.role from api_keys k
  join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
  where k.workspace_id = :workspace and k.id = :key and k.revoked_at is null and m.left_at is null;
select * from promises where workspace_id = :workspace and id = :promise;
select * from promise_moves where workspace_id = :workspace and promise_id = :promise order by asked_at, id;
select t.*, m.state from tellings t left join messages m on m.workspace_id = t.workspace_id and m.id = t.message_id
  where t.workspace_id = :workspace and t.promise_id = :promise order by t.logged_at, t.id;
select * from rings where workspace_id = :workspace and promise_id = :promise order by rang_at, id;
select * from verdicts where workspace_id = :workspace and promise_id = :promise order by at, id;
commit;
\endpipeline
