-- What members answered when a sentence was shown as a promise, or was not: the names of the rules that it set off and
-- the answer. Never the sentence itself: it stands in the message it came from, and nowhere else because of this.
create table sentence_answers (
  workspace_id uuid not null,
  id uuid not null,
  language text not null check (language in ('en', 'de', 'es', 'fr')),
  rules text[] not null,
  is_promise boolean not null,
  by_member_id uuid not null,
  at timestamptz(3) not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_member_id) references members
);

alter table sentence_answers enable row level security;
create policy own_workspace on sentence_answers to truepenny_app
  using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
-- An answer is a fact: it may be added to, not changed.
grant select, insert on sentence_answers to truepenny_app;
