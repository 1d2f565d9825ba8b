-- What the screens in Salesforce are told, and who tells them.

-- One process at a time speaks for an org; the others take over when it falls silent.
create table cartbridge.control (
  org_id text primary key references cartbridge.org on delete cascade,
  holder uuid not null,
  held_until timestamptz not null
);

-- Counts by the hour, so that a day's chart does not count a day's events each minute.
create table cartbridge.hour (
  org_id text not null references cartbridge.org on delete cascade,
  hour timestamptz not null,
  received int not null default 0,
  written int not null default 0,
  parked int not null default 0,
  api_calls int not null default 0,
  primary key (org_id, hour)
);
create index event_received on cartbridge.event (org_id, received_at);

-- The sync issues as Salesforce was last told of them, by the record they are about.
create table cartbridge.issue (
  org_id text not null references cartbridge.org on delete cascade,
  record_key text not null,
  status text not null check (status in ('Open', 'Retrying', 'Solved', 'Ignored')),
  fingerprint text not null,
  primary key (org_id, record_key)
);

-- Values a person put in the place of what the shop says, until the shop says something else.
create table cartbridge.correction (
  org_id text not null references cartbridge.org on delete cascade,
  record_key text not null,
  object text not null,
  field text not null,
  value text not null,
  -- What the mapping gave when the correction was first used; another value is news from the shop.
  instead_of text,
  primary key (org_id, record_key, object, field)
);

-- When something of the shop was last brought into Salesforce. What the shop last said of its
-- webhooks is in `settings`.
alter table cartbridge.shop add column last_success_at timestamptz;

-- Where the org's events are listened to. Not among the settings that a screen may change: the
-- session goes there.
alter table cartbridge.org
  add column pubsub_endpoint text not null default 'api.pubsub.salesforce.com:7443';
