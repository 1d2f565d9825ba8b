-- Patience is counted for one kind of failure: two days of outage must not use up the half hour
-- that a locked record gets afterwards.
alter table cartbridge.record add column failing_kind text;
