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
  -- The record a duplicate rule named for them last: it is believed once.
  add column duplicate_of text,
  -- The campaign they are still to be added to.
  add column campaign_due text,
  add column company_key text,
  add column loyalty_points numeric,
  add column created_at timestamptz not null default now();
create index person_salesforce on cartbridge.person (org_id, salesforce_id);
create index person_contact on cartbridge.person (org_id, contact_id) where contact_id is not null;
create index person_email on cartbridge.person (org_id, email);

-- An address also names somebody within each shop that knows them, as `<shop>:email:<address>`.
insert into cartbridge.person_key (org_id, key, person_id)
select person.org_id, split_part(name, ':', 1) || ':email:' || person.email, person.id
from cartbridge.person
cross join lateral (
  select key as name from cartbridge.person_key where person_id = person.id
  union select customer_key
) as names
where person.email is not null and split_part(name, ':', 2) in ('customer', 'guest')
-- Of two customers with one address it stays the first one's.
order by exists (
  select from cartbridge.person_key
  where person_id = person.id and key = 'email:' || person.email
) desc, person.id
on conflict do nothing;

-- Records in Salesforce that were a person's: their ids still come along in changes.
create table cartbridge.former_link (
  org_id text not null references cartbridge.org on delete cascade,
  salesforce_id text not null,
  object text not null check (object in ('Lead', 'Contact', 'Account')),
  person_id uuid not null references cartbridge.person on delete cascade,
  -- Merged and converted ones are closed; a surplus one is still there, beside the right one.
  why text not null check (why in ('Merged', 'Converted', 'Deleted', 'Surplus')),
  since timestamptz not null default now(),
  -- When a surplus one was told to show nothing that a program reacts to.
  emptied_at timestamptz,
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

-- People who are another record in Salesforce than before: what points at them follows, a few of
-- their records at a time.
create table cartbridge.moved_person (
  person_id uuid primary key references cartbridge.person on delete cascade,
  org_id text not null references cartbridge.org on delete cascade,
  -- The record of theirs that was queued last.
  last_key text not null default '',
  moved_at timestamptz not null default now()
);
create index moved_person_org on cartbridge.moved_person (org_id, moved_at);

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
  -- `<shop>:company:<id>`; of one without an id a digest of its domain or name.
  key text not null,
  name text,
  parent_key text,
  account_id text,
  -- When Salesforce was asked last: without an id the answer holds for a while only.
  asked_at timestamptz,
  -- Somebody deleted its Account in Salesforce: it is not made again.
  deleted_at timestamptz,
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

-- The key of the digests below, as JWE: who has only the database cannot try addresses against them.
alter table cartbridge.org add column erasure_key text;

-- Erasures and their receipts. Nothing in them says whose, once they are done.
create table cartbridge.erasure (
  id uuid primary key default gen_random_uuid(),
  org_id text not null references cartbridge.org on delete cascade,
  asked_by text not null,
  -- Of the preview that was confirmed: asking again with it goes on with what a crash cut off.
  token text not null,
  -- Whom it is about, as JWE, until it is done.
  plan text,
  begun_at timestamptz not null default now(),
  done_at timestamptz,
  -- What was erased, by place: counts.
  receipt jsonb,
  unique (org_id, token)
);

-- People who were erased, as digests of their names and of their records' keys: what comes of them
-- later is not taken in.
create table cartbridge.erased_name (
  org_id text not null references cartbridge.org on delete cascade,
  digest text not null,
  erasure_id uuid not null references cartbridge.erasure on delete cascade,
  -- Of somebody who comes back the names are let in again, the former records never.
  kind text not null check (kind in ('name', 'record')),
  erased_at timestamptz not null default now(),
  primary key (org_id, digest)
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
-- Which open carts nobody touched for long is asked every minute.
create index cart_ledger_open on cartbridge.cart_ledger (org_id, changed_at) where status = 'Open';
