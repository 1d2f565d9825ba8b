import type { TablePlace } from './place.ts';

const OF_RECORDS = (column: string): string => `it.${column} = any(s.records)`;
const OF_PEOPLE = (column: string): string => `it.${column} = any(s.people)`;
/** The address stands in it, in whatever column. */
const TOLD = (what = 'it::text'): string => `(s.pattern is not null and ${what} ~* s.pattern)`;
/** The same without it, in a column that is text or JSON. */
const WITHOUT = (column: string, type = 'json'): string =>
  `regexp_replace(it.${column}::text, s.pattern, '\\1erased@erased.invalid\\3', 'gi')::${type}`;
const OTHERS = (table: string, changes: string): string =>
  `update cartbridge.${table} as it set ${changes} from s where it.org_id = s.org and ${TOLD()}`;
/** A record that the books know nobody else by. */
const UNKNOWN = (column: string): string =>
  `not exists (select from cartbridge.order_ledger where key = it.${column} and person_id is not null)
   and not exists (select from cartbridge.cart_ledger where key = it.${column} and person_id is not null)
   and not exists (select from cartbridge.person_key where key = it.${column} and org_id = s.org)`;
/** One of their records, or somebody with their address, stands in it. */
const CANDIDATE = (what: string): string =>
  `(${TOLD(`${what}::text`)} or exists (
     select from unnest(s.links) as link where strpos(${what}::text, link) > 0))`;
/** Carts that were called idle are remembered beside the kinds that are asked for. */
const POLLED_RECORD = `it.shop_id || ':' || case it.kind when 'idle' then 'cart' else it.kind end
  || ':' || it.record_id`;
const ROW = (table: string): string =>
  `delete from cartbridge.${table} as it using s where it.org_id = s.org`;

/** A written row is a record's, a line of one, or a person's own. */
const WRITTEN = `(${OF_RECORDS('external_id')} or ${OF_RECORDS('parent_key')}
  or it.external_id = any(s.rows) or it.salesforce_id = any(s.links))`;

/**
 * Every table that may hold something about a person, in the order in which it is erased. A test
 * holds this list, and that of tables that say nothing of anybody, against the database.
 */
