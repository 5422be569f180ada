-- columns
absences.workspace_id uuid not null
absences.id uuid not null
absences.member_id uuid not null
absences.from_at timestamp(3) with time zone not null
absences.until_at timestamp(3) with time zone not null
absences.cover_id uuid
absences.version integer not null default 1
api_keys.workspace_id uuid not null
api_keys.id uuid not null
api_keys.member_id uuid not null
api_keys.name text not null
api_keys.scopes text[] not null
api_keys.secret_hash bytea not null
api_keys.created_at timestamp(3) with time zone not null
api_keys.expires_at timestamp(3) with time zone
api_keys.revoked_at timestamp(3) with time zone
api_keys.version integer not null default 1
arrivals.workspace_id uuid not null
arrivals.id uuid not null
arrivals.mailbox_id uuid
arrivals.uid_validity bigint
arrivals.uid bigint
arrivals.arrived_at timestamp(3) with time zone not null
arrivals.recipients text[] not null default '{}'::text[]
arrivals.bytes integer not null
arrivals.raw bytea
arrivals.state text not null
arrivals.why text
arrivals.from_address text
arrivals.subject text
arrivals.troubles text[] not null default '{}'::text[]
arrivals.identity bytea
arrivals.message_id uuid
arrivals.member_id uuid
arrivals.file_at timestamp(3) with time zone
arrivals.forget_at timestamp(3) with time zone
arrivals.settled_at timestamp(3) with time zone
arrivals.version integer not null default 1
arrivals.via text not null default 'mail'::text
arrivals.number_id uuid
arrivals.sid text
arrivals.form_id uuid
attachment_parts.workspace_id uuid not null
attachment_parts.attachment_id uuid not null
attachment_parts.place integer not null
attachment_parts.content bytea not null
attachments.workspace_id uuid not null
attachments.id uuid not null
attachments.message_id uuid
attachments.name text not null
attachments.type text not null
attachments.bytes integer not null
attachments.made_at timestamp(3) with time zone not null
attachments.made_by_id uuid
attachments.whole_at timestamp(3) with time zone
attachments.forget_at timestamp(3) with time zone
attachments.version integer not null default 1
auth.accounts.id text not null
auth.accounts.user_id text not null
auth.accounts.provider_id text not null
auth.accounts.account_id text not null
auth.accounts.password text
auth.accounts.access_token text
auth.accounts.refresh_token text
auth.accounts.id_token text
auth.accounts.access_token_expires_at timestamp(3) with time zone
auth.accounts.refresh_token_expires_at timestamp(3) with time zone
auth.accounts.scope text
auth.accounts.created_at timestamp(3) with time zone not null
auth.accounts.updated_at timestamp(3) with time zone not null
auth.passkeys.id text not null
auth.passkeys.user_id text not null
auth.passkeys.name text
auth.passkeys.public_key text not null
auth.passkeys.credential_id text not null
auth.passkeys.counter bigint not null
auth.passkeys.device_type text not null
auth.passkeys.backed_up boolean not null
auth.passkeys.transports text
auth.passkeys.aaguid text
auth.passkeys.created_at timestamp(3) with time zone
auth.sessions.id text not null
auth.sessions.user_id text not null
auth.sessions.token text not null
auth.sessions.expires_at timestamp(3) with time zone not null
auth.sessions.ip_address text
auth.sessions.user_agent text
auth.sessions.created_at timestamp(3) with time zone not null
auth.sessions.updated_at timestamp(3) with time zone not null
auth.tries.name text not null
auth.tries.count integer not null
auth.tries.until_at timestamp(3) with time zone not null
auth.two_factors.id text not null
auth.two_factors.user_id text not null
auth.two_factors.secret text not null
auth.two_factors.backup_codes text not null
auth.two_factors.verified boolean not null default true
auth.two_factors.failed_verification_count integer not null default 0
auth.two_factors.locked_until timestamp(3) with time zone
auth.users.id text not null
auth.users.name text not null
auth.users.email text not null
auth.users.email_verified boolean not null default false
auth.users.image text
auth.users.two_factor_enabled boolean not null default false
auth.users.created_at timestamp(3) with time zone not null
auth.users.updated_at timestamp(3) with time zone not null
auth.verifications.id text not null
auth.verifications.identifier text not null
auth.verifications.value text not null
auth.verifications.expires_at timestamp(3) with time zone not null
auth.verifications.created_at timestamp(3) with time zone not null
auth.verifications.updated_at timestamp(3) with time zone not null
calendar_feeds.workspace_id uuid not null
calendar_feeds.id uuid not null
calendar_feeds.member_id uuid not null
calendar_feeds.secret_hash bytea not null
calendar_feeds.made_at timestamp(3) with time zone not null
calendar_feeds.read_at timestamp(3) with time zone
calendar_feeds.revoked_at timestamp(3) with time zone
calendars.workspace_id uuid not null
calendars.id uuid not null
calendars.name text not null
calendars.time_zone text not null
calendars.week jsonb not null
calendars.days jsonb not null default '[]'::jsonb
calendars.holiday_region text
calendars.emergency_route text
calendars.version integer not null default 1
calendars.holidays_at timestamp(3) with time zone
calendars.is_own boolean not null default false
case_answers.workspace_id uuid not null
case_answers.id uuid not null
case_answers.case_id uuid not null
case_answers.answer text not null
case_answers.words text
case_answers.by_contact_id uuid
case_answers.by_member_id uuid
case_answers.at timestamp(3) with time zone not null
case_cause_words.workspace_id uuid not null
case_cause_words.id uuid not null
case_cause_words.cause_id uuid not null
case_cause_words.body text not null
case_cause_words.case_count integer not null
case_cause_words.at timestamp(3) with time zone not null
case_cause_words.by_member_id uuid not null
case_cause_words.to_call_ids uuid[] not null default '{}'::uuid[]
case_causes.workspace_id uuid not null
case_causes.id uuid not null
case_causes.text text not null
case_causes.made_at timestamp(3) with time zone not null
case_causes.made_by_id uuid not null
case_causes.version integer not null default 1
case_causes.ended_at timestamp(3) with time zone
case_causes.ended_by_id uuid
case_messages.workspace_id uuid not null
case_messages.case_id uuid not null
case_messages.message_id uuid not null
case_messages.about text not null
case_messages.told_at timestamp(3) with time zone
case_messages.undone_at timestamp(3) with time zone
case_pulses.workspace_id uuid not null
case_pulses.id uuid not null
case_pulses.case_id uuid not null
case_pulses.contact_id uuid not null
case_pulses.expected text not null
case_pulses.feeling integer
case_pulses.words text
case_pulses.at timestamp(3) with time zone not null
case_rings.workspace_id uuid not null
case_rings.id uuid not null
case_rings.case_id uuid not null
case_rings.member_id uuid not null
case_rings.stage text not null
case_rings.rang_at timestamp(3) with time zone not null
case_rings.mail_at timestamp(3) with time zone
case_rings.message_id uuid
case_rings.words text
case_rings.answered_at timestamp(3) with time zone
cases.workspace_id uuid not null
cases.id uuid not null
cases.version integer not null default 1
cases.kind text not null
cases.subject text not null
cases.words text not null
cases.customer_id uuid not null
cases.contact_id uuid
cases.channel text not null
cases.team_id uuid
cases.raised_at timestamp(3) with time zone not null
cases.recorded_at timestamp(3) with time zone not null
cases.recorded_by_id uuid
cases.owner_id uuid
cases.handler_id uuid
cases.next_owner_id uuid
cases.state text not null
cases.steps jsonb not null default '{}'::jsonb
cases.done_at timestamp(3) with time zone
cases.done_by_id uuid
cases.done_words text
cases.told_at timestamp(3) with time zone
cases.settled_at timestamp(3) with time zone
cases.acknowledged_at timestamp(3) with time zone
cases.first_word_at timestamp(3) with time zone
cases.last_word_at timestamp(3) with time zone
cases.last_machine_word_at timestamp(3) with time zone
cases.last_asked_at timestamp(3) with time zone
cases.chase_count integer not null default 0
cases.spoke_first_count integer not null default 0
cases.spoke_after_count integer not null default 0
cases.status_due_at timestamp(3) with time zone
cases.status_stage text
cases.status_count integer not null default 0
cases.status_missed_count integer not null default 0
cases.status_by_machine_count integer not null default 0
cases.waiting_reason text
cases.waiting_since_at timestamp(3) with time zone
cases.waited_seconds integer not null default 0
cases.status_left_seconds integer
cases.asked_at timestamp(3) with time zone
cases.ask_count integer not null default 0
cases.ask_at timestamp(3) with time zone
cases.ask_rang_at timestamp(3) with time zone
cases.disputed_at timestamp(3) with time zone
cases.reopened_at timestamp(3) with time zone
cases.reopened_count integer not null default 0
cases.escalated_at timestamp(3) with time zone
cases.escalated_to_id uuid
cases.escalated_by text
cases.cause_id uuid
cases.snoozed_until_at timestamp(3) with time zone
cases.next_ring_at timestamp(3) with time zone
cases.rang_at timestamp(3) with time zone
cases.ring_count integer not null default 0
cases.pulsed_at timestamp(3) with time zone
coach_counts.workspace_id uuid not null
coach_counts.rule text not null
coach_counts.shown_count bigint not null default 0
coach_counts.heeded_count bigint not null default 0
coach_counts.dismissed_count bigint not null default 0
coach_dismissals.workspace_id uuid not null
coach_dismissals.member_id uuid not null
coach_dismissals.rule text not null
coach_dismissals.at timestamp(3) with time zone not null
contact_addresses.workspace_id uuid not null
contact_addresses.channel text not null
contact_addresses.address text not null
contact_addresses.contact_id uuid not null
contact_addresses.stopped_at timestamp(3) with time zone
contact_links.workspace_id uuid not null
contact_links.id uuid not null
contact_links.contact_id uuid not null
contact_links.made_at timestamp(3) with time zone not null
contact_links.expires_at timestamp(3) with time zone not null
contact_links.revoked_at timestamp(3) with time zone
contact_merges.workspace_id uuid not null
contact_merges.id uuid not null
contact_merges.alias_id uuid not null
contact_merges.into_id uuid not null
contact_merges.merged_at timestamp(3) with time zone not null
contact_merges.merged_by_id uuid not null
contact_merges.undone_at timestamp(3) with time zone
contact_merges.undone_by_id uuid
contacts.workspace_id uuid not null
contacts.id uuid not null
contacts.customer_id uuid not null
contacts.name text not null
contacts.preferred_channel text
contacts.language text
contacts.time_zone text
contacts.quiet_from time without time zone
contacts.quiet_until time without time zone
contacts.created_at timestamp(3) with time zone not null
contacts.version integer not null default 1
customer_merges.workspace_id uuid not null
customer_merges.id uuid not null
customer_merges.alias_id uuid not null
customer_merges.into_id uuid not null
customer_merges.merged_at timestamp(3) with time zone not null
customer_merges.merged_by_id uuid not null
customer_merges.undone_at timestamp(3) with time zone
customer_merges.undone_by_id uuid
customers.workspace_id uuid not null
customers.id uuid not null
customers.kind text not null
customers.name text not null
customers.is_stand_in boolean not null default false
customers.time_zone text
customers.language text
customers.calendar_id uuid
customers.account_owner_id uuid
customers.tier text
customers.tags text[] not null default '{}'::text[]
customers.why_us text
customers.created_at timestamp(3) with time zone not null
customers.version integer not null default 1
drafts.workspace_id uuid not null
drafts.id uuid not null
drafts.name text not null
drafts.language text not null
drafts.member_id uuid
drafts.text text not null
drafts.version integer not null default 1
forms.workspace_id uuid not null
forms.id uuid not null
forms.name text not null
forms.sites text[] not null default '{}'::text[]
forms.heard_at timestamp(3) with time zone
forms.made_at timestamp(3) with time zone not null
forms.removed_at timestamp(3) with time zone
forms.version integer not null default 1
idempotency_keys.workspace_id uuid not null
idempotency_keys.actor_id uuid not null
idempotency_keys.key text not null
idempotency_keys.digest bytea not null
idempotency_keys.status integer
idempotency_keys.answer jsonb
idempotency_keys.made_at timestamp(3) with time zone not null
invitations.workspace_id uuid not null
invitations.id uuid not null
invitations.name text not null
invitations.email text not null
invitations.role text not null
invitations.language text
invitations.team_ids uuid[] not null default '{}'::uuid[]
invitations.secret_hash bytea not null
invitations.invited_by uuid not null
invitations.invited_at timestamp(3) with time zone not null
invitations.expires_at timestamp(3) with time zone not null
invitations.revoked_at timestamp(3) with time zone
invitations.accepted_at timestamp(3) with time zone
invitations.member_id uuid
invitations.version integer not null default 1
journal.workspace_id uuid not null
journal.chain_id uuid not null
journal.seq bigint not null
journal.at timestamp(3) with time zone not null
journal.what text not null
journal.subject_id uuid
journal.by_member_id uuid
journal.entry text not null
journal.hash bytea not null
journal_heads.workspace_id uuid not null
journal_heads.chain_id uuid not null
journal_heads.seq bigint not null default 0
journal_heads.hash bytea not null
journal_texts.workspace_id uuid not null
journal_texts.digest bytea not null
journal_texts.chain_id uuid not null
journal_texts.salt bytea not null
journal_texts.text text not null
mailboxes.workspace_id uuid not null
mailboxes.id uuid not null
mailboxes.kind text not null
mailboxes.address text not null
mailboxes.takes_plus boolean not null
mailboxes.team_id uuid
mailboxes.host text
mailboxes.port integer
mailboxes.encryption text
mailboxes.user_name text
mailboxes.sign_in text
mailboxes.folder text
mailboxes.secret_sealed bytea not null
mailboxes.uid_validity bigint
mailboxes.last_uid bigint
mailboxes.looked_at timestamp(3) with time zone
mailboxes.problem text
mailboxes.problem_at timestamp(3) with time zone
mailboxes.failures integer not null default 0
mailboxes.next_look_at timestamp(3) with time zone
mailboxes.watch_id uuid
mailboxes.made_at timestamp(3) with time zone not null
mailboxes.removed_at timestamp(3) with time zone
mailboxes.version integer not null default 1
members.workspace_id uuid not null
members.id uuid not null
members.name text not null
members.email text not null
members.role text not null
members.language text
members.time_zone text
members.calendar_id uuid
members.quiet_from time without time zone
members.quiet_until time without time zone
members.password_hash text
members.joined_at timestamp(3) with time zone not null
members.left_at timestamp(3) with time zone
members.version integer not null default 1
members.user_id uuid
messages.workspace_id uuid not null
messages.id uuid not null
messages.direction text not null
messages.author text not null
messages.channel text not null
messages.letter text not null
messages.customer_id uuid
messages.contact_id uuid
messages.member_id uuid
messages.by_member_id uuid
messages.language text not null
messages.to_address text
messages.subject text not null default ''::text
messages.body text not null
messages.acts jsonb not null default '[]'::jsonb
messages.is_question boolean not null default false
messages.state text not null
messages.queued_at timestamp(3) with time zone not null
messages.next_attempt_at timestamp(3) with time zone
messages.leased_until timestamp(3) with time zone
messages.attempts integer not null default 0
messages.accepted_at timestamp(3) with time zone
messages.heed_at timestamp(3) with time zone
messages.answered_at timestamp(3) with time zone
messages.problem text
messages.problem_settled_at timestamp(3) with time zone
messages.version integer not null default 1
messages.message_id_header text
messages.answers_message_id uuid
messages.is_auto_reply boolean not null default false
messages.from_address text
messages.quoted text
messages.attachments jsonb not null default '[]'::jsonb
migrations.name text not null
migrations.digest text not null
migrations.applied_at timestamp(3) with time zone not null default now()
numbers.workspace_id uuid not null
numbers.id uuid not null
numbers.number text not null
numbers.account_sid text not null
numbers.token_sealed bytea not null
numbers.server_url text
numbers.heard_at timestamp(3) with time zone
numbers.made_at timestamp(3) with time zone not null
numbers.removed_at timestamp(3) with time zone
numbers.version integer not null default 1
policies.workspace_id uuid not null
policies.scope text not null
policies.name text not null
policies.settings jsonb not null
policies.version integer not null default 1
presences.workspace_id uuid not null
presences.member_id uuid not null
presences.subject text not null
presences.subject_id uuid not null
presences.at timestamp(3) with time zone not null
profile_entries.workspace_id uuid not null
profile_entries.id uuid not null
profile_entries.customer_id uuid not null
profile_entries.topic text not null
profile_entries.text text not null
profile_entries.what_we_heard text
profile_entries.is_shared boolean not null default false
profile_entries.author_id uuid not null
profile_entries.written_at timestamp(3) with time zone not null
profile_entries.withdrawn_at timestamp(3) with time zone
profile_entries.version integer not null default 1
promise_moves.workspace_id uuid not null
promise_moves.id uuid not null
promise_moves.promise_id uuid not null
promise_moves.telling_id uuid not null
promise_moves.from_due_at timestamp(3) with time zone not null
promise_moves.to_due_at timestamp(3) with time zone not null
promise_moves.opens_at timestamp(3) with time zone
promise_moves.reason text not null
promise_moves.by_member_id uuid not null
promise_moves.asked_at timestamp(3) with time zone not null
promise_moves.told_at timestamp(3) with time zone
promise_moves.notice text
promise_moves.accepted_at timestamp(3) with time zone
promise_moves.contested_at timestamp(3) with time zone
promise_moves.contest_words text
promise_moves.undone_at timestamp(3) with time zone
promise_series.workspace_id uuid not null
promise_series.id uuid not null
promise_series.customer_id uuid not null
promise_series.contact_id uuid
promise_series.owner_id uuid not null
promise_series.text text not null
promise_series.kind text not null
promise_series.every text not null
promise_series.time_zone text not null
promise_series.first_due_at timestamp(3) with time zone not null
promise_series.occurrence integer not null default 0
promise_series.ended_at timestamp(3) with time zone
promise_series.next_ring_at timestamp(3) with time zone
promise_series.version integer not null default 1
promises.workspace_id uuid not null
promises.id uuid not null
promises.version integer not null default 1
promises.audience text not null
promises.customer_id uuid
promises.contact_id uuid
promises.to_member_id uuid
promises.is_visible boolean not null
promises.is_shared boolean not null default false
promises.owner_id uuid not null
promises.handler_id uuid not null
promises.next_owner_id uuid
promises.cover_id uuid
promises.text text not null
promises.rest text
promises.kind text not null
promises.made_at timestamp(3) with time zone not null
promises.made_via text not null
promises.recorded_at timestamp(3) with time zone not null
promises.recorded_by_id uuid not null
promises.is_recorded_afterwards boolean not null default false
promises.estimate_seconds integer
promises.estimate_in text
promises.wanted_by_at timestamp(3) with time zone
promises.advised_due_at timestamp(3) with time zone
promises.short_quote_reason text
promises.opens_at timestamp(3) with time zone
promises.first_due_at timestamp(3) with time zone not null
promises.due_at timestamp(3) with time zone not null
promises.held_to_due_at timestamp(3) with time zone
promises.span_from_at timestamp(3) with time zone not null
promises.passed_due_at timestamp(3) with time zone
promises.state text not null
promises.late_at timestamp(3) with time zone
promises.silently_late_at timestamp(3) with time zone
promises.held_late_at timestamp(3) with time zone
promises.settled_at timestamp(3) with time zone
promises.settled_via text
promises.more text
promises.is_tried boolean not null default false
promises.arrived_at timestamp(3) with time zone
promises.move_count integer not null default 0
promises.late_move_count integer not null default 0
promises.last_word_at timestamp(3) with time zone
promises.last_machine_word_at timestamp(3) with time zone
promises.seen_at timestamp(3) with time zone
promises.chased_at timestamp(3) with time zone
promises.chase_count integer not null default 0
promises.disputed_at timestamp(3) with time zone
promises.reopened_at timestamp(3) with time zone
promises.needs_new_due boolean not null default false
promises.verdict text
promises.verdict_at timestamp(3) with time zone
promises.asked_at timestamp(3) with time zone
promises.held_up_at timestamp(3) with time zone
promises.held_up_reason text
promises.held_up_seconds integer not null default 0
promises.next_ring_at timestamp(3) with time zone
promises.ring_stage text
promises.rang_first_at timestamp(3) with time zone
promises.ring_answered_at timestamp(3) with time zone
promises.series_id uuid
promises.group_id uuid
promises.split_from_id uuid
promises.waits_for_id uuid
promises.joined_into_id uuid
promises.quote_rule text
promises.stated_share double precision
promises.case_id uuid
promises.advised_share double precision
push_devices.workspace_id uuid not null
push_devices.id uuid not null
push_devices.member_id uuid not null
push_devices.name text not null
push_devices.endpoint text not null
push_devices.p256dh text not null
push_devices.auth text not null
push_devices.made_at timestamp(3) with time zone not null
push_devices.pushed_at timestamp(3) with time zone
pushes.workspace_id uuid not null
pushes.id uuid not null
pushes.device_id uuid not null
pushes.message_id uuid not null
pushes.next_push_at timestamp(3) with time zone not null
pushes.attempts integer not null default 0
pushes.version integer not null default 1
rings.workspace_id uuid not null
rings.id uuid not null
rings.promise_id uuid not null
rings.member_id uuid not null
rings.stage text not null
rings.for_due_at timestamp(3) with time zone not null
rings.planned_at timestamp(3) with time zone not null
rings.rang_at timestamp(3) with time zone not null
rings.mail_at timestamp(3) with time zone
rings.message_id uuid
rings.words text
rings.answered_at timestamp(3) with time zone
rings.answer text
rings.answered_by_id uuid
saved_replies.workspace_id uuid not null
saved_replies.id uuid not null
saved_replies.member_id uuid
saved_replies.language text not null
saved_replies.name text not null
saved_replies.text text not null
saved_replies.version integer not null default 1
sentence_answers.workspace_id uuid not null
sentence_answers.id uuid not null
sentence_answers.language text not null
sentence_answers.rules text[] not null
sentence_answers.is_promise boolean not null
sentence_answers.by_member_id uuid not null
sentence_answers.at timestamp(3) with time zone not null
team_members.workspace_id uuid not null
team_members.team_id uuid not null
team_members.member_id uuid not null
team_members.is_manager boolean not null default false
team_members.duty_rank integer
teams.workspace_id uuid not null
teams.id uuid not null
teams.name text not null
teams.calendar_id uuid
teams.version integer not null default 1
tellings.workspace_id uuid not null
tellings.id uuid not null
tellings.promise_id uuid not null
tellings.message_id uuid
tellings.about text not null
tellings.channel text not null
tellings.author text not null
tellings.by_member_id uuid
tellings.at timestamp(3) with time zone
tellings.logged_at timestamp(3) with time zone not null
tellings.note text
tellings.next_word_at timestamp(3) with time zone
tellings.undone_at timestamp(3) with time zone
tellings.undone_why text
verdicts.workspace_id uuid not null
verdicts.id uuid not null
verdicts.promise_id uuid not null
verdicts.answer text not null
verdicts.outcome text not null
verdicts.words text
verdicts.by_contact_id uuid
verdicts.by_member_id uuid
verdicts.at timestamp(3) with time zone not null
views.workspace_id uuid not null
views.id uuid not null
views.of text not null
views.name text not null
views.filters text not null
views.member_id uuid not null
views.is_shared boolean not null
views.version integer not null default 1
workspaces.workspace_id uuid not null
workspaces.name text not null
workspaces.time_zone text not null
workspaces.language text not null
workspaces.currency text not null default 'EUR'::text
workspaces.trade text
workspaces.calendar_id uuid not null
workspaces.mail_from text
workspaces.mail_url_sealed bytea
workspaces.created_at timestamp(3) with time zone not null
workspaces.version integer not null default 1
workspaces.is_demo boolean not null default false

