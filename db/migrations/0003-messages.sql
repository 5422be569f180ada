-- Words that went out or came in, and the outbox: a message to send is a row with its next attempt.

create table messages (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  direction text not null check (direction in ('out', 'in', 'note')),
  author text not null check (author in ('human', 'automatic')),
  channel text not null,
  letter text not null,
  customer_id uuid,
  contact_id uuid,
  member_id uuid,
  by_member_id uuid,
  language text not null,
  to_address text,
  subject text not null default '',
  body text not null,
  acts jsonb not null default '[]',
  is_question boolean not null default false,
  state text not null check (state in ('queued', 'accepted', 'failed', 'bounced', 'logged', 'withdrawn')),
  queued_at timestamptz(3) not null,
  next_attempt_at timestamptz(3),
  leased_until timestamptz(3),
  attempts integer not null default 0,
  accepted_at timestamptz(3),
  heed_at timestamptz(3),
  answered_at timestamptz(3),
  problem text,
  problem_settled_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, member_id) references members,
  foreign key (workspace_id, by_member_id) references members
);
create index messages_outbox on messages (next_attempt_at, workspace_id, id) where next_attempt_at is not null;
create index messages_heed on messages (heed_at, workspace_id, id) where heed_at is not null;
create index messages_customer on messages (workspace_id, customer_id, queued_at desc);
create index messages_questions on messages (workspace_id, contact_id, queued_at) where is_question;
create index messages_failed on messages (workspace_id, by_member_id) where state in ('failed', 'bounced') and problem_settled_at is null;
