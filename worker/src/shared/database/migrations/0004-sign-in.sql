-- Orgs and shops that are connected through the worker's own pages.

alter table cartbridge.org
  -- Salesforce's own id of the org, 18 characters; unknown until its first session.
  add column organization_id text unique,
  -- Changes when somebody connects the org, and not when a refresh token rotates by itself.
  add column connected_at timestamptz not null default now();

-- Sign-ins under way. Who reads this table can finish none: what the browser and Salesforce bring
-- back is kept as hashes, the verifier as JWE.
create table cartbridge.sign_in (
  state_hash text primary key,
  browser_hash text not null,
  verifier text not null,
  return_to text not null,
  next_page text not null,
  started_at timestamptz not null default now()
);
-- Old ones are swept at each new one.
create index sign_in_started on cartbridge.sign_in (started_at);