-- constraints
absences absences_check CHECK ((until_at > from_at))
absences absences_check1 CHECK ((cover_id <> member_id))
absences absences_pkey PRIMARY KEY (workspace_id, id)
absences absences_workspace_id_cover_id_fkey FOREIGN KEY (workspace_id, cover_id) REFERENCES members(workspace_id, id)
absences absences_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
api_keys api_keys_pkey PRIMARY KEY (workspace_id, id)
api_keys api_keys_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
arrivals arrivals_check CHECK (((state = 'new'::text) = (file_at IS NOT NULL)))
arrivals arrivals_pkey PRIMARY KEY (workspace_id, id)
arrivals arrivals_state_check CHECK ((state = ANY (ARRAY['new'::text, 'filed'::text, 'repeated'::text, 'set_aside'::text])))
arrivals arrivals_via_check CHECK ((via = ANY (ARRAY['mail'::text, 'text'::text, 'call'::text, 'form'::text])))
arrivals arrivals_way CHECK ((((via = 'mail'::text) = (mailbox_id IS NOT NULL)) AND ((via = ANY (ARRAY['text'::text, 'call'::text])) = (number_id IS NOT NULL)) AND ((via = 'form'::text) = (form_id IS NOT NULL)) AND ((via = 'mail'::text) OR (sid IS NOT NULL))))
arrivals arrivals_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
arrivals arrivals_workspace_id_form_id_fkey FOREIGN KEY (workspace_id, form_id) REFERENCES forms(workspace_id, id)
arrivals arrivals_workspace_id_mailbox_id_fkey FOREIGN KEY (workspace_id, mailbox_id) REFERENCES mailboxes(workspace_id, id)
arrivals arrivals_workspace_id_mailbox_id_uid_validity_uid_key UNIQUE (workspace_id, mailbox_id, uid_validity, uid)
arrivals arrivals_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
arrivals arrivals_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
arrivals arrivals_workspace_id_number_id_fkey FOREIGN KEY (workspace_id, number_id) REFERENCES numbers(workspace_id, id)
attachment_parts attachment_parts_content_check CHECK (((length(content) >= 1) AND (length(content) <= 262144)))
attachment_parts attachment_parts_pkey PRIMARY KEY (workspace_id, attachment_id, place)
attachment_parts attachment_parts_place_check CHECK ((place >= 0))
attachment_parts attachment_parts_workspace_id_attachment_id_fkey FOREIGN KEY (workspace_id, attachment_id) REFERENCES attachments(workspace_id, id) ON DELETE CASCADE
attachments attachments_bytes_check CHECK (((bytes >= 0) AND (bytes <= 26214400)))
attachments attachments_check CHECK (((message_id IS NULL) = (forget_at IS NOT NULL)))
attachments attachments_check1 CHECK (((message_id IS NULL) OR (whole_at IS NOT NULL)))
attachments attachments_name_check CHECK ((length(name) <= 200))
attachments attachments_pkey PRIMARY KEY (workspace_id, id)
attachments attachments_type_check CHECK (((length(type) >= 3) AND (length(type) <= 100)))
attachments attachments_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
attachments attachments_workspace_id_made_by_id_fkey FOREIGN KEY (workspace_id, made_by_id) REFERENCES members(workspace_id, id)
attachments attachments_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
auth.accounts accounts_pkey PRIMARY KEY (id)
auth.accounts accounts_provider_id_account_id_key UNIQUE (provider_id, account_id)
auth.accounts accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.passkeys passkeys_credential_id_key UNIQUE (credential_id)
auth.passkeys passkeys_pkey PRIMARY KEY (id)
auth.passkeys passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.sessions sessions_pkey PRIMARY KEY (id)
auth.sessions sessions_token_key UNIQUE (token)
auth.sessions sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.tries tries_pkey PRIMARY KEY (name)
auth.two_factors two_factors_pkey PRIMARY KEY (id)
auth.two_factors two_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE
auth.users users_email_check CHECK ((email = lower(email)))
auth.users users_email_key UNIQUE (email)
auth.users users_pkey PRIMARY KEY (id)
auth.verifications verifications_pkey PRIMARY KEY (id)
calendar_feeds calendar_feeds_pkey PRIMARY KEY (workspace_id, id)
calendar_feeds calendar_feeds_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
calendars calendars_pkey PRIMARY KEY (workspace_id, id)
calendars calendars_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
case_answers case_answers_answer_check CHECK ((answer = ANY (ARRAY['satisfied'::text, 'not_satisfied'::text])))
case_answers case_answers_pkey PRIMARY KEY (workspace_id, id)
case_answers case_answers_workspace_id_by_contact_id_fkey FOREIGN KEY (workspace_id, by_contact_id) REFERENCES contacts(workspace_id, id)
case_answers case_answers_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
case_answers case_answers_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id)
case_cause_words case_cause_words_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
case_cause_words case_cause_words_pkey PRIMARY KEY (workspace_id, id)
case_cause_words case_cause_words_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
case_cause_words case_cause_words_workspace_id_cause_id_fkey FOREIGN KEY (workspace_id, cause_id) REFERENCES case_causes(workspace_id, id)
case_cause_words case_cause_words_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
case_causes case_causes_check CHECK (((ended_at IS NULL) = (ended_by_id IS NULL)))
case_causes case_causes_pkey PRIMARY KEY (workspace_id, id)
case_causes case_causes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
case_causes case_causes_workspace_id_ended_by_id_fkey FOREIGN KEY (workspace_id, ended_by_id) REFERENCES members(workspace_id, id)
case_causes case_causes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
case_causes case_causes_workspace_id_made_by_id_fkey FOREIGN KEY (workspace_id, made_by_id) REFERENCES members(workspace_id, id)
case_messages case_messages_about_check CHECK ((about = ANY (ARRAY['raised'::text, 'reply'::text, 'note'::text, 'acknowledgement'::text, 'introduction'::text, 'status'::text, 'waiting'::text, 'told'::text, 'question'::text])))
case_messages case_messages_pkey PRIMARY KEY (workspace_id, message_id)
case_messages case_messages_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id)
case_messages case_messages_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
case_pulses case_pulses_expected_check CHECK ((expected = ANY (ARRAY['worse'::text, 'as'::text, 'better'::text])))
case_pulses case_pulses_feeling_check CHECK (((feeling >= 1) AND (feeling <= 5)))
case_pulses case_pulses_pkey PRIMARY KEY (workspace_id, id)
case_pulses case_pulses_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
case_pulses case_pulses_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id)
case_pulses case_pulses_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
case_pulses case_pulses_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
case_rings case_rings_pkey PRIMARY KEY (workspace_id, id)
case_rings case_rings_stage_check CHECK ((stage = ANY (ARRAY['unowned'::text, 'status'::text, 'status_due'::text, 'ask'::text, 'snooze'::text, 'replied'::text, 'chased'::text, 'reopened'::text, 'escalated'::text, 'handed_on'::text, 'bounced'::text, 'mentioned'::text, 'low_pulse'::text])))
case_rings case_rings_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id)
case_rings case_rings_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
case_rings case_rings_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
cases cases_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'sms'::text, 'form'::text, 'portal'::text, 'chat'::text, 'in_person'::text, 'social'::text, 'letter'::text])))
cases cases_check CHECK (((state = ANY (ARRAY['satisfied'::text, 'unconfirmed'::text, 'void'::text])) = (settled_at IS NOT NULL)))
cases cases_check1 CHECK (((state <> 'told'::text) OR ((told_at IS NOT NULL) AND (done_at IS NOT NULL))))
cases cases_check2 CHECK (((handler_id IS NULL) = (owner_id IS NULL)))
cases cases_escalated_by_check CHECK ((escalated_by = ANY (ARRAY['customer'::text, 'member'::text, 'ring'::text])))
cases cases_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'request'::text, 'complaint'::text, 'praise'::text])))
cases cases_pkey PRIMARY KEY (workspace_id, id)
cases cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'told'::text, 'satisfied'::text, 'unconfirmed'::text, 'void'::text])))
cases cases_status_stage_check CHECK ((status_stage = ANY (ARRAY['first'::text, 'due'::text])))
cases cases_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
cases cases_words_check CHECK (((length(words) >= 1) AND (length(words) <= 20000)))
cases cases_workspace_id_cause_id_fkey FOREIGN KEY (workspace_id, cause_id) REFERENCES case_causes(workspace_id, id)
cases cases_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
cases cases_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id)
cases cases_workspace_id_done_by_id_fkey FOREIGN KEY (workspace_id, done_by_id) REFERENCES members(workspace_id, id)
cases cases_workspace_id_escalated_to_id_fkey FOREIGN KEY (workspace_id, escalated_to_id) REFERENCES members(workspace_id, id)
cases cases_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
cases cases_workspace_id_handler_id_fkey FOREIGN KEY (workspace_id, handler_id) REFERENCES members(workspace_id, id)
cases cases_workspace_id_next_owner_id_fkey FOREIGN KEY (workspace_id, next_owner_id) REFERENCES members(workspace_id, id)
cases cases_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES members(workspace_id, id)
cases cases_workspace_id_recorded_by_id_fkey FOREIGN KEY (workspace_id, recorded_by_id) REFERENCES members(workspace_id, id)
cases cases_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id)
coach_counts coach_counts_dismissed_count_check CHECK ((dismissed_count >= 0))
coach_counts coach_counts_heeded_count_check CHECK ((heeded_count >= 0))
coach_counts coach_counts_pkey PRIMARY KEY (workspace_id, rule)
coach_counts coach_counts_shown_count_check CHECK ((shown_count >= 0))
coach_counts coach_counts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
coach_dismissals coach_dismissals_pkey PRIMARY KEY (workspace_id, member_id, rule)
coach_dismissals coach_dismissals_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
contact_addresses contact_addresses_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'sms'::text, 'social'::text, 'letter'::text])))
contact_addresses contact_addresses_pkey PRIMARY KEY (workspace_id, channel, address)
contact_addresses contact_addresses_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
contact_links contact_links_pkey PRIMARY KEY (workspace_id, id)
contact_links contact_links_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
contact_merges contact_merges_check CHECK ((alias_id <> into_id))
contact_merges contact_merges_pkey PRIMARY KEY (workspace_id, id)
contact_merges contact_merges_workspace_id_alias_id_fkey FOREIGN KEY (workspace_id, alias_id) REFERENCES contacts(workspace_id, id)
contact_merges contact_merges_workspace_id_into_id_fkey FOREIGN KEY (workspace_id, into_id) REFERENCES contacts(workspace_id, id)
contact_merges contact_merges_workspace_id_merged_by_id_fkey FOREIGN KEY (workspace_id, merged_by_id) REFERENCES members(workspace_id, id)
contacts contacts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
contacts contacts_pkey PRIMARY KEY (workspace_id, id)
contacts contacts_preferred_channel_check CHECK ((preferred_channel = ANY (ARRAY['email'::text, 'phone'::text, 'sms'::text, 'form'::text, 'portal'::text, 'chat'::text, 'in_person'::text, 'social'::text, 'letter'::text])))
contacts contacts_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id)
customer_merges customer_merges_check CHECK ((alias_id <> into_id))
customer_merges customer_merges_pkey PRIMARY KEY (workspace_id, id)
customer_merges customer_merges_workspace_id_alias_id_fkey FOREIGN KEY (workspace_id, alias_id) REFERENCES customers(workspace_id, id)
customer_merges customer_merges_workspace_id_into_id_fkey FOREIGN KEY (workspace_id, into_id) REFERENCES customers(workspace_id, id)
customer_merges customer_merges_workspace_id_merged_by_id_fkey FOREIGN KEY (workspace_id, merged_by_id) REFERENCES members(workspace_id, id)
customers customers_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
customers customers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
customers customers_pkey PRIMARY KEY (workspace_id, id)
customers customers_workspace_id_account_owner_id_fkey FOREIGN KEY (workspace_id, account_owner_id) REFERENCES members(workspace_id, id)
customers customers_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars(workspace_id, id)
customers customers_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
drafts drafts_pkey PRIMARY KEY (workspace_id, id)
drafts drafts_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
drafts drafts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
drafts drafts_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
drafts drafts_workspace_id_name_language_member_id_key UNIQUE NULLS NOT DISTINCT (workspace_id, name, language, member_id)
forms forms_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
forms forms_pkey PRIMARY KEY (workspace_id, id)
forms forms_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
idempotency_keys idempotency_keys_pkey PRIMARY KEY (workspace_id, actor_id, key)
idempotency_keys idempotency_keys_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
invitations invitations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
invitations invitations_pkey PRIMARY KEY (workspace_id, id)
invitations invitations_role_check CHECK ((role = ANY (ARRAY['proprietor'::text, 'admin'::text, 'manager'::text, 'member'::text, 'viewer'::text])))
invitations invitations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
invitations invitations_workspace_id_invited_by_fkey FOREIGN KEY (workspace_id, invited_by) REFERENCES members(workspace_id, id)
invitations invitations_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
journal journal_pkey PRIMARY KEY (workspace_id, chain_id, seq)
journal journal_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
journal_heads journal_heads_pkey PRIMARY KEY (workspace_id, chain_id)
journal_heads journal_heads_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
journal_texts journal_texts_pkey PRIMARY KEY (workspace_id, digest)
journal_texts journal_texts_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
mailboxes mailboxes_address_check CHECK (((length(address) >= 3) AND (length(address) <= 254)))
mailboxes mailboxes_check CHECK (((kind = 'relay'::text) OR ((host IS NOT NULL) AND (port IS NOT NULL) AND (encryption IS NOT NULL) AND (user_name IS NOT NULL) AND (sign_in IS NOT NULL) AND (folder IS NOT NULL))))
mailboxes mailboxes_encryption_check CHECK ((encryption = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])))
mailboxes mailboxes_kind_check CHECK ((kind = ANY (ARRAY['imap'::text, 'relay'::text])))
mailboxes mailboxes_pkey PRIMARY KEY (workspace_id, id)
mailboxes mailboxes_port_check CHECK (((port >= 1) AND (port <= 65535)))
mailboxes mailboxes_sign_in_check CHECK ((sign_in = ANY (ARRAY['password'::text, 'google'::text, 'microsoft'::text])))
mailboxes mailboxes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
mailboxes mailboxes_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id)
members members_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
members members_pkey PRIMARY KEY (workspace_id, id)
members members_role_check CHECK ((role = ANY (ARRAY['proprietor'::text, 'admin'::text, 'manager'::text, 'member'::text, 'viewer'::text])))
members members_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars(workspace_id, id)
members members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
messages messages_author_check CHECK ((author = ANY (ARRAY['human'::text, 'automatic'::text])))
messages messages_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text, 'note'::text])))
messages messages_pkey PRIMARY KEY (workspace_id, id)
messages messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'accepted'::text, 'failed'::text, 'bounced'::text, 'logged'::text, 'withdrawn'::text, 'arrived'::text])))
messages messages_workspace_id_answers_message_id_fkey FOREIGN KEY (workspace_id, answers_message_id) REFERENCES messages(workspace_id, id)
messages messages_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
messages messages_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
messages messages_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id)
messages messages_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
messages messages_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
migrations migrations_pkey PRIMARY KEY (name)
numbers numbers_account_sid_check CHECK ((account_sid ~ '^AC[0-9a-f]{32}$'::text))
numbers numbers_number_check CHECK ((number ~ '^\+[1-9][0-9]{6,14}$'::text))
numbers numbers_pkey PRIMARY KEY (workspace_id, id)
numbers numbers_server_url_check CHECK (((length(server_url) >= 8) AND (length(server_url) <= 500)))
numbers numbers_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
policies policies_pkey PRIMARY KEY (workspace_id, scope, name)
policies policies_scope_check CHECK ((scope = ANY (ARRAY['workspace'::text, 'tier'::text, 'kind'::text, 'customer'::text])))
policies policies_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
presences presences_pkey PRIMARY KEY (workspace_id, member_id)
presences presences_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 40)))
presences presences_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
presences presences_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
profile_entries profile_entries_pkey PRIMARY KEY (workspace_id, id)
profile_entries profile_entries_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
profile_entries profile_entries_topic_check CHECK ((topic = ANY (ARRAY['drives_decisions'::text, 'their_pain'::text, 'our_pain'::text, 'constraint'::text, 'what_it_takes'::text, 'common_ground'::text, 'on_the_line'::text, 'how_demanding'::text, 'how_far_trust_goes'::text])))
profile_entries profile_entries_workspace_id_author_id_fkey FOREIGN KEY (workspace_id, author_id) REFERENCES members(workspace_id, id)
profile_entries profile_entries_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id)
promise_moves promise_moves_notice_check CHECK ((notice = ANY (ARRAY['in_time'::text, 'late_notice'::text, 'after_due'::text])))
promise_moves promise_moves_pkey PRIMARY KEY (workspace_id, id)
promise_moves promise_moves_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
promise_moves promise_moves_workspace_id_promise_id_fkey FOREIGN KEY (workspace_id, promise_id) REFERENCES promises(workspace_id, id)
promise_moves promise_moves_workspace_id_telling_id_fkey FOREIGN KEY (workspace_id, telling_id) REFERENCES tellings(workspace_id, id)
promise_series promise_series_every_check CHECK ((every = ANY (ARRAY['day'::text, 'week'::text, 'month'::text])))
promise_series promise_series_pkey PRIMARY KEY (workspace_id, id)
promise_series promise_series_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
promise_series promise_series_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
promise_series promise_series_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id)
promise_series promise_series_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES members(workspace_id, id)
promises promises_advised_share_check CHECK (((advised_share > (0)::double precision) AND (advised_share < (1)::double precision)))
promises promises_audience_check CHECK ((audience = ANY (ARRAY['customer'::text, 'internal'::text])))
promises promises_check CHECK ((first_due_at > made_at))
promises promises_check1 CHECK ((due_at > made_at))
promises promises_check2 CHECK (((opens_at IS NULL) OR (opens_at < due_at)))
promises promises_check3 CHECK (((audience = 'customer'::text) = (customer_id IS NOT NULL)))
promises promises_check4 CHECK (((state = 'open'::text) = (settled_at IS NULL)))
promises promises_estimate_in_check CHECK ((estimate_in = ANY (ARRAY['working'::text, 'clock'::text])))
promises promises_pkey PRIMARY KEY (workspace_id, id)
promises promises_quote_rule_check CHECK ((quote_rule = ANY (ARRAY['modest'::text, 'blended'::text, 'history'::text])))
promises promises_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'kept_late'::text, 'not_kept'::text, 'released'::text, 'declined'::text, 'void'::text])))
promises promises_stated_share_check CHECK (((stated_share >= (0)::double precision) AND (stated_share <= (1)::double precision)))
promises promises_text_check CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
promises promises_verdict_check CHECK ((verdict = ANY (ARRAY['yes'::text, 'not_yet'::text])))
promises promises_workspace_id_case_id_fkey FOREIGN KEY (workspace_id, case_id) REFERENCES cases(workspace_id, id)
promises promises_workspace_id_contact_id_fkey FOREIGN KEY (workspace_id, contact_id) REFERENCES contacts(workspace_id, id)
promises promises_workspace_id_cover_id_fkey FOREIGN KEY (workspace_id, cover_id) REFERENCES members(workspace_id, id)
promises promises_workspace_id_customer_id_fkey FOREIGN KEY (workspace_id, customer_id) REFERENCES customers(workspace_id, id)
promises promises_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
promises promises_workspace_id_handler_id_fkey FOREIGN KEY (workspace_id, handler_id) REFERENCES members(workspace_id, id)
promises promises_workspace_id_joined_into_id_fkey FOREIGN KEY (workspace_id, joined_into_id) REFERENCES promises(workspace_id, id)
promises promises_workspace_id_next_owner_id_fkey FOREIGN KEY (workspace_id, next_owner_id) REFERENCES members(workspace_id, id)
promises promises_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES members(workspace_id, id)
promises promises_workspace_id_recorded_by_id_fkey FOREIGN KEY (workspace_id, recorded_by_id) REFERENCES members(workspace_id, id)
promises promises_workspace_id_series_id_fkey FOREIGN KEY (workspace_id, series_id) REFERENCES promise_series(workspace_id, id)
promises promises_workspace_id_split_from_id_fkey FOREIGN KEY (workspace_id, split_from_id) REFERENCES promises(workspace_id, id)
promises promises_workspace_id_to_member_id_fkey FOREIGN KEY (workspace_id, to_member_id) REFERENCES members(workspace_id, id)
promises promises_workspace_id_waits_for_id_fkey FOREIGN KEY (workspace_id, waits_for_id) REFERENCES promises(workspace_id, id)
push_devices push_devices_auth_check CHECK ((length(auth) = 22))
push_devices push_devices_endpoint_check CHECK (((length(endpoint) >= 1) AND (length(endpoint) <= 2000)))
push_devices push_devices_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
push_devices push_devices_p256dh_check CHECK ((length(p256dh) = 87))
push_devices push_devices_pkey PRIMARY KEY (workspace_id, id)
push_devices push_devices_workspace_id_endpoint_key UNIQUE (workspace_id, endpoint)
push_devices push_devices_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
pushes pushes_pkey PRIMARY KEY (workspace_id, id)
pushes pushes_workspace_id_device_id_fkey FOREIGN KEY (workspace_id, device_id) REFERENCES push_devices(workspace_id, id) ON DELETE CASCADE
pushes pushes_workspace_id_message_id_device_id_key UNIQUE (workspace_id, message_id, device_id)
pushes pushes_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
rings rings_pkey PRIMARY KEY (workspace_id, id)
rings rings_stage_check CHECK ((stage = ANY (ARRAY['first'::text, 'second'::text, 'due'::text, 'contested'::text, 'reopened'::text, 'contradicted'::text, 'chased'::text, 'waited_for'::text, 'handed_on'::text, 'bounced'::text])))
rings rings_workspace_id_answered_by_id_fkey FOREIGN KEY (workspace_id, answered_by_id) REFERENCES members(workspace_id, id)
rings rings_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
rings rings_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
rings rings_workspace_id_promise_id_fkey FOREIGN KEY (workspace_id, promise_id) REFERENCES promises(workspace_id, id)
saved_replies saved_replies_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
saved_replies saved_replies_pkey PRIMARY KEY (workspace_id, id)
saved_replies saved_replies_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
saved_replies saved_replies_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
saved_replies saved_replies_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
sentence_answers sentence_answers_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'es'::text, 'fr'::text])))
sentence_answers sentence_answers_pkey PRIMARY KEY (workspace_id, id)
sentence_answers sentence_answers_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
team_members team_members_pkey PRIMARY KEY (workspace_id, team_id, member_id)
team_members team_members_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
team_members team_members_workspace_id_team_id_fkey FOREIGN KEY (workspace_id, team_id) REFERENCES teams(workspace_id, id)
teams teams_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
teams teams_pkey PRIMARY KEY (workspace_id, id)
teams teams_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars(workspace_id, id)
teams teams_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
tellings tellings_about_check CHECK ((about = ANY (ARRAY['move'::text, 'update'::text, 'keep'::text, 'release'::text, 'decline'::text, 'failure'::text, 'hold_up'::text, 'hand_on'::text, 'holding'::text, 'correction'::text])))
tellings tellings_author_check CHECK ((author = ANY (ARRAY['human'::text, 'automatic'::text])))
tellings tellings_pkey PRIMARY KEY (workspace_id, id)
tellings tellings_undone_why_check CHECK ((undone_why = ANY (ARRAY['contradicted'::text, 'bounced'::text, 'failed'::text])))
tellings tellings_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
tellings tellings_workspace_id_message_id_fkey FOREIGN KEY (workspace_id, message_id) REFERENCES messages(workspace_id, id)
tellings tellings_workspace_id_promise_id_fkey FOREIGN KEY (workspace_id, promise_id) REFERENCES promises(workspace_id, id)
verdicts verdicts_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'not_yet'::text])))
verdicts verdicts_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'not_kept'::text, 'open_again'::text])))
verdicts verdicts_pkey PRIMARY KEY (workspace_id, id)
verdicts verdicts_workspace_id_by_contact_id_fkey FOREIGN KEY (workspace_id, by_contact_id) REFERENCES contacts(workspace_id, id)
verdicts verdicts_workspace_id_by_member_id_fkey FOREIGN KEY (workspace_id, by_member_id) REFERENCES members(workspace_id, id)
verdicts verdicts_workspace_id_promise_id_fkey FOREIGN KEY (workspace_id, promise_id) REFERENCES promises(workspace_id, id)
views views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
views views_pkey PRIMARY KEY (workspace_id, id)
views views_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(workspace_id)
views views_workspace_id_member_id_fkey FOREIGN KEY (workspace_id, member_id) REFERENCES members(workspace_id, id)
workspaces workspaces_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
workspaces workspaces_pkey PRIMARY KEY (workspace_id)
workspaces workspaces_workspace_id_calendar_id_fkey FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars(workspace_id, id) DEFERRABLE INITIALLY DEFERRED

