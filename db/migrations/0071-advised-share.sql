-- With which odds the advised time was to be kept, as the policy had it when the promise was recorded: the advisor is
-- held to what it said then. Null means the usual 95 %, as it was for all until now.
alter table promises add column advised_share double precision check (advised_share > 0 and advised_share < 1);
