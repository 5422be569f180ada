-- One mail filed and answered for, as the least SQL: the arrival claimed, its sender looked up, the mail and our
-- acknowledgement as messages of a new case, the arrival filed, and the journal.
\set customer random(1, 100)
\startpipeline
begin;
select set_config('app.workspace_id', :workspace, true);
insert into arrivals (workspace_id, id, mailbox_id, arrived_at, bytes, raw, state)
  values (:workspace, gen_random_uuid(), :mailbox, now(), 600, repeat('x', 600)::bytea, 'filed');
select a.contact_id, c.customer_id from contact_addresses a
  join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
  where a.workspace_id = :workspace and a.channel = 'email' and a.address = 'guest' || :customer || '@example.org';
select w.name, w.language, to_jsonb(h) from workspaces w
  join calendars h on h.workspace_id = w.workspace_id and h.id = w.calendar_id where w.workspace_id = :workspace;
with mail as (
  insert into messages (workspace_id, id, direction, author, channel, letter, language, subject, body, state, queued_at,
    customer_id)
  select :workspace, gen_random_uuid(), said.direction, said.author, 'email', 'own', 'en', 'The boiler', 'It is cold.',
    said.state, now(), ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid
  from (values ('in', 'human', 'arrived'), ('out', 'automatic', 'accepted')) said (direction, author, state)
  returning id, direction
), raised as (
  insert into cases (workspace_id, id, kind, subject, words, customer_id, channel, raised_at, recorded_at, state)
  values (:workspace, gen_random_uuid(), 'request', 'The boiler', 'It is cold.',
    ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid, 'email', now(), now(), 'open')
  returning id
)
insert into case_messages (workspace_id, case_id, message_id, about)
  select :workspace, raised.id, mail.id, case mail.direction when 'in' then 'raised' else 'acknowledgement' end
  from raised, mail;
with head as (
  update journal_heads set seq = seq + 1, hash = sha256(hash || int8send(seq + 1))
  where workspace_id = :workspace
    and chain_id = ('10000000-0000-7000-8000-' || lpad(to_hex(:customer::integer), 12, '0'))::uuid
  returning chain_id, seq, hash
), words as (
  insert into journal_texts (workspace_id, digest, chain_id, salt, text)
  select :workspace, sha256(gen_random_uuid()::text::bytea), chain_id, 'salt', 'It is cold.' from head
)
insert into journal (workspace_id, chain_id, seq, at, what, entry, hash)
select :workspace, chain_id, seq, now(), 'case raised', repeat('x', 600), hash from head;
commit;
\endpipeline
