import { readDescribe, templateOf, type Mapping } from '#mapping-engine';
import { CART_INPUT, ORDER_INPUT, PERSON_INPUT } from '../compose/mapping/inputs-fixture.ts';
import { waitFor } from '../kit/wait-for.ts';
import type { SetupScreens } from './setup-kit.ts';
import { explanationOf, trialOf } from './mapping-trials.ts';
import { ago } from './worker-records.ts';

type Fields = Record<string, unknown>;

/** An org, and how a record is made in it. */
export interface Org {
  url: string;
  accessToken: string;
  /** Of the package in the org, such as `cb`. */
  namespace?: string;
  create: (object: string, fields: Fields) => Promise<string>;
}

/** A shop whose mapping the worker keeps, as it is after the shop was connected. */
export interface SeededShop {
  shop: string;
  mapping: string;
  definition: Mapping;
}

const HOUR = 3_600_000;

export function ownMapping(): Mapping {
  const template = templateOf('bigcommerce-b2c');
  if (!template) throw new Error('The engine has no template bigcommerce-b2c.');
  return structuredClone(template.mapping);
}

/** The template without what stands last in its orders, as for an admin who does not need it. */
export function shorter(by: number): Mapping {
  const mapping = ownMapping();
  mapping.targets.find(({ id }) => id === 'Order__c')?.rows.splice(-by);
  return mapping;
}

/** What the worker does with the version that was proposed; answers its reason. */
export async function judge(screens: SetupScreens, fields: Fields): Promise<unknown> {
  const find = () =>
    screens.rows(`SELECT Id, Mapping__c, Reason__c FROM Mapping_Version__c
      WHERE Status__c = 'Proposed'`)[0];
  await waitFor(() => find() !== undefined, { what: 'the screen to propose a version' });
  const { Id, Mapping__c, Reason__c } = find() ?? {};
  await screens.change('Mapping_Version__c', String(Id), fields);
  const number = fields.Number__c;
  if (number)
    await screens.change('Mapping__c', String(Mapping__c), { Published_Version__c: number });
  const refused = { Status__c: 'Failed', Message__c: 'One thing cannot work.' };
  await screens.endJob('Publish Mapping', number ? {} : refused);
  return Reason__c;
}

/** Makes the shop and its mapping with the template as version 1, in use. */
export async function seedShop(
  org: Org,
  { key = 'shop-1', name = 'Sample Shop', draft = undefined as Mapping | undefined } = {},
): Promise<SeededShop> {
  const definition = ownMapping();
  const shop = await org.create('Shop__c', {
    ...{ Name: name, Shop_Key__c: key, Platform__c: 'BigCommerce', Status__c: 'Connected' },
  });
  const mapping = await org.create('Mapping__c', {
    ...{ Name: name, Mapping_Key__c: key, Shop__c: shop, Published_Version__c: 1 },
    ...(draft && { Draft__c: JSON.stringify(draft), Draft_Base__c: 1 }),
  });
  await seedVersion(org, mapping, { number: 1, key: `${key}:1`, definition });
  return { shop, mapping, definition };
}

/** A version as it is once the worker published it. */
export async function seedVersion(
  org: Org,
  mapping: string,
  version: { number: number; key: string; definition: Mapping; status?: string; reason?: string },
): Promise<string> {
  const { number, key, definition, status: Status__c = 'Published' } = version;
  return org.create('Mapping_Version__c', {
    ...{ Mapping__c: mapping, Number__c: number, Version_Key__c: key, Status__c },
    Reason__c: version.reason ?? 'The template BigCommerce B2C.',
    Definition__c: JSON.stringify(definition),
    Published_At__c: ago(3 * HOUR),
  });
}

/** A job that is done, with what it found out. */
export async function seedJob(
  org: Org,
  job: { type: string; shop: string; result?: object; message?: string; input?: object },
  parts: { kind: string; title: string; data: unknown }[] = [],
): Promise<string> {
  const id = await org.create('Sync_Job__c', {
    ...{ Type__c: job.type, Shop__c: job.shop, Status__c: 'Done', Finished_At__c: ago(1_000) },
    ...(job.result && { Result__c: JSON.stringify(job.result) }),
    ...(job.message && { Message__c: job.message }),
    ...(job.input && { Input__c: JSON.stringify(job.input) }),
  });
  for (const [at, { kind, title, data }] of parts.entries()) {
    const key = { Result_Key__c: `${id}:${at + 1}`, Sort__c: at + 1, Sync_Job__c: id };
    // Each of them is a call of its own, as many at once would be.
    await org.create('Sync_Result__c', {
      ...{ ...key, Kind__c: kind, Title__c: title, Data__c: JSON.stringify(data) },
    });
  }
  return id;
}

/** What "Load Samples" finds: orders, a cart and a customer. */
export async function seedSamples(org: Org, shop: string, orders = 12): Promise<void> {
  const samples = [
    ...Array.from({ length: orders }, (_, at) => orderSample(String(218 - at))),
    { kind: 'cart', id: 'c-1', title: 'Cart of jane@example.com', input: CART_INPUT },
    { kind: 'person', id: 'shop-1:customer:11', title: 'Jane Doe', input: PERSON_INPUT },
  ];
  const parts = samples.map((data) => ({ kind: data.kind, title: data.title, data }));
  await seedJob(org, { type: 'Load Samples', shop }, parts);
}

function orderSample(id: string) {
  const order = { ...ORDER_INPUT.order, id, number: id };
  const input = { ...ORDER_INPUT, key: `shop-1:order:${id}`, order };
  return { kind: 'order', id, title: `Order ${id}`, input };
}

/** What "Describe Targets" finds, by the org's own describes. */
export async function seedDescribes(org: Org, shop: string): Promise<void> {
  const objects = ownMapping().targets.map(({ object }) => object);
  const own = org.namespace ? `${org.namespace}__` : '';
  const parts = await Promise.all(
    objects.map(async (title) => {
      const name = title.endsWith('__c') ? own + title : title;
      const headers = { authorization: `Bearer ${org.accessToken}` };
      const path = `${org.url}/services/data/v66.0/sobjects/${name}/describe`;
      const answer: unknown = await (await fetch(path, { headers })).json();
      const data = readDescribe(answer, (full) => full.replace(new RegExp(`^${own}`), ''));
      return { kind: 'Describe', title, data };
    }),
  );
  await seedJob(org, { type: 'Describe Targets', shop }, parts);
}

/** A trial of two orders, one of which Salesforce would refuse. */
export async function seedTrial(org: Org, shop: string): Promise<string> {
  const trials = [trialOf('218', 'written'), trialOf('217', 'refused')];
  return seedJob(
    org,
    {
      ...{ type: 'Dry Run', shop, message: '2 records tried.' },
      result: { calls: { shop: 3, read: 4, write: 2 }, records: 2, problems: 1 },
    },
    trials.map((data) => ({ kind: 'Trial', title: data.title, data })),
  );
}

/** Adds to a job what it found out about a record. */
export async function seedExplanation(org: Org, job: string, record: string): Promise<void> {
  await org.create('Sync_Result__c', {
    ...{ Result_Key__c: `${job}:1`, Sort__c: 1, Sync_Job__c: job, Kind__c: 'Explanation' },
    ...{ Title__c: record, Data__c: JSON.stringify(explanationOf(record)) },
  });
}
