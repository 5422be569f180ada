-- One promise recorded, as the least SQL: the tenant named, the key looked up, the repeat excluded, what its rules need
-- read, the row with its alarm, the journal's head moved and its entry appended with the words apart, the answer kept.
\set customer random(1, 100)
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
select k.secret_hash, k.scopes, m.id, m.name, m.role from api_keys k
  join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
  where k.workspace_id = :workspace and k.id = :key and k.revoked_at is null and m.left_at is null;
insert into idempotency_keys (workspace_id, actor_id, key, digest, made_at)
  values (:workspace, :key, gen_random_uuid()::text, sha256('the request'), now());
select w.name, w.language, to_jsonb(h), o.name, o.left_at, c.name, c.time_zone from workspaces w
  join calendars h on h.workspace_id = w.workspace_id and h.id = w.calendar_id
  join members o on o.workspace_id = w.workspace_id and o.id = :member
  join customers c on c.workspace_id = w.workspace_id
    and c.id = ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid
  where w.workspace_id = :workspace;
insert into promises (workspace_id, id, audience, customer_id, is_visible, owner_id, handler_id, text, kind, made_at,
  made_via, recorded_at, recorded_by_id, first_due_at, due_at, span_from_at, state, next_ring_at)
  values (:workspace, gen_random_uuid(), 'customer',
    ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid, true, :member, :member, 'Call back',
    'callback', now(), 'said', now(), :member, now() + interval '1 month', now() + interval '1 month', now(), 'open',
    now() + interval '20 days');
with head as (
  update journal_heads set seq = seq + 1, hash = sha256(hash || int8send(seq + 1))
  where workspace_id = :workspace
    and chain_id = ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid
  returning chain_id, seq, hash
), words as (
  insert into journal_texts (workspace_id, digest, chain_id, salt, text)
  select :workspace, sha256(gen_random_uuid()::text::bytea), chain_id, 'salt', 'Call back' from head
)
insert into journal (workspace_id, chain_id, seq, at, what, entry, hash)
select :workspace, chain_id, seq, now(), 'promise made', repeat('x', 600), hash from head;
update idempotency_keys set status = 201, answer = jsonb_build_object('id', repeat('x', 1200))
  where workspace_id = :workspace and actor_id = :key and key = '';
commit;
\endpipeline
