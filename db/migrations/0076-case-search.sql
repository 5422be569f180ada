-- The inbox: what is open, the most urgent first, whoever's it is; and a door to search it by words.

create index cases_urgent on cases (workspace_id,
  (case when owner_id is null and state = 'open' then recorded_at
    else coalesce(status_due_at, ask_at, '9999-12-31T00:00:00Z'::timestamptz) end), id) where state in ('open', 'told');
create index cases_urgent_of_owner on cases (workspace_id, owner_id,
  (case when owner_id is null and state = 'open' then recorded_at
    else coalesce(status_due_at, ask_at, '9999-12-31T00:00:00Z'::timestamptz) end), id) where state in ('open', 'told');
create index cases_urgent_of_team on cases (workspace_id, team_id,
  (case when owner_id is null and state = 'open' then recorded_at
    else coalesce(status_due_at, ask_at, '9999-12-31T00:00:00Z'::timestamptz) end), id) where state in ('open', 'told');
create index cases_offered on cases (workspace_id, next_owner_id) where next_owner_id is not null;
create index cases_laid_aside on cases (workspace_id, snoozed_until_at) where snoozed_until_at is not null;

-- What is new is filed at once: see 0048.
create index cases_search on cases using gin (workspace_id, folded(subject) gin_trgm_ops) with (fastupdate = off);
create index cases_words on cases using gin (workspace_id, to_tsvector('simple', folded(words)))
  with (fastupdate = off);

-- Cases by their subject, a typo allowed, by the beginnings of words in what the customer said, or by whose they are; best
-- first. As find_customers: the workspace comes from the setting and never from the caller, ids go out and nothing else.
create function find_cases(wanted text, most integer) returns table (case_id uuid, score real)
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.45
set enable_seqscan = off
as $$
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
end $$;
revoke execute on function find_cases from public;
grant execute on function find_cases to truepenny_app;
