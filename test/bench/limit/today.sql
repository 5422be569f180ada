-- What Today shows of a member, as the least SQL: the 50 most urgent promises with whom they are to, whether those can be
-- written to and what has rung; what was kept and nobody asked about; what did not arrive; and how much there is.
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select k.secret_hash, k.scopes, m.id, m.name, m.role, m.time_zone from api_keys k
  join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
  where k.workspace_id = :workspace and k.id = :key and k.revoked_at is null and m.left_at is null;
select p.*, c.name, w.name, w.preferred_channel, r.stage, r.rang_at,
  exists (select from contact_addresses a where a.workspace_id = :workspace and a.contact_id = w.id)
  from (select * from promises where workspace_id = :workspace and owner_id = :member and state = 'open'
    order by due_at, id limit 50) p
  left join customers c on c.workspace_id = :workspace and c.id = p.customer_id
  left join contacts w on w.workspace_id = :workspace and w.customer_id = p.customer_id
  left join lateral (select stage, rang_at from rings where workspace_id = :workspace and promise_id = p.id
    and member_id = :member and answered_at is null order by rang_at desc limit 1) r on true
  order by p.due_at, p.id;
select * from promises where workspace_id = :workspace and owner_id = :member and state in ('kept', 'kept_late')
  and asked_at is null and verdict is null and settled_at > now() - interval '7 days' order by settled_at desc, id limit 50;
select * from messages where workspace_id = :workspace and by_member_id = :member
  and state in ('failed', 'bounced') and problem_settled_at is null order by queued_at, id limit 50;
select count(*) filter (where due_at < now()), count(*) filter (where due_at < now() + interval '1 day')
  from (select due_at from promises where workspace_id = :workspace and owner_id = :member and state = 'open'
    order by due_at, id limit 200) urgent;
commit;
\endpipeline
