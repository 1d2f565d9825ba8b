-- Whose order it is: what is known of people beyond their names, and what Salesforce's users decided.

alter table cartbridge.person
  -- A person account is an Account; its contact is what other records point at.
  drop constraint person_object_check,
  add constraint person_object_check check (object in ('Lead', 'Contact', 'Account')),
  add column contact_id text,
  -- The Account of their Contact, as Salesforce last told.
  add column account_id text,
  -- Somebody deleted their record in Salesforce: it is not made again.
  add column deleted_at timestamptz,
  -- As Salesforce last told; the shop's word is in `consent`.
  add column opted_out boolean not null default false,
  -- What each shop last said: {"<shop>": {"marketing": true|false|null, "cartMail": …, "saidAt": …}}.
  add column consent jsonb not null default '{}',
  -- A person decided that nobody in Salesforce is this shopper.
  add column made_anew boolean not null default false,
  add column company_key text,
  add column loyalty_points numeric,
  add column created_at timestamptz not null default now();
create index person_salesforce on cartbridge.person (org_id, salesforce_id);
create index person_contact on cartbridge.person (org_id, contact_id) where contact_id is not null;
create index person_email on cartbridge.person (org_id, email);

-- Records in Salesforce that were a person's: their ids still come along in changes.
create table cartbridge.former_link (
  org_id text not null references cartbridge.org on delete cascade,
  salesforce_id text not null,
  object text not null check (object in ('Lead', 'Contact', 'Account')),
  person_id uuid not null references cartbridge.person on delete cascade,
  -- Merged and converted ones are closed; a surplus one is still there, beside the right one.
  why text not null check (why in ('Merged', 'Converted', 'Deleted', 'Surplus')),
  since timestamptz not null default now(),
  primary key (org_id, salesforce_id)
);
create index former_link_person on cartbridge.former_link (person_id);

-- Questions only people can answer: who a shopper is in Salesforce.
create table cartbridge.match_review (
  id uuid primary key default gen_random_uuid(),
  org_id text not null references cartbridge.org on delete cascade,
  shop_id text not null references cartbridge.shop on delete cascade,
  person_id uuid not null references cartbridge.person on delete cascade,
  reason text not null,
  -- The shopper and the candidates side by side; not jsonb, for it holds the shop's text.
  evidence json not null,
  status text not null default 'Open' check (status in ('Open', 'Decided', 'Withdrawn')),
  decision text,
  chosen_id text,
  opened_at timestamptz not null default now(),
  decided_at timestamptz,
  -- As Salesforce was last told of it.
  told text
);
create unique index match_review_open on cartbridge.match_review (person_id, reason)
  where status = 'Open';
create index match_review_org on cartbridge.match_review (org_id, status);

-- How far the changes of people in Salesforce were followed.
create table cartbridge.people_watch (
  org_id text not null references cartbridge.org on delete cascade,
  object text not null,
  followed_to timestamptz not null,
  primary key (org_id, object)
);

-- Companies of the shops, and the Accounts they are.
create table cartbridge.company (
  org_id text not null references cartbridge.org on delete cascade,
  -- `<shop>:company:<id>`.
  key text not null,
  name text,
  parent_key text,
  account_id text,
  primary key (org_id, key)
);
create index company_account on cartbridge.company (org_id, account_id);

-- What belongs to an order and comes as a record of its own: shipments and returns.
create table cartbridge.order_part (
  key text primary key,
  org_id text not null references cartbridge.org on delete cascade,
  order_key text not null
);
create index order_part_order on cartbridge.order_part (order_key);

-- People who were erased, as digests of their names: what comes of them later is not taken in.
create table cartbridge.erased_name (
  org_id text not null references cartbridge.org on delete cascade,
  digest text not null,
  erased_at timestamptz not null default now(),
  primary key (org_id, digest)
);

-- Receipts. Nothing in them says whose.
create table cartbridge.erasure (
  id uuid primary key default gen_random_uuid(),
  org_id text not null references cartbridge.org on delete cascade,
  asked_by text not null,
  done_at timestamptz not null default now(),
  -- What was erased, by place: counts.
  receipt jsonb not null
);

-- Shops that are asked instead of telling: how far, and what was seen a moment ago.
create table cartbridge.poll_mark (
  shop_id text not null references cartbridge.shop on delete cascade,
  kind text not null,
  polled_to timestamptz not null,
  polled_at timestamptz not null default now(),
  primary key (shop_id, kind)
);
create table cartbridge.polled (
  shop_id text not null references cartbridge.shop on delete cascade,
  kind text not null,
  record_id text not null,
  version text not null,
  seen_at timestamptz not null default now(),
  primary key (shop_id, kind, record_id)
);
create index polled_seen on cartbridge.polled (seen_at);