export const TABLE_PLACES: TablePlace[] = [
  {
    ...{ place: 'event', label: 'Events of the shop', what: 'erased' },
    note: 'What shops told, whatever became of it; in events about others the address is replaced.',
    rows: `${OF_RECORDS('record_key')} or ${TOLD()}`,
    own: `${OF_RECORDS('record_key')} or ${UNKNOWN('record_key')}`,
    key: 'it.id',
    erase: [
      `${ROW('event')} and ${OF_RECORDS('record_key')}`,
      OTHERS('event', `body = ${WITHOUT('body', 'text')}, reason = ${WITHOUT('reason', 'jsonb')}`),
    ],
  },
  {
    ...{ place: 'job', table: 'pgboss.job', label: 'Queue of records to look at', what: 'erased' },
    note: 'Keys of their records, for an hour at most.',
    rows: `it.name = 'events' and it.state <> 'active' and it.singleton_key = any(s.records)`,
    key: 'it.id',
    isOrgless: true,
    passing: true,
    erase: [
      `delete from pgboss.job as it using s
       where it.name = 'events' and it.state <> 'active' and it.singleton_key = any(s.records)`,
    ],
  },
  {
    ...{ place: 'record', label: 'When records were looked at', what: 'erased' },
    note: 'Keys of their records.',
    ...{ rows: OF_RECORDS('key'), key: 'it.key', passing: true },
    erase: [`${ROW('record')} and ${OF_RECORDS('key')}`],
  },
  {
    ...{ place: 'polled', label: 'Changes seen by asking', what: 'erased' },
    note: 'Ids of their records in shops that are asked.',
    rows: `${POLLED_RECORD} = any(s.records)`,
    key: `it.shop_id || ':' || it.kind || ':' || it.record_id`,
    isOrgless: true,
    passing: true,
    erase: [`delete from cartbridge.polled as it using s where ${POLLED_RECORD} = any(s.records)`],
  },
  {
    ...{ place: 'issue', label: 'Issues told to Salesforce', what: 'erased' },
    note: 'Which of their records were put aside.',
    ...{ rows: OF_RECORDS('record_key'), key: 'it.record_key', passing: true },
    erase: [`${ROW('issue')} and ${OF_RECORDS('record_key')}`],
  },
  {
    ...{ place: 'correction', label: 'Corrected values', what: 'erased' },
    note: 'What people put in the place of the shop’s words.',
    rows: `${OF_RECORDS('record_key')} or ${TOLD()}`,
    own: OF_RECORDS('record_key'),
    key: `it.record_key || ' ' || it.object || '.' || it.field`,
    erase: [`${ROW('correction')} and (${OF_RECORDS('record_key')} or ${TOLD()})`],
  },
  {
    ...{ place: 'written', label: 'What rows were made from', what: 'erased' },
    note: 'Digests and sources of what was written to Salesforce.',
    rows: `${WRITTEN} or ${TOLD()}`,
    own: WRITTEN,
    key: `it.object || ' ' || it.external_id`,
    erase: [`${ROW('written')} and ${WRITTEN}`, OTHERS('written', `source = ${WITHOUT('source')}`)],
  },
  {
    ...{ place: 'cart_ledger', label: 'Carts in the books', what: 'erased' },
    note: 'No total is made of carts.',
    rows: `${OF_RECORDS('key')} or ${OF_PEOPLE('person_id')} or ${TOLD()}`,
    own: `${OF_RECORDS('key')} or ${OF_PEOPLE('person_id')}`,
    key: 'it.key',
    erase: [
      `${ROW('cart_ledger')} and (${OF_RECORDS('key')} or ${OF_PEOPLE('person_id')})`,
      OTHERS('cart_ledger', `cart = ${WITHOUT('cart', 'jsonb')}`),
    ],
  },
  {
    ...{ place: 'order_ledger', label: 'Orders in the books', what: 'anonymised' },
    note: 'Number, day, amounts and interests stay, as nobody’s: the totals of the books do not change.',
    ...{ rows: OF_PEOPLE('person_id'), key: 'it.key' },
    erase: [
      `update cartbridge.order_ledger as it set person_id = null from s where ${OF_PEOPLE('person_id')}`,
    ],
  },
  {
    ...{ place: 'order_part', label: 'Shipments and returns in the books', what: 'kept' },
    note: 'Which order each belongs to, by numbers of the shop alone.',
    ...{ rows: OF_RECORDS('key'), key: 'it.key', erase: [] },
  },
  {
    ...{ place: 'company', label: 'Companies in the books', what: 'kept' },
    note: 'A company is no person. Where it bears somebody’s name, change its Account in Salesforce.',
    rows: 'it.key in (select company_key from cartbridge.person where id = any(s.people))',
    ...{ key: 'it.key', erase: [] },
  },
  {
    ...{ place: 'match_review', label: 'Questions who somebody is', what: 'erased' },
    note: 'In questions about others they are no candidate any more.',
    rows: `${OF_PEOPLE('person_id')} or ${CANDIDATE('it.evidence')}`,
    own: OF_PEOPLE('person_id'),
    key: 'it.id',
    erase: [
      `${ROW('match_review')} and ${OF_PEOPLE('person_id')}`,
      `update cartbridge.match_review as it
       set told = null, evidence = json_build_object('shopper', evidence->'shopper', 'candidates',
         (select coalesce(json_agg(one), '[]')
          from json_array_elements(evidence->'candidates') as one where not ${CANDIDATE('one')}))
       from s where it.org_id = s.org and ${CANDIDATE('it.evidence')}`,
    ],
  },
  {
    ...{ place: 'former_link', label: 'Former records in Salesforce', what: 'erased' },
    note: 'Which records were theirs before a merge or conversion.',
    ...{ rows: OF_PEOPLE('person_id'), key: 'it.salesforce_id' },
    erase: [`${ROW('former_link')} and ${OF_PEOPLE('person_id')}`],
  },
  {
    ...{ place: 'moved_person', label: 'Records that follow a person', what: 'erased' },
    note: 'That their records are being pointed at another Lead or Contact.',
    ...{ rows: OF_PEOPLE('person_id'), key: 'it.person_id', passing: true },
    erase: [`${ROW('moved_person')} and ${OF_PEOPLE('person_id')}`],
  },
  {
    ...{ place: 'person_key', label: 'Names they go by', what: 'erased' },
    note: 'Customer ids and addresses.',
    ...{ rows: OF_PEOPLE('person_id'), key: 'it.key' },
    erase: [`${ROW('person_key')} and ${OF_PEOPLE('person_id')}`],
  },
  {
    ...{ place: 'person', label: 'The person in the books', what: 'erased' },
    note: 'Address, profile, consent, cart block and the link to Salesforce.',
    ...{ rows: `${OF_PEOPLE('id')} or ${TOLD()}`, own: OF_PEOPLE('id'), key: 'it.id' },
    erase: [
      `${ROW('person')} and ${OF_PEOPLE('id')}`,
      OTHERS('person', `profile = ${WITHOUT('profile')}`),
    ],
  },
];

/** Tables that hold nothing about shoppers, and why that is so. */
export const SILENT_TABLES: Record<string, string> = {
  org: 'the org’s own connection and settings',
  shop: 'the shop’s own connection and settings',
  product: 'what is sold, of nobody in particular',
  control: 'which process serves an org',
  hour: 'counts by the hour',
  sign_in: 'sign-ins of admins, as hashes',
  mapping_version: 'rules that admins publish',
  mapping_trouble: 'counts, never values',
  paused_field: 'names of fields',
  reapply: 'keys of records while a job goes through them',
  people_watch: 'moments',
  poll_mark: 'moments',
  erased_name: 'digests with a key that is not in the database',
  erasure: 'receipts; the plan of one under way is sealed and goes with its end',
  migration: 'which migrations ran',
};
