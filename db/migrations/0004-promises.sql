-- The heart: what we said we would do, to whom, by when; its moves, tellings, rings and verdicts.

create table promise_series (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  owner_id uuid not null,
  text text not null check (length(text) between 1 and 2000),
  kind text not null,
  every text not null check (every in ('day', 'week', 'month')),
  time_zone text not null,
  first_due_at timestamptz(3) not null,
  occurrence integer not null default 0,
  ended_at timestamptz(3),
  next_ring_at timestamptz(3),
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, owner_id) references members
);
create index promise_series_ring on promise_series (next_ring_at, workspace_id, id) where next_ring_at is not null;

create table promises (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  version integer not null default 1,

  audience text not null check (audience in ('customer', 'internal')),
  customer_id uuid,
  contact_id uuid,
  to_member_id uuid,
  is_visible boolean not null,
  is_shared boolean not null default false,
  owner_id uuid not null,
  handler_id uuid not null,
  next_owner_id uuid,
  cover_id uuid,
  text text not null check (length(text) between 1 and 2000),
  rest text,
  kind text not null,

  made_at timestamptz(3) not null,
  made_via text not null,
  recorded_at timestamptz(3) not null,
  recorded_by_id uuid not null,
  is_recorded_afterwards boolean not null default false,
  estimate_seconds integer,
  estimate_in text check (estimate_in in ('working', 'clock')),
  wanted_by_at timestamptz(3),
  advised_due_at timestamptz(3),
  short_quote_reason text,

  opens_at timestamptz(3),
  first_due_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  held_to_due_at timestamptz(3),
  span_from_at timestamptz(3) not null,
  passed_due_at timestamptz(3),

  state text not null check (state in ('open', 'kept', 'kept_late', 'not_kept', 'released', 'declined', 'void')),
  late_at timestamptz(3),
  silently_late_at timestamptz(3),
  held_late_at timestamptz(3),
  settled_at timestamptz(3),
  settled_via text,
  more text,
  is_tried boolean not null default false,
  arrived_at timestamptz(3),
  move_count integer not null default 0,
  late_move_count integer not null default 0,
  last_word_at timestamptz(3),
  last_machine_word_at timestamptz(3),
  seen_at timestamptz(3),
  chased_at timestamptz(3),
  chase_count integer not null default 0,
  disputed_at timestamptz(3),
  reopened_at timestamptz(3),
  needs_new_due boolean not null default false,
  verdict text check (verdict in ('yes', 'not_yet')),
  verdict_at timestamptz(3),
  asked_at timestamptz(3),
  held_up_at timestamptz(3),
  held_up_reason text,
  held_up_seconds integer not null default 0,

  next_ring_at timestamptz(3),
  ring_stage text,
  rang_first_at timestamptz(3),
  ring_answered_at timestamptz(3),

  series_id uuid,
  group_id uuid,
  split_from_id uuid,
  waits_for_id uuid,
  joined_into_id uuid,

  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, to_member_id) references members,
  foreign key (workspace_id, owner_id) references members,
  foreign key (workspace_id, handler_id) references members,
  foreign key (workspace_id, next_owner_id) references members,
  foreign key (workspace_id, cover_id) references members,
  foreign key (workspace_id, recorded_by_id) references members,
  foreign key (workspace_id, series_id) references promise_series,
  foreign key (workspace_id, split_from_id) references promises,
  foreign key (workspace_id, waits_for_id) references promises,
  foreign key (workspace_id, joined_into_id) references promises,
  check (first_due_at > made_at),
  check (due_at > made_at),
  check (opens_at is null or opens_at < due_at),
  check ((audience = 'customer') = (customer_id is not null)),
  check ((state = 'open') = (settled_at is null))
);
create index promises_ring on promises (next_ring_at, workspace_id, id) where next_ring_at is not null;
create index promises_urgent on promises (workspace_id, owner_id, due_at, id) where state = 'open';
create index promises_handled on promises (workspace_id, handler_id, due_at, id) where state = 'open' and handler_id <> owner_id;
create index promises_covered on promises (workspace_id, cover_id, due_at, id) where state = 'open' and cover_id is not null;
create index promises_offered on promises (workspace_id, next_owner_id, due_at, id)
  where state = 'open' and next_owner_id is not null;
