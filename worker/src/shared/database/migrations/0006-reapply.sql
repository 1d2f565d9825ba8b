-- A shop's records that are brought to the current mapping, slice by slice. The row outlives a crash
-- and goes with its job's end.
create table cartbridge.reapply (
  shop_id text primary key references cartbridge.shop,
  org_id text not null references cartbridge.org on delete cascade,
  -- The Sync_Job__c.
  job_id text not null,
  -- Everything up to this record key was added.
  last_key text not null default '',
  total int not null,
  completed int not null default 0,
  failed int not null default 0,
  -- The records that were added last; null once all of them are settled.
  slice text[]
);
-- Where a value in Salesforce came from is asked by the record's id.
create index written_salesforce on cartbridge.written (org_id, salesforce_id);
