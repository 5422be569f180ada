-- Customers whose name looks like the words: the trigram index alone, without ranking, as the owner, since behind Row Level
-- Security PostgreSQL would not use it.
begin;
select set_config('pg_trgm.word_similarity_threshold', '0.45', true);
select id from customers where workspace_id = :workspace and folded(name) %> folded(:words) limit 2000;
commit;
