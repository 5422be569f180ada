-- Three questions that read a whole table: which rings of a member wait to be mailed, which move a telling was about, and
-- which running series are a member's.

create index rings_mail_of_member on rings (workspace_id, member_id) where mail_at is not null;
create index promise_moves_telling on promise_moves (workspace_id, telling_id);
create index promise_series_owner on promise_series (workspace_id, owner_id) where ended_at is null;