create index promises_unasked on promises (workspace_id, owner_id, settled_at desc, id)
  where state in ('kept', 'kept_late') and asked_at is null and verdict is null;
create index promises_open on promises (workspace_id, due_at, id) where state = 'open';
create index promises_customer on promises (workspace_id, customer_id, due_at desc, id);
create index promises_first_due on promises (workspace_id, first_due_at, id);
create index promises_newest on promises (workspace_id, recorded_at desc, id desc);
create index promises_waiting on promises (workspace_id, waits_for_id) where waits_for_id is not null;

create table tellings (
  workspace_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  message_id uuid,
  about text not null check (about in ('move', 'update', 'keep', 'release', 'decline', 'failure', 'hold_up',
    'hand_on', 'holding', 'correction')),
  channel text not null,
  author text not null check (author in ('human', 'automatic')),
  by_member_id uuid,
  at timestamptz(3),
  logged_at timestamptz(3) not null,
  note text,
  next_word_at timestamptz(3),
  undone_at timestamptz(3),
  undone_why text check (undone_why in ('contradicted', 'bounced', 'failed')),
  primary key (workspace_id, id),
  foreign key (workspace_id, promise_id) references promises,
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, by_member_id) references members
);
create index tellings_promise on tellings (workspace_id, promise_id, logged_at);
create index tellings_message on tellings (workspace_id, message_id) where message_id is not null;

create table promise_moves (
  workspace_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  telling_id uuid not null,
  from_due_at timestamptz(3) not null,
  to_due_at timestamptz(3) not null,
  opens_at timestamptz(3),
  reason text not null,
  by_member_id uuid not null,
  asked_at timestamptz(3) not null,
  told_at timestamptz(3),
  notice text check (notice in ('in_time', 'late_notice', 'after_due')),
  accepted_at timestamptz(3),
  contested_at timestamptz(3),
  contest_words text,
  undone_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, promise_id) references promises,
  foreign key (workspace_id, telling_id) references tellings,
  foreign key (workspace_id, by_member_id) references members
);
create index promise_moves_promise on promise_moves (workspace_id, promise_id, asked_at);

create table verdicts (
  workspace_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  answer text not null check (answer in ('yes', 'not_yet')),
  outcome text not null check (outcome in ('kept', 'not_kept', 'open_again')),
  words text,
  by_contact_id uuid,
  by_member_id uuid,
  at timestamptz(3) not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, promise_id) references promises,
  foreign key (workspace_id, by_contact_id) references contacts,
  foreign key (workspace_id, by_member_id) references members
);
create index verdicts_promise on verdicts (workspace_id, promise_id, at);

-- One row per member rung. `mail_at` is its own alarm: when its mail may leave, bundled with the others then due.
create table rings (
  workspace_id uuid not null,
  id uuid not null,
  promise_id uuid not null,
  member_id uuid not null,
  stage text not null check (stage in ('first', 'second', 'due', 'contested', 'reopened', 'contradicted', 'chased',
    'waited_for', 'handed_on', 'bounced')),
  for_due_at timestamptz(3) not null,
  planned_at timestamptz(3) not null,
  rang_at timestamptz(3) not null,
  mail_at timestamptz(3),
  message_id uuid,
  words text,
  answered_at timestamptz(3),
  answer text,
  answered_by_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, promise_id) references promises,
  foreign key (workspace_id, member_id) references members,
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, answered_by_id) references members
);
create unique index rings_once on rings (workspace_id, promise_id, stage, planned_at, member_id);
create index rings_mail on rings (mail_at, workspace_id, id) where mail_at is not null;
create index messages_rings on messages (workspace_id, member_id, queued_at desc) where letter = 'rings';
create index rings_unanswered on rings (workspace_id, member_id, rang_at) where answered_at is null;
