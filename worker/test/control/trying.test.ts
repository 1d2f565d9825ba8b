import type { Mapping, ObjectDescribe, Sample } from '#mapping-engine';
import { defaultTemplate } from '#mapping-engine';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/compose/trial/explanation.ts';
import type { TrialRecord } from '../../src/compose/trial/trial-record.ts';
import { waitFor } from '../kit/wait-for.ts';
import { SHOP, useConnected } from './control-kit.ts';
import { useTrying, withChannel } from './trying-kit.ts';

const connected = useConnected();

async function trying() {
  const kit = await connected();
  const served = kit.control();
  kit.work();
  return { ...kit, ...(await useTrying(kit)), served };
}

describe('before a mapping is changed', () => {
  it('its screen is told what may be written, and gets the shop’s newest records', async () => {
    const { ask, order, store, org, served, control } = await trying();
    const customer = store.shoppers.register({
      ...{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Keim' },
    });
    const number = await order('kim@example.com');

    const described = await ask<ObjectDescribe>('Describe Targets');
    const lead = described.parts.find(({ title }) => title === 'Lead');
    expect(described.job).toMatchObject({ Status__c: 'Done' });
    expect(lead).toMatchObject({ kind: 'Describe', data: { object: 'Lead', createable: true } });
    expect(lead?.data.fields.find(({ name }) => name === 'LastName')).toMatchObject({
      ...{ type: 'string', length: 80, nillable: false },
    });
    const titles = described.parts.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Order__c', 'Contact', 'Commerce_Product__c']));
    expect(titles).not.toContain('Sync_Job__c');
    // All objects, and the describes.
    expect(described.result.calls).toBe(2);
    const one = await ask<ObjectDescribe>('Describe Targets', { objects: ['Lead', 'Nothing__c'] });
    expect(one.parts.map(({ title }) => title)).toEqual(['Lead']);
    expect(one.job.Message__c).toMatch(/does not see Nothing__c/);

    const loaded = await ask<Sample>('Load Samples');
    expect(loaded.job).toMatchObject({ Status__c: 'Done' });
    const of = (kind: string) => loaded.parts.filter((part) => part.kind === kind);
    expect(of('order')).toMatchObject([
      {
        title: `${number} · Kim Berg · 116.26 USD`,
        data: {
          ...{ kind: 'order', id: number },
          input: { key: `${SHOP}:order:${number}`, customerKey: /guest/, order: { number } },
        },
      },
    ]);
    const ada = of('person').find(({ title }) => title.startsWith('Ada'));
    expect(ada?.data).toMatchObject({
      id: `${SHOP}:customer:${customer}`,
      input: { profile: { lastName: 'Keim' }, totals: { orderCount: 0 }, cart: { status: 'None' } },
    });
    expect(of('product').length).toBeGreaterThan(1);

    const again = await ask<Sample>('Load Samples');
    const samples = org.query(`SELECT Id FROM Sync_Result__c WHERE Kind__c != 'Describe'`);
    expect(samples).toHaveLength(again.parts.length);

    // A month later the day's sweep removes them; what describes the org stays.
    await served.stop();
    await org.clock.advance(31 * 24 * 3_600_000);
    control();
    const kinds = () =>
      new Set(org.query('SELECT Kind__c FROM Sync_Result__c').map(({ Kind__c }) => Kind__c));
    await waitFor(() => kinds().size === 1, { what: 'the old samples to be removed' });
    expect(kinds()).toEqual(new Set(['Describe']));
  });

  it('it is tried as a draft, and the trial counts what going live would cost', async () => {
    const { ask, order, org, change } = await trying();
    const number = await order('kim@example.com');
    const draft = structuredClone(defaultTemplate('bigcommerce').mapping);
    withChannel('By draft')(draft);
    const [mapping] = org.query('SELECT Id FROM Mapping__c');
    await change('Mapping__c', String(mapping?.Id), { Draft__c: JSON.stringify(draft) });
    const records = [{ kind: 'order', id: number }];

    const tried = await ask<TrialRecord>('Dry Run', { records, draft: true });

    expect(tried.job).toMatchObject({ Status__c: 'Done' });
    expect(tried.result).toMatchObject({
      ...{ records: 1, problems: 0 },
      calls: { shop: expect.any(Number) as number, read: 0, write: 1 },
    });
    const [part] = tried.parts;
    expect(part).toMatchObject({ kind: 'Trial', title: `${number} · Kim Berg · 116.26 USD` });
    const written = part?.data.writes.find(({ object }) => object === 'Order__c');
    expect(written).toMatchObject({ action: 'update' });
    expect(written?.fields.find(({ field }) => field === 'Channel__c')).toMatchObject({
      ...{ after: 'By draft', change: 'changed', row: 'channel' },
    });
    const published = await ask<TrialRecord>('Dry Run', { records, version: 1 });
    expect(published.parts).toMatchObject([{ status: 'Unchanged' }]);
    expect(org.query('SELECT Channel__c FROM Order__c')).not.toMatchObject([
      { Channel__c: 'By draft' },
    ]);

    await change('Mapping__c', String(mapping?.Id), { Draft__c: '{"format": 1}' });
    const broken = await ask('Dry Run', { records, draft: true });
    expect(broken.job).toMatchObject({
      ...{
        Status__c: 'Failed',
        Message__c: expect.stringMatching(/draft is no mapping/) as string,
      },
    });
  });
});

describe('what was written', () => {
  it('is explained: event, source, steps, version and time, and what people changed since', async () => {
    const { ask, order, org, change } = await trying();
    const number = await order('kim@example.com');
    const [record] = org.query('SELECT Id, Total__c FROM Order__c');
    const id = String(record?.Id);

    const told = await ask<Explanation>('Explain Value', { record: id, field: 'Total__c' });

    const [part] = told.parts;
    expect(part?.data).toMatchObject({
      record: { object: 'Order__c', id, key: `${SHOP}:order:${number}` },
      event: { scope: 'cartbridge/sample' },
      version: { number: 1 },
      fields: [
        {
          ...{
            field: 'Total__c',
            value: Number(record?.Total__c),
            written: String(record?.Total__c),
          },
          trace: { outcome: 'value', sources: [{ path: 'order.total' }] },
        },
      ],
    });
    expect(part?.data.note).toBeUndefined();

    await change('Order__c', id, { Channel__c: 'By hand' });
    const [item] = org.query('SELECT Id FROM Order_Item__c');
    const changed = await ask<Explanation>('Explain Value', { record: id });
    const line = await ask<Explanation>('Explain Value', { record: item?.Id });
    const lead = org.query('SELECT Id FROM Lead')[0]?.Id;
    const person = await ask<Explanation>('Explain Value', { record: lead, field: 'LastName' });
    const stranger = await ask<Explanation>('Explain Value', { record: '001000000000000AAA' });
    expect(changed.parts[0]?.data.note).toBe('Changed in Salesforce since: Channel.');
    expect(line.parts[0]?.data.fields.map(({ field }) => field)).toContain('Quantity__c');
    expect(person.parts[0]?.data.fields).toMatchObject([{ value: 'Berg', written: 'Berg' }]);
    expect(stranger.parts[0]?.data).toMatchObject({
      ...{ record: { key: null }, note: expect.stringMatching(/did not write/) as string },
    });
  });

  it('is counted where another mapping would change it', async () => {
    const { ask, order, org, change, pool } = await trying();
    await order('kim@example.com');
    await order('lee@example.com');
    const { rows } = await pool.query<{ definition: Mapping }>(
      'select definition from cartbridge.mapping_version',
    );
    const draft = rows[0]?.definition ?? defaultTemplate('bigcommerce').mapping;
    withChannel('By draft')(draft);
    const item = draft.targets.find(({ id }) => id === 'Order_Item__c');
    for (const row of item?.rows ?? [])
      if (row.target === 'Name') row.steps = [...row.steps, { step: 'case', to: 'upper' }];
    const [mapping] = org.query('SELECT Id FROM Mapping__c');
    const same = await ask('Count Touched', { draft: true });
    await change('Mapping__c', String(mapping?.Id), { Draft__c: JSON.stringify(draft) });

    const { result } = await ask('Count Touched', { draft: true });

    expect(same.result).toEqual({ objects: [] });
    expect(result.objects).toEqual(
      expect.arrayContaining([
        { object: 'Order__c', fields: ['Channel__c'], records: 2, changed: 2, unknown: 0 },
        { object: 'Order_Item__c', fields: ['Name'], records: 2, changed: 2, unknown: 0 },
      ]),
    );
  });
});
