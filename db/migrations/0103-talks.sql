-- A low pulse is cause for a talk, and rings for that; whom a word to all could not reach is still to be called tomorrow.
alter table case_rings drop constraint case_rings_stage_check;
alter table case_rings add constraint case_rings_stage_check
  check (stage in ('unowned', 'status', 'status_due', 'ask', 'snooze', 'replied', 'chased', 'reopened', 'escalated',
    'handed_on', 'bounced', 'mentioned', 'low_pulse'));
alter table case_cause_words add column to_call_ids uuid[] not null default '{}';
