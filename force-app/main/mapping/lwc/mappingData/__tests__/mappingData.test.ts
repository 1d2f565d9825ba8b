import { expect, test } from '@jest/globals';
import * as data from 'c/mappingData';
import { connection } from '../../../../shared/lwc/query/__tests__/kit';
import { job, MAPPING } from './records';

const answered = (query: object, createable = true) => ({
  uiapi: { objectInfos: [{ createable }], query },
});

test('mappings are read with their shop, and with who changed them last', () => {
  const node = {
    ...{ Id: 'm1', Name: 'Blue', Shop__c: 's1', Published_Version__c: 3, Draft__c: null },
  };
  const found = connection([node]);
  Object.assign(found.edges[0]?.node ?? {}, {
    Shop__r: { Name: { value: 'Blue Shop' }, Shop_Key__c: { value: 'shop-1' } },
    LastModifiedBy: { Name: { value: 'Ada' } },
  });
  const page = data.mappingsOf(answered({ Mapping__c: found, Sync_Job__c: connection([]) }));
  expect(page).toMatchObject({ readOnly: false, mayRead: true, jobs: [], heardAt: '' });
  expect(page.mappings).toMatchObject([
    {
      id: 'm1',
      shopName: 'Blue Shop',
      shopKey: 'shop-1',
      draft: '',
      published: 3,
      modifiedBy: 'Ada',
    },
  ]);
});

test('who may neither ask nor see mappings is known', () => {
  const page = data.mappingsOf(answered({ Sync_Job__c: null }, false));
  expect(page).toMatchObject({ readOnly: true, mayRead: false, mappings: [] });
});

test('samples come from the last reading, fields from all that completed each other', () => {
  const jobs = [
    job({ id: 'd3', type: 'Describe Targets' }),
    job({ id: 's2', type: 'Load Samples', status: 'Running' }),
    job({ id: 's1', type: 'Load Samples' }),
    job({ id: 's0', type: 'Load Samples' }),
    job({ id: 'd1', type: 'Describe Targets' }),
  ];
  expect(data.tellingJobs(jobs)).toEqual(['d3', 'd1', 's1']);
});

test('of two describes of an object the later one counts; what is no JSON is left out', () => {
  const part = (Kind__c: string, Title__c: string, Data__c: string) => ({
    Kind__c,
    Title__c,
    Data__c,
  });
  const results = data.resultsOf(
    answered({
      Sync_Result__c: connection([
        part('Describe', 'Lead', '{"object":"Lead","label":"Old"}'),
        part('Describe', 'Lead', '{"object":"Lead","label":"New"}'),
        part('order', 'Order 1', '{"kind":"order","id":"1"}'),
        part('order', 'Order 2', 'no JSON'),
        part('Trial', 'Order 1', '{}'),
      ]),
    }),
  );
  expect([...(data.describesOf(results) ?? [])]).toEqual([
    ['Lead', { object: 'Lead', label: 'New' }],
  ]);
  expect(data.samplesOf(results)).toEqual([{ kind: 'order', id: '1' }]);
  expect(data.describesOf([])).toBeNull();
});

test('a definition that is no mapping is told from one that is', () => {
  const version = (Definition__c: string) =>
    answered({
      Mapping_Version__c: connection([{ Id: 'v1', Mapping__c: 'm1', Number__c: 1, Definition__c }]),
    });
  expect(data.definitionOf(version(JSON.stringify(MAPPING)))).toEqual({
    ...{ id: 'v1', mappingId: 'm1', number: 1, mapping: MAPPING },
  });
  expect(data.definitionOf(version('{}'))?.mapping).toBeNull();
  expect(data.definitionOf(answered({ Mapping_Version__c: connection([]) }))).toBeNull();
});
