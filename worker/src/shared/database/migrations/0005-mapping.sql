-- Mappings that admins publish, and where each value in Salesforce came from.

-- Never changed once it is there: what a number means is what was published under it.
create table cartbridge.mapping_version (
  shop_id text not null references cartbridge.shop,
  number int not null,
  org_id text not null references cartbridge.org,
  definition jsonb not null,
  -- The record it was published from; null for a template until Salesforce has it.
  salesforce_id text,
  author text not null default '',
  reason text not null default '',
  published_at timestamptz not null default now(),
  primary key (shop_id, number)
);
-- A publish that is done twice, after a crash, finds what it did the first time.
create unique index mapping_version_record on cartbridge.mapping_version (org_id, salesforce_id);

-- The version that holds; null until the shop is first worked for.
alter table cartbridge.shop add column mapping_version int;

-- Fields that Salesforce no longer takes. Rows are written without them until they are back.
create table cartbridge.paused_field (
  org_id text not null references cartbridge.org on delete cascade,
  object text not null,
  field text not null,
  code text not null,
  message text not null,
  since timestamptz not null default now(),
  checked_at timestamptz not null default now(),
  primary key (org_id, object, field)
);

-- How the last write of a row came about.
alter table cartbridge.written
  add column mapping_version int,
  add column written_at timestamptz,
  add column event_scope text,
  add column event_received_at timestamptz,
  -- What the row was mapped from, as the mapping saw it; swept, as it is personal and large. Not
  -- jsonb: a shop's own text may hold what jsonb refuses, and no order shall fail for that.
  add column source json;
create index written_source on cartbridge.written (written_at) where source is not null;

-- What the shop last said of a person: whose word it was, when, and the profile. Not jsonb, as above.
alter table cartbridge.person add column profile json;
