-- A member who is named in a note of a case is rung like by anything else, and has seen it once they look at the case.
alter table case_rings drop constraint case_rings_stage_check;
alter table case_rings add constraint case_rings_stage_check
  check (stage in ('unowned', 'status', 'status_due', 'ask', 'snooze', 'replied', 'chased', 'reopened', 'escalated',
    'handed_on', 'bounced', 'mentioned'));
