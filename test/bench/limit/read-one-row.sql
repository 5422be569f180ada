-- One row by its key: less than any answer needs, and here only to compare with.
begin;
select set_config('app.workspace_id', :workspace, true);
select * from promises where workspace_id = :workspace and id = :promise;
commit;