-- indexes
CREATE INDEX absences_member ON public.absences USING btree (workspace_id, member_id, until_at)
CREATE INDEX accounts_user ON auth.accounts USING btree (user_id)
CREATE INDEX arrivals_copies ON public.arrivals USING btree (workspace_id, member_id, id) WHERE (member_id IS NOT NULL)
CREATE INDEX arrivals_file ON public.arrivals USING btree (file_at, workspace_id, id) WHERE (file_at IS NOT NULL)
CREATE INDEX arrivals_forget ON public.arrivals USING btree (forget_at, workspace_id, id) WHERE (forget_at IS NOT NULL)
CREATE INDEX arrivals_message ON public.arrivals USING btree (workspace_id, message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX arrivals_state ON public.arrivals USING btree (workspace_id, state, id)
CREATE INDEX attachments_forget ON public.attachments USING btree (forget_at, workspace_id, id) WHERE (forget_at IS NOT NULL)
CREATE INDEX attachments_message ON public.attachments USING btree (workspace_id, message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX attachments_unsent ON public.attachments USING btree (workspace_id, made_by_id) WHERE (message_id IS NULL)
CREATE INDEX calendars_holidays ON public.calendars USING btree (holidays_at, workspace_id, id) WHERE (holidays_at IS NOT NULL)
CREATE INDEX case_answers_case ON public.case_answers USING btree (workspace_id, case_id, at)
CREATE INDEX case_cause_words_cause ON public.case_cause_words USING btree (workspace_id, cause_id, at)
CREATE INDEX case_causes_ended ON public.case_causes USING btree (workspace_id, ended_at) WHERE (ended_at IS NOT NULL)
CREATE INDEX case_causes_open ON public.case_causes USING btree (workspace_id, id) WHERE (ended_at IS NULL)
CREATE INDEX case_messages_case ON public.case_messages USING btree (workspace_id, case_id, message_id)
CREATE INDEX case_pulses_case ON public.case_pulses USING btree (workspace_id, case_id, at)
CREATE INDEX case_rings_case ON public.case_rings USING btree (workspace_id, case_id, rang_at)
CREATE INDEX case_rings_mail ON public.case_rings USING btree (mail_at, workspace_id, id) WHERE (mail_at IS NOT NULL)
CREATE INDEX case_rings_mail_of_member ON public.case_rings USING btree (workspace_id, member_id) WHERE (mail_at IS NOT NULL)
CREATE INDEX case_rings_message ON public.case_rings USING btree (workspace_id, message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX case_rings_unanswered ON public.case_rings USING btree (workspace_id, member_id, rang_at) WHERE (answered_at IS NULL)
CREATE INDEX cases_cause ON public.cases USING btree (workspace_id, cause_id) WHERE (cause_id IS NOT NULL)
CREATE INDEX cases_customer ON public.cases USING btree (workspace_id, customer_id, raised_at DESC, id DESC)
CREATE INDEX cases_handled ON public.cases USING btree (workspace_id, handler_id, raised_at DESC, id DESC)
CREATE INDEX cases_laid_aside ON public.cases USING btree (workspace_id, snoozed_until_at) WHERE (snoozed_until_at IS NOT NULL)
CREATE INDEX cases_newest ON public.cases USING btree (workspace_id, raised_at DESC, id DESC)
CREATE INDEX cases_of_team ON public.cases USING btree (workspace_id, team_id, raised_at DESC, id DESC)
CREATE INDEX cases_offered ON public.cases USING btree (workspace_id, next_owner_id) WHERE (next_owner_id IS NOT NULL)
CREATE INDEX cases_owned ON public.cases USING btree (workspace_id, owner_id, raised_at DESC, id DESC)
CREATE INDEX cases_ring ON public.cases USING btree (next_ring_at, workspace_id, id) WHERE (next_ring_at IS NOT NULL)
CREATE INDEX cases_search ON public.cases USING gin (workspace_id, folded(subject) gin_trgm_ops) WITH (fastupdate=off)
CREATE INDEX cases_unowned ON public.cases USING btree (workspace_id, raised_at DESC, id DESC) WHERE ((owner_id IS NULL) AND (state = 'open'::text))
CREATE INDEX cases_urgent ON public.cases USING btree (workspace_id, (
CASE
    WHEN ((owner_id IS NULL) AND (state = 'open'::text)) THEN recorded_at
    ELSE COALESCE(status_due_at, ask_at, '9999-12-31 00:00:00+00'::timestamp with time zone)
END), id) WHERE (state = ANY (ARRAY['open'::text, 'told'::text]))
CREATE INDEX cases_urgent_of_owner ON public.cases USING btree (workspace_id, owner_id, (
CASE
    WHEN ((owner_id IS NULL) AND (state = 'open'::text)) THEN recorded_at
    ELSE COALESCE(status_due_at, ask_at, '9999-12-31 00:00:00+00'::timestamp with time zone)
END), id) WHERE (state = ANY (ARRAY['open'::text, 'told'::text]))
CREATE INDEX cases_urgent_of_team ON public.cases USING btree (workspace_id, team_id, (
CASE
    WHEN ((owner_id IS NULL) AND (state = 'open'::text)) THEN recorded_at
    ELSE COALESCE(status_due_at, ask_at, '9999-12-31 00:00:00+00'::timestamp with time zone)
END), id) WHERE (state = ANY (ARRAY['open'::text, 'told'::text]))
CREATE INDEX cases_words ON public.cases USING gin (workspace_id, to_tsvector('simple'::regconfig, folded(words))) WITH (fastupdate=off)
CREATE INDEX contact_addresses_contact ON public.contact_addresses USING btree (workspace_id, contact_id)
CREATE INDEX contact_addresses_search ON public.contact_addresses USING gin (workspace_id, folded(address) gin_trgm_ops) WITH (fastupdate=off)
CREATE INDEX contact_links_contact ON public.contact_links USING btree (workspace_id, contact_id, expires_at)
CREATE INDEX contact_merges_into ON public.contact_merges USING btree (workspace_id, into_id) WHERE (undone_at IS NULL)
CREATE INDEX contacts_customer ON public.contacts USING btree (workspace_id, customer_id)
CREATE INDEX contacts_search ON public.contacts USING gin (workspace_id, folded(name) gin_trgm_ops) WITH (fastupdate=off)
CREATE INDEX customer_merges_into ON public.customer_merges USING btree (workspace_id, into_id) WHERE (undone_at IS NULL)
CREATE INDEX customers_calendar ON public.customers USING btree (workspace_id, calendar_id, id) WHERE (calendar_id IS NOT NULL)
CREATE INDEX customers_newest ON public.customers USING btree (workspace_id, created_at DESC, id DESC)
CREATE INDEX customers_search ON public.customers USING gin (workspace_id, folded(name) gin_trgm_ops) WITH (fastupdate=off)
CREATE INDEX idempotency_keys_made ON public.idempotency_keys USING btree (workspace_id, made_at)
CREATE INDEX journal_at ON public.journal USING btree (workspace_id, at)
CREATE INDEX journal_subject ON public.journal USING btree (workspace_id, subject_id, at)
CREATE INDEX journal_texts_chain ON public.journal_texts USING btree (workspace_id, chain_id)
CREATE INDEX mailboxes_look ON public.mailboxes USING btree (next_look_at, workspace_id, id) WHERE (next_look_at IS NOT NULL)
CREATE INDEX members_by_email ON public.members USING btree (lower(email)) WHERE (left_at IS NULL)
CREATE INDEX members_of_user ON public.members USING btree (user_id) WHERE (user_id IS NOT NULL)
CREATE INDEX messages_case_rings ON public.messages USING btree (workspace_id, member_id, queued_at DESC) WHERE (letter = 'caseRings'::text)
CREATE INDEX messages_customer ON public.messages USING btree (workspace_id, customer_id, queued_at DESC)
CREATE INDEX messages_failed ON public.messages USING btree (workspace_id, by_member_id) WHERE ((state = ANY (ARRAY['failed'::text, 'bounced'::text])) AND (problem_settled_at IS NULL))
CREATE INDEX messages_from ON public.messages USING btree (workspace_id, from_address, queued_at) WHERE (from_address IS NOT NULL)
CREATE INDEX messages_header ON public.messages USING btree (workspace_id, message_id_header) WHERE (message_id_header IS NOT NULL)
CREATE INDEX messages_heed ON public.messages USING btree (heed_at, workspace_id, id) WHERE (heed_at IS NOT NULL)
CREATE INDEX messages_outbox ON public.messages USING btree (next_attempt_at, workspace_id, id) WHERE (next_attempt_at IS NOT NULL)
CREATE INDEX messages_questions ON public.messages USING btree (workspace_id, contact_id, queued_at) WHERE is_question
CREATE INDEX messages_rings ON public.messages USING btree (workspace_id, member_id, queued_at DESC) WHERE (letter = 'rings'::text)
CREATE INDEX passkeys_user ON auth.passkeys USING btree (user_id)
CREATE INDEX profile_entries_customer ON public.profile_entries USING btree (workspace_id, customer_id)
CREATE INDEX promise_moves_promise ON public.promise_moves USING btree (workspace_id, promise_id, asked_at)
CREATE INDEX promise_moves_telling ON public.promise_moves USING btree (workspace_id, telling_id)
CREATE INDEX promise_series_owner ON public.promise_series USING btree (workspace_id, owner_id) WHERE (ended_at IS NULL)
CREATE INDEX promise_series_ring ON public.promise_series USING btree (next_ring_at, workspace_id, id) WHERE (next_ring_at IS NOT NULL)
CREATE INDEX promises_case ON public.promises USING btree (workspace_id, case_id, due_at) WHERE (case_id IS NOT NULL)
CREATE INDEX promises_covered ON public.promises USING btree (workspace_id, cover_id, due_at, id) WHERE ((state = 'open'::text) AND (cover_id IS NOT NULL))
CREATE INDEX promises_customer ON public.promises USING btree (workspace_id, customer_id, due_at DESC, id)
CREATE INDEX promises_first_due ON public.promises USING btree (workspace_id, first_due_at, id)
CREATE INDEX promises_handled ON public.promises USING btree (workspace_id, handler_id, due_at, id) WHERE ((state = 'open'::text) AND (handler_id <> owner_id))
CREATE INDEX promises_newest ON public.promises USING btree (workspace_id, recorded_at DESC, id DESC)
CREATE INDEX promises_offered ON public.promises USING btree (workspace_id, next_owner_id, due_at, id) WHERE ((state = 'open'::text) AND (next_owner_id IS NOT NULL))
CREATE INDEX promises_open ON public.promises USING btree (workspace_id, due_at, id) WHERE (state = 'open'::text)
CREATE INDEX promises_open_of ON public.promises USING btree (workspace_id, customer_id, due_at) WHERE (state = 'open'::text)
CREATE INDEX promises_ring ON public.promises USING btree (next_ring_at, workspace_id, id) WHERE (next_ring_at IS NOT NULL)
CREATE INDEX promises_unasked ON public.promises USING btree (workspace_id, owner_id, settled_at DESC, id) WHERE ((state = ANY (ARRAY['kept'::text, 'kept_late'::text])) AND (asked_at IS NULL) AND (verdict IS NULL))
CREATE INDEX promises_urgent ON public.promises USING btree (workspace_id, owner_id, due_at, id) WHERE (state = 'open'::text)
CREATE INDEX promises_waiting ON public.promises USING btree (workspace_id, waits_for_id) WHERE (waits_for_id IS NOT NULL)
CREATE INDEX push_devices_member ON public.push_devices USING btree (workspace_id, member_id, id)
CREATE INDEX pushes_due ON public.pushes USING btree (next_push_at, workspace_id, id)
CREATE INDEX rings_mail ON public.rings USING btree (mail_at, workspace_id, id) WHERE (mail_at IS NOT NULL)
CREATE INDEX rings_mail_of_member ON public.rings USING btree (workspace_id, member_id) WHERE (mail_at IS NOT NULL)
CREATE INDEX rings_unanswered ON public.rings USING btree (workspace_id, member_id, rang_at) WHERE (answered_at IS NULL)
CREATE INDEX sessions_expiry ON auth.sessions USING btree (expires_at)
CREATE INDEX sessions_user ON auth.sessions USING btree (user_id)
CREATE INDEX team_members_member ON public.team_members USING btree (workspace_id, member_id)
CREATE INDEX tellings_message ON public.tellings USING btree (workspace_id, message_id) WHERE (message_id IS NOT NULL)
CREATE INDEX tellings_promise ON public.tellings USING btree (workspace_id, promise_id, logged_at)
CREATE INDEX tries_until ON auth.tries USING btree (until_at)
CREATE INDEX two_factors_user ON auth.two_factors USING btree (user_id)
CREATE INDEX verdicts_promise ON public.verdicts USING btree (workspace_id, promise_id, at)
CREATE INDEX verifications_expiry ON auth.verifications USING btree (expires_at)
CREATE INDEX verifications_identifier ON auth.verifications USING btree (identifier)
CREATE INDEX views_of ON public.views USING btree (workspace_id, member_id, id)
CREATE UNIQUE INDEX absences_pkey ON public.absences USING btree (workspace_id, id)
CREATE UNIQUE INDEX accounts_pkey ON auth.accounts USING btree (id)
CREATE UNIQUE INDEX accounts_provider_id_account_id_key ON auth.accounts USING btree (provider_id, account_id)
CREATE UNIQUE INDEX api_keys_pkey ON public.api_keys USING btree (workspace_id, id)
CREATE UNIQUE INDEX arrivals_once ON public.arrivals USING btree (workspace_id, identity) WHERE (state = 'filed'::text)
CREATE UNIQUE INDEX arrivals_pkey ON public.arrivals USING btree (workspace_id, id)
CREATE UNIQUE INDEX arrivals_sid ON public.arrivals USING btree (workspace_id, sid) WHERE (sid IS NOT NULL)
CREATE UNIQUE INDEX arrivals_workspace_id_mailbox_id_uid_validity_uid_key ON public.arrivals USING btree (workspace_id, mailbox_id, uid_validity, uid)
CREATE UNIQUE INDEX attachment_parts_pkey ON public.attachment_parts USING btree (workspace_id, attachment_id, place)
CREATE UNIQUE INDEX attachments_pkey ON public.attachments USING btree (workspace_id, id)
CREATE UNIQUE INDEX calendar_feeds_open ON public.calendar_feeds USING btree (workspace_id, member_id) WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX calendar_feeds_pkey ON public.calendar_feeds USING btree (workspace_id, id)
CREATE UNIQUE INDEX calendars_pkey ON public.calendars USING btree (workspace_id, id)
CREATE UNIQUE INDEX case_answers_pkey ON public.case_answers USING btree (workspace_id, id)
CREATE UNIQUE INDEX case_cause_words_pkey ON public.case_cause_words USING btree (workspace_id, id)
CREATE UNIQUE INDEX case_causes_pkey ON public.case_causes USING btree (workspace_id, id)
CREATE UNIQUE INDEX case_messages_pkey ON public.case_messages USING btree (workspace_id, message_id)
CREATE UNIQUE INDEX case_pulses_pkey ON public.case_pulses USING btree (workspace_id, id)
CREATE UNIQUE INDEX case_rings_pkey ON public.case_rings USING btree (workspace_id, id)
CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (workspace_id, id)
CREATE UNIQUE INDEX coach_counts_pkey ON public.coach_counts USING btree (workspace_id, rule)
CREATE UNIQUE INDEX coach_dismissals_pkey ON public.coach_dismissals USING btree (workspace_id, member_id, rule)
CREATE UNIQUE INDEX contact_addresses_pkey ON public.contact_addresses USING btree (workspace_id, channel, address)
CREATE UNIQUE INDEX contact_links_pkey ON public.contact_links USING btree (workspace_id, id)
CREATE UNIQUE INDEX contact_merges_alias ON public.contact_merges USING btree (workspace_id, alias_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX contact_merges_pkey ON public.contact_merges USING btree (workspace_id, id)
CREATE UNIQUE INDEX contacts_pkey ON public.contacts USING btree (workspace_id, id)
CREATE UNIQUE INDEX customer_merges_alias ON public.customer_merges USING btree (workspace_id, alias_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX customer_merges_pkey ON public.customer_merges USING btree (workspace_id, id)
CREATE UNIQUE INDEX customers_pkey ON public.customers USING btree (workspace_id, id)
CREATE UNIQUE INDEX drafts_pkey ON public.drafts USING btree (workspace_id, id)
CREATE UNIQUE INDEX drafts_workspace_id_name_language_member_id_key ON public.drafts USING btree (workspace_id, name, language, member_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX forms_pkey ON public.forms USING btree (workspace_id, id)
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (workspace_id, actor_id, key)
CREATE UNIQUE INDEX invitations_open ON public.invitations USING btree (workspace_id, lower(email)) WHERE ((revoked_at IS NULL) AND (accepted_at IS NULL))
CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (workspace_id, id)
CREATE UNIQUE INDEX journal_heads_pkey ON public.journal_heads USING btree (workspace_id, chain_id)
CREATE UNIQUE INDEX journal_pkey ON public.journal USING btree (workspace_id, chain_id, seq)
CREATE UNIQUE INDEX journal_texts_pkey ON public.journal_texts USING btree (workspace_id, digest)
CREATE UNIQUE INDEX mailboxes_address ON public.mailboxes USING btree (workspace_id, address) WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX mailboxes_pkey ON public.mailboxes USING btree (workspace_id, id)
CREATE UNIQUE INDEX members_email ON public.members USING btree (workspace_id, lower(email)) WHERE (left_at IS NULL)
CREATE UNIQUE INDEX members_pkey ON public.members USING btree (workspace_id, id)
CREATE UNIQUE INDEX members_user ON public.members USING btree (workspace_id, user_id) WHERE (left_at IS NULL)
CREATE UNIQUE INDEX messages_pkey ON public.messages USING btree (workspace_id, id)
CREATE UNIQUE INDEX migrations_pkey ON public.migrations USING btree (name)
CREATE UNIQUE INDEX numbers_one ON public.numbers USING btree (workspace_id) WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX numbers_pkey ON public.numbers USING btree (workspace_id, id)
CREATE UNIQUE INDEX passkeys_credential_id_key ON auth.passkeys USING btree (credential_id)
CREATE UNIQUE INDEX passkeys_pkey ON auth.passkeys USING btree (id)
CREATE UNIQUE INDEX policies_pkey ON public.policies USING btree (workspace_id, scope, name)
CREATE UNIQUE INDEX presences_pkey ON public.presences USING btree (workspace_id, member_id)
CREATE UNIQUE INDEX profile_entries_pkey ON public.profile_entries USING btree (workspace_id, id)
CREATE UNIQUE INDEX promise_moves_pkey ON public.promise_moves USING btree (workspace_id, id)
CREATE UNIQUE INDEX promise_series_pkey ON public.promise_series USING btree (workspace_id, id)
CREATE UNIQUE INDEX promises_pkey ON public.promises USING btree (workspace_id, id)
CREATE UNIQUE INDEX push_devices_pkey ON public.push_devices USING btree (workspace_id, id)
CREATE UNIQUE INDEX push_devices_workspace_id_endpoint_key ON public.push_devices USING btree (workspace_id, endpoint)
CREATE UNIQUE INDEX pushes_pkey ON public.pushes USING btree (workspace_id, id)
CREATE UNIQUE INDEX pushes_workspace_id_message_id_device_id_key ON public.pushes USING btree (workspace_id, message_id, device_id)
CREATE UNIQUE INDEX rings_once ON public.rings USING btree (workspace_id, promise_id, stage, planned_at, member_id)
CREATE UNIQUE INDEX rings_pkey ON public.rings USING btree (workspace_id, id)
CREATE UNIQUE INDEX saved_replies_pkey ON public.saved_replies USING btree (workspace_id, id)
CREATE UNIQUE INDEX sentence_answers_pkey ON public.sentence_answers USING btree (workspace_id, id)
CREATE UNIQUE INDEX sessions_pkey ON auth.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token_key ON auth.sessions USING btree (token)
CREATE UNIQUE INDEX team_members_duty ON public.team_members USING btree (workspace_id, team_id, duty_rank)
CREATE UNIQUE INDEX team_members_pkey ON public.team_members USING btree (workspace_id, team_id, member_id)
CREATE UNIQUE INDEX teams_name ON public.teams USING btree (workspace_id, lower(name))
CREATE UNIQUE INDEX teams_pkey ON public.teams USING btree (workspace_id, id)
CREATE UNIQUE INDEX tellings_pkey ON public.tellings USING btree (workspace_id, id)
CREATE UNIQUE INDEX tries_pkey ON auth.tries USING btree (name)
CREATE UNIQUE INDEX two_factors_pkey ON auth.two_factors USING btree (id)
CREATE UNIQUE INDEX users_email_key ON auth.users USING btree (email)
CREATE UNIQUE INDEX users_pkey ON auth.users USING btree (id)
CREATE UNIQUE INDEX verdicts_pkey ON public.verdicts USING btree (workspace_id, id)
CREATE UNIQUE INDEX verifications_pkey ON auth.verifications USING btree (id)
CREATE UNIQUE INDEX views_pkey ON public.views USING btree (workspace_id, id)
CREATE UNIQUE INDEX workspaces_pkey ON public.workspaces USING btree (workspace_id)

-- row level security
absences own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
absences walled true
api_keys own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
api_keys walled true
arrivals clock_sees_keys SELECT to truepenny_clock using true check 
arrivals own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
arrivals walled true
attachment_parts own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
attachment_parts walled true
attachments clock_sees_keys SELECT to truepenny_clock using true check 
attachments own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
attachments walled true
calendar_feeds own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
calendar_feeds walled true
calendars clock_sees_keys SELECT to truepenny_clock using true check 
calendars own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
calendars walled true
case_answers own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
case_answers walled true
case_cause_words own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
case_cause_words walled true
case_causes own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
case_causes walled true
case_messages own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
case_messages walled true
case_pulses own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
case_pulses walled true
case_rings clock_sees_keys SELECT to truepenny_clock using true check 
case_rings own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
case_rings walled true
cases clock_sees_keys SELECT to truepenny_clock using true check 
cases own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
cases walled true
coach_counts own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
coach_counts walled true
coach_dismissals own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
coach_dismissals walled true
contact_addresses own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
contact_addresses walled true
contact_links own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
contact_links walled true
contact_merges own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
contact_merges walled true
contacts own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
contacts walled true
customer_merges own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
customer_merges walled true
customers own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
customers walled true
drafts own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
drafts walled true
forms own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
forms walled true
idempotency_keys clock_sees_keys SELECT to truepenny_clock using true check 
idempotency_keys own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
idempotency_keys walled true
invitations own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
invitations walled true
journal own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
journal walled true
journal_heads own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
journal_heads walled true
journal_texts own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
journal_texts walled true
mailboxes clock_sees_keys SELECT to truepenny_clock using true check 
mailboxes own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
mailboxes walled true
members auth_sees_who_works_where SELECT to truepenny_auth using true check 
members own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
members walled true
messages clock_sees_keys SELECT to truepenny_clock using true check 
messages own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
messages walled true
migrations walled false
numbers own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
numbers walled true
policies own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
policies walled true
presences own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
presences walled true
profile_entries own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
profile_entries walled true
promise_moves own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
promise_moves walled true
promise_series clock_sees_keys SELECT to truepenny_clock using true check 
promise_series own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
promise_series walled true
promises clock_sees_keys SELECT to truepenny_clock using true check 
promises own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
promises walled true
push_devices own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
push_devices walled true
pushes clock_sees_keys SELECT to truepenny_clock using true check 
pushes own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
pushes walled true
rings clock_sees_keys SELECT to truepenny_clock using true check 
rings own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
rings walled true
saved_replies own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
saved_replies walled true
sentence_answers own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
sentence_answers walled true
team_members own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
team_members walled true
teams own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
teams walled true
tellings own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
tellings walled true
verdicts own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
verdicts walled true
views own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
views walled true
workspaces auth_sees_names SELECT to truepenny_auth using true check 
workspaces clock_sees_keys SELECT to truepenny_clock using true check 
workspaces own_workspace ALL to truepenny_app using (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid) check (workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)
workspaces walled true

-- rights
absences postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
api_keys postgres=arwdDxtm/postgres truepenny_app=arw/postgres
arrivals postgres=arwdDxtm/postgres truepenny_app=arw/postgres
arrivals.file_at truepenny_clock=r/postgres
arrivals.forget_at truepenny_clock=r/postgres
arrivals.id truepenny_clock=r/postgres
arrivals.version truepenny_clock=r/postgres
arrivals.workspace_id truepenny_clock=r/postgres
attachment_parts postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
attachments postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
attachments.forget_at truepenny_clock=r/postgres
attachments.id truepenny_clock=r/postgres
attachments.version truepenny_clock=r/postgres
attachments.workspace_id truepenny_clock=r/postgres
auth.accounts postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
auth.passkeys postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
auth.sessions postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
auth.tries postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
auth.two_factors postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
auth.users postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
auth.verifications postgres=arwdDxtm/postgres truepenny_auth=arwd/postgres
calendar_feeds postgres=arwdDxtm/postgres truepenny_app=arw/postgres
calendars postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
calendars.holidays_at truepenny_clock=r/postgres
calendars.id truepenny_clock=r/postgres
calendars.version truepenny_clock=r/postgres
calendars.workspace_id truepenny_clock=r/postgres
case_answers postgres=arwdDxtm/postgres truepenny_app=arw/postgres
case_cause_words postgres=arwdDxtm/postgres truepenny_app=arw/postgres
case_causes postgres=arwdDxtm/postgres truepenny_app=arw/postgres
case_messages postgres=arwdDxtm/postgres truepenny_app=arw/postgres
case_pulses postgres=arwdDxtm/postgres truepenny_app=arw/postgres
case_rings postgres=arwdDxtm/postgres truepenny_app=arw/postgres
case_rings.id truepenny_clock=r/postgres
case_rings.mail_at truepenny_clock=r/postgres
case_rings.member_id truepenny_clock=r/postgres
case_rings.workspace_id truepenny_clock=r/postgres
cases postgres=arwdDxtm/postgres truepenny_app=arw/postgres
cases.id truepenny_clock=r/postgres
cases.next_ring_at truepenny_clock=r/postgres
cases.version truepenny_clock=r/postgres
cases.workspace_id truepenny_clock=r/postgres
coach_counts postgres=arwdDxtm/postgres truepenny_app=arw/postgres
coach_dismissals postgres=arwdDxtm/postgres truepenny_app=ard/postgres
contact_addresses postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
contact_links postgres=arwdDxtm/postgres truepenny_app=arw/postgres
contact_merges postgres=arwdDxtm/postgres truepenny_app=arw/postgres
contacts postgres=arwdDxtm/postgres truepenny_app=arw/postgres
customer_merges postgres=arwdDxtm/postgres truepenny_app=arw/postgres
customers postgres=arwdDxtm/postgres truepenny_app=arw/postgres
drafts postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
forms postgres=arwdDxtm/postgres truepenny_app=arw/postgres
idempotency_keys postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
idempotency_keys.made_at truepenny_clock=r/postgres
idempotency_keys.workspace_id truepenny_clock=r/postgres
invitations postgres=arwdDxtm/postgres truepenny_app=arw/postgres
journal postgres=arwdDxtm/postgres truepenny_app=ar/postgres
journal_heads postgres=arwdDxtm/postgres truepenny_app=arw/postgres
journal_texts postgres=arwdDxtm/postgres truepenny_app=ard/postgres
mailboxes postgres=arwdDxtm/postgres truepenny_app=arw/postgres
mailboxes.id truepenny_clock=r/postgres
mailboxes.next_look_at truepenny_clock=r/postgres
mailboxes.version truepenny_clock=r/postgres
mailboxes.workspace_id truepenny_clock=r/postgres
members postgres=arwdDxtm/postgres truepenny_app=arw/postgres
members.email truepenny_auth=r/postgres
members.id truepenny_auth=r/postgres
members.joined_at truepenny_auth=r/postgres
members.left_at truepenny_auth=r/postgres
members.name truepenny_auth=r/postgres
members.user_id truepenny_auth=r/postgres
members.workspace_id truepenny_auth=r/postgres
messages postgres=arwdDxtm/postgres truepenny_app=arw/postgres
messages.heed_at truepenny_clock=r/postgres
messages.id truepenny_clock=r/postgres
messages.next_attempt_at truepenny_clock=r/postgres
messages.version truepenny_clock=r/postgres
messages.workspace_id truepenny_clock=r/postgres
numbers postgres=arwdDxtm/postgres truepenny_app=arw/postgres
policies postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
presences postgres=arwdDxtm/postgres truepenny_app=arw/postgres
profile_entries postgres=arwdDxtm/postgres truepenny_app=arw/postgres
promise_moves postgres=arwdDxtm/postgres truepenny_app=arw/postgres
promise_series postgres=arwdDxtm/postgres truepenny_app=arw/postgres
promise_series.id truepenny_clock=r/postgres
promise_series.next_ring_at truepenny_clock=r/postgres
promise_series.version truepenny_clock=r/postgres
promise_series.workspace_id truepenny_clock=r/postgres
promises postgres=arwdDxtm/postgres truepenny_app=arw/postgres
promises.id truepenny_clock=r/postgres
promises.next_ring_at truepenny_clock=r/postgres
promises.version truepenny_clock=r/postgres
promises.workspace_id truepenny_clock=r/postgres
push_devices postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
pushes postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
pushes.id truepenny_clock=r/postgres
pushes.next_push_at truepenny_clock=r/postgres
pushes.version truepenny_clock=r/postgres
pushes.workspace_id truepenny_clock=r/postgres
rings postgres=arwdDxtm/postgres truepenny_app=arw/postgres
rings.id truepenny_clock=r/postgres
rings.mail_at truepenny_clock=r/postgres
rings.member_id truepenny_clock=r/postgres
rings.workspace_id truepenny_clock=r/postgres
saved_replies postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
sentence_answers postgres=arwdDxtm/postgres truepenny_app=ar/postgres
team_members postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
teams postgres=arwdDxtm/postgres truepenny_app=arw/postgres
tellings postgres=arwdDxtm/postgres truepenny_app=arw/postgres
verdicts postgres=arwdDxtm/postgres truepenny_app=arw/postgres
views postgres=arwdDxtm/postgres truepenny_app=arwd/postgres
workspaces postgres=arwdDxtm/postgres truepenny_app=arw/postgres
workspaces.name truepenny_auth=r/postgres
workspaces.workspace_id truepenny_clock=r/postgres truepenny_auth=r/postgres

-- functions
CREATE OR REPLACE FUNCTION public.find_cases(wanted text, most integer)
 RETURNS TABLE(case_id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.45'
 SET enable_seqscan TO 'off'
AS $function$
declare
  here constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  sought constant text := folded(left(wanted, 100));
  beginnings constant text := (
    select string_agg('''' || replace(lexeme, '''', '''''') || ''':*', ' & ') from unnest(to_tsvector('simple', sought)));
begin
  if here is null or cardinality(show_trgm(sought)) = 0 then
    return;
  end if;
  return query
    with hits as (
      (select c.id, word_similarity(sought, folded(c.subject)) as likeness from cases c
        where c.workspace_id = here and folded(c.subject) %> sought limit 2000)
      union all
      (select c.id, 0.5 from cases c
        where c.workspace_id = here and to_tsvector('simple', folded(c.words)) @@ to_tsquery('simple', beginnings)
        limit 2000)
      union all
      (select c.id, 0.4 from find_customers(wanted, 50) named
        join cases c on c.workspace_id = here and c.customer_id = named.customer_id limit 2000)
    )
    select h.id, max(h.likeness)::real as best
    from hits h group by h.id order by best desc, h.id desc limit least(most, 200);
end $function$
 -- postgres=X/postgres truepenny_app=X/postgres
CREATE OR REPLACE FUNCTION public.find_customers(wanted text, most integer)
 RETURNS TABLE(customer_id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.45'
 SET enable_seqscan TO 'off'
AS $function$
declare
  here constant uuid := nullif(current_setting('app.workspace_id', true), '')::uuid;
  sought constant text := case when left(wanted, 100) ~ '^[0-9 +()/.-]+$'
    then ltrim(translate(left(wanted, 100), ' +()/.-', ''), '0') else folded(left(wanted, 100)) end;
begin
  if here is null or cardinality(show_trgm(sought)) = 0 then
    return;
  end if;
  return query
    with hits as (
      (select c.id, folded(c.name) as words from customers c
        where c.workspace_id = here and folded(c.name) %> sought limit 2000)
      union all
      (select c.customer_id, folded(c.name) from contacts c
        where c.workspace_id = here and folded(c.name) %> sought limit 2000)
      union all
      (select c.customer_id, folded(a.address) from contact_addresses a
        join contacts c on c.workspace_id = a.workspace_id and c.id = a.contact_id
        where a.workspace_id = here and folded(a.address) %> sought limit 2000)
    )
    select h.id, max((word_similarity(sought, h.words) + similarity(sought, h.words)) / 2)::real as best
    from hits h group by h.id order by best desc, h.id desc limit least(most, 200);
end $function$
 -- postgres=X/postgres truepenny_app=X/postgres
CREATE OR REPLACE FUNCTION public.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(translate(replace(regexp_replace(lower("normalize"(words, 'NFKD'::text)), '[̀-ͯ]'::text, ''::text, 'g'::text), 'ß'::text, 'ss'::text), 'æœøðłđıþ'::text, 'aeodldit'::text), '([aou])e'::text, '\1'::text, 'g'::text)
 -- public
