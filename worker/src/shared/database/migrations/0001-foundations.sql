-- One worker serves many orgs; every row belongs to one.

create table cartbridge.org (
  id text primary key,
  name text not null,
  login_url text not null,
  namespace text not null default '',
  -- How to sign in, as JWE (shared/secrets.ts).
  credentials text not null,
  settings jsonb not null default '{}',
  paused_until timestamptz,
  paused_reason text
);

create table cartbridge.shop (
  -- Part of the webhook's address and of every record key; never holds a colon.
  id text primary key check (id ~ '^[A-Za-z0-9_-]+$'),
  org_id text not null references cartbridge.org,
  platform text not null,
  api_url text not null,
  -- What the platform calls the store in its webhooks.
  producer text not null,
  name text not null default '',
  storefront_url text not null default '',
  currency text not null default '',
  -- Access token, client secrets, webhook secrets, as JWE.
  secrets text not null,
  settings jsonb not null default '{}'
);

-- The inbox: each answered webhook, once.
create table cartbridge.event (
  id bigint generated always as identity primary key,
  org_id text not null references cartbridge.org,
  shop_id text not null references cartbridge.shop,
  scope text not null,
  -- Null when the scope is none of ours: stored, counted, ignored.
  record_key text,
  idempotency_key text not null,
  -- As it came, as text: it is what was signed, and parsing it can wait.
  body text not null,
  received_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'ignored', 'parked')),
  -- Set when its record is first read after the event came; from then on a repeat is news.
  taken_at timestamptz,
  settled_at timestamptz,
  -- Why it is parked: kind, message, next step, details.
  reason jsonb
);
create unique index event_once on cartbridge.event (shop_id, idempotency_key)
  where state = 'waiting' and taken_at is null;
create index event_waiting on cartbridge.event (record_key) where state = 'waiting';
create index event_parked on cartbridge.event (org_id, id) where state = 'parked';
create index event_settled on cartbridge.event (settled_at) where state in ('done', 'ignored');

-- What the buffer knows about a record: when it was last looked at, and how often that failed.
create table cartbridge.record (
  key text primary key,
  org_id text not null references cartbridge.org,
  taken_at timestamptz not null,
  attempts int not null default 0,
  failing_since timestamptz
);

create table cartbridge.person (
  id uuid primary key default gen_random_uuid(),
  org_id text not null references cartbridge.org,
  -- Customer_Key__c in Salesforce.
  customer_key text not null,
  -- The link: which Lead or Contact it is, once known.
  object text check (object in ('Lead', 'Contact')),
  salesforce_id text,
  email text,
  customer_group text,
  -- The cart block as last computed.
  cart_block jsonb,
  unique (org_id, customer_key)
);

-- The names a person goes by: `<shop>:customer:<id>`, `email:<address>`.
create table cartbridge.person_key (
  org_id text not null references cartbridge.org,
  key text not null,
  person_id uuid not null references cartbridge.person on delete cascade,
  primary key (org_id, key)
);
create index person_key_person on cartbridge.person_key (person_id);

-- The worker's own books: totals on a person are computed from these, never added up on the way.
create table cartbridge.order_ledger (
  key text primary key,
  org_id text not null references cartbridge.org,
  person_id uuid references cartbridge.person on delete set null,
  number text not null,
  counted boolean not null,
  placed_at timestamptz not null,
  -- Net of refunds, in the shop's own currency.
  net numeric not null,
  -- From the first refund on, refunds are asked for whatever the status says.
  refunded boolean not null,
  currency text not null,
  -- [{"name": category, "amount": decimal text}]
  interests jsonb not null default '[]',
  modified_at timestamptz not null
);
create index order_ledger_person on cartbridge.order_ledger (person_id);

create table cartbridge.cart_ledger (
  key text primary key,
  org_id text not null references cartbridge.org,
  person_id uuid references cartbridge.person on delete set null,
  status text not null check (status in ('Open', 'Abandoned', 'Converted', 'Deleted')),
  times_abandoned int not null default 0,
  abandoned_at timestamptz,
  converted_at timestamptz,
  order_key text,
  -- The cart as last seen in the shop; a converted cart can no longer be asked for.
  cart jsonb,
  changed_at timestamptz not null
);
create index cart_ledger_person on cartbridge.cart_ledger (person_id, changed_at desc);

-- What Salesforce holds from us: nothing is written again that did not change.
create table cartbridge.written (
  org_id text not null references cartbridge.org,
  object text not null,
  external_id text not null,
  salesforce_id text not null,
  fingerprint text not null,
  -- The order or cart a row belongs to, to find rows that are gone in the shop.
  parent_key text,
  primary key (org_id, object, external_id)
);
create index written_parent on cartbridge.written (org_id, parent_key) where parent_key is not null;

create table cartbridge.product (
  key text primary key,
  org_id text not null references cartbridge.org,
  -- The canonical product, or null when the shop no longer has it.
  product jsonb,
  read_at timestamptz not null
);
