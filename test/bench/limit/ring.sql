-- One ring, as the least SQL: the promise claimed, what its rules need read, the row of the ring with the time at which
-- its mail may leave, the promise with its next alarm, and the journal.
\set promise random(1, :promises)
\set customer 1 + :promise % 100
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select * from promises where workspace_id = :workspace
  and id = ('10000000-0000-7000-8000-' || lpad(to_hex(:promise::integer), 12, '0'))::uuid for update skip locked;
select w.name, w.language, to_jsonb(h), o.name, o.left_at, c.name, c.time_zone from workspaces w
  join calendars h on h.workspace_id = w.workspace_id and h.id = w.calendar_id
  join members o on o.workspace_id = w.workspace_id and o.id = :member
  join customers c on c.workspace_id = w.workspace_id
    and c.id = ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid
  where w.workspace_id = :workspace;
insert into rings (workspace_id, id, promise_id, member_id, stage, for_due_at, planned_at, rang_at,
  mail_at)
  values (:workspace, gen_random_uuid(), ('10000000-0000-7000-8000-' || lpad(to_hex(:promise::integer), 12, '0'))::uuid,
    :member, 'first', now(), now() + random() * interval '100 years', now(), '2099-01-01');
update promises set version = version + 1, ring_stage = 'first', rang_first_at = now() where workspace_id = :workspace
  and id = ('10000000-0000-7000-8000-' || lpad(to_hex(:promise::integer), 12, '0'))::uuid;
with head as (
  update journal_heads set seq = seq + 1, hash = sha256(hash || int8send(seq + 1))
  where workspace_id = :workspace
    and chain_id = ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid
  returning chain_id, seq, hash
)
insert into journal (workspace_id, chain_id, seq, at, what, entry, hash)
select :workspace, chain_id, seq, now(), 'owner rung', repeat('x', 400), hash from head;
commit;
\endpipeline
