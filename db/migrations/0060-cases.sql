-- Whatever a customer raises, followed through until they are satisfied: the case, what was said in it, whom it rang, and
-- what the customer answered. A cause is shared by many cases, so that one message of a person can count for each.

create table case_causes (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  text text not null check (length(text) between 1 and 2000),
  made_at timestamptz(3) not null,
  made_by_id uuid not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, made_by_id) references members
);

create table cases (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  version integer not null default 1,

  kind text not null check (kind in ('question', 'request', 'complaint', 'praise')),
  subject text not null check (length(subject) between 1 and 200),
  words text not null check (length(words) between 1 and 20000),
  customer_id uuid not null,
  contact_id uuid,
  channel text not null check (channel in ('email', 'phone', 'sms', 'form', 'portal', 'chat', 'in_person', 'social',
    'letter')),
  team_id uuid,
  raised_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  recorded_by_id uuid,

  owner_id uuid,
  handler_id uuid,
  next_owner_id uuid,
  state text not null check (state in ('open', 'told', 'satisfied', 'unconfirmed', 'void')),
  steps jsonb not null default '{}',
  done_at timestamptz(3),
  done_by_id uuid,
  done_words text,
  told_at timestamptz(3),
  settled_at timestamptz(3),

  acknowledged_at timestamptz(3),
  first_word_at timestamptz(3),
  last_word_at timestamptz(3),
  last_machine_word_at timestamptz(3),
  last_asked_at timestamptz(3),
  chase_count integer not null default 0,
  spoke_first_count integer not null default 0,
  spoke_after_count integer not null default 0,

  status_due_at timestamptz(3),
  status_stage text check (status_stage in ('first', 'due')),
  status_count integer not null default 0,
  status_missed_count integer not null default 0,
  status_by_machine_count integer not null default 0,
  waiting_reason text,
  waiting_since_at timestamptz(3),
  waited_seconds integer not null default 0,
  status_left_seconds integer,

  asked_at timestamptz(3),
  ask_count integer not null default 0,
  ask_at timestamptz(3),
  ask_rang_at timestamptz(3),
  disputed_at timestamptz(3),
  reopened_at timestamptz(3),
  reopened_count integer not null default 0,
  escalated_at timestamptz(3),
  escalated_to_id uuid,
  escalated_by text check (escalated_by in ('customer', 'member', 'ring')),
  cause_id uuid,
  snoozed_until_at timestamptz(3),

  next_ring_at timestamptz(3),
  rang_at timestamptz(3),
  ring_count integer not null default 0,

  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, team_id) references teams,
  foreign key (workspace_id, recorded_by_id) references members,
  foreign key (workspace_id, owner_id) references members,
  foreign key (workspace_id, handler_id) references members,
  foreign key (workspace_id, next_owner_id) references members,
  foreign key (workspace_id, done_by_id) references members,
  foreign key (workspace_id, escalated_to_id) references members,
  foreign key (workspace_id, cause_id) references case_causes,
  check ((state in ('satisfied', 'unconfirmed', 'void')) = (settled_at is not null)),
  check (state <> 'told' or (told_at is not null and done_at is not null)),
  check ((handler_id is null) = (owner_id is null))
);
create index cases_ring on cases (next_ring_at, workspace_id, id) where next_ring_at is not null;
create index cases_newest on cases (workspace_id, raised_at desc, id desc);
create index cases_owned on cases (workspace_id, owner_id, raised_at desc, id desc);
create index cases_handled on cases (workspace_id, handler_id, raised_at desc, id desc);
create index cases_of_team on cases (workspace_id, team_id, raised_at desc, id desc);
create index cases_unowned on cases (workspace_id, raised_at desc, id desc) where owner_id is null and state = 'open';
create index cases_customer on cases (workspace_id, customer_id, raised_at desc, id desc);
create index cases_cause on cases (workspace_id, cause_id) where cause_id is not null;

-- What was said in a case, both ways, and notes that stay with us. One that told the customer something says what and when.
create table case_messages (
  workspace_id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  about text not null check (about in ('raised', 'reply', 'note', 'acknowledgement', 'introduction', 'status', 'waiting',
    'told', 'question')),
  told_at timestamptz(3),
  undone_at timestamptz(3),
  primary key (workspace_id, message_id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, message_id) references messages
);
create index case_messages_case on case_messages (workspace_id, case_id, message_id);

create table case_answers (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  answer text not null check (answer in ('satisfied', 'not_satisfied')),
  words text,
  by_contact_id uuid,
  by_member_id uuid,
  at timestamptz(3) not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, by_contact_id) references contacts,
  foreign key (workspace_id, by_member_id) references members
);
create index case_answers_case on case_answers (workspace_id, case_id, at);

-- One row per member rung. `mail_at` is its own alarm, bundled with the others then due.
create table case_rings (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  member_id uuid not null,
  stage text not null check (stage in ('unowned', 'status', 'status_due', 'ask', 'snooze', 'replied', 'chased', 'reopened',
    'escalated', 'handed_on', 'bounced')),
  rang_at timestamptz(3) not null,
  mail_at timestamptz(3),
  message_id uuid,
  words text,
  answered_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references cases,
  foreign key (workspace_id, member_id) references members,
  foreign key (workspace_id, message_id) references messages
);
create index case_rings_case on case_rings (workspace_id, case_id, rang_at);
create index case_rings_mail on case_rings (mail_at, workspace_id, id) where mail_at is not null;
create index case_rings_mail_of_member on case_rings (workspace_id, member_id) where mail_at is not null;
create index case_rings_message on case_rings (workspace_id, message_id) where message_id is not null;
create index messages_case_rings on messages (workspace_id, member_id, queued_at desc) where letter = 'caseRings';
create index case_rings_unanswered on case_rings (workspace_id, member_id, rang_at) where answered_at is null;

-- The steps of a plan, and the first word, are promises of the case.
alter table promises add column case_id uuid;
alter table promises add foreign key (workspace_id, case_id) references cases;
create index promises_case on promises (workspace_id, case_id, due_at) where case_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array['case_causes', 'cases', 'case_messages', 'case_answers', 'case_rings'] loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_workspace on %I to truepenny_app
         using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)
         with check (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', name);
    execute format('grant select, insert, update on %I to truepenny_app', name);
  end loop;
end $$;

create policy clock_sees_keys on cases for select to truepenny_clock using (true);
create policy clock_sees_keys on case_rings for select to truepenny_clock using (true);
grant select (workspace_id, id, version, next_ring_at) on cases to truepenny_clock;
grant select (workspace_id, id, member_id, mail_at) on case_rings to truepenny_clock;
