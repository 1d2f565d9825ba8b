-- Values that a mapping could not say, counted by row and day: what is put into Salesforce without
-- them is right as far as it goes, and an admin should hear of the rest. Never the values themselves.
create table cartbridge.mapping_trouble (
  shop_id text not null references cartbridge.shop on delete cascade,
  org_id text not null references cartbridge.org on delete cascade,
  day date not null default current_date,
  target text not null,
  field text not null,
  reason text not null,
  times int not null,
  primary key (shop_id, day, target, field, reason)
);
create index mapping_trouble_org on cartbridge.mapping_trouble (org_id, day);
