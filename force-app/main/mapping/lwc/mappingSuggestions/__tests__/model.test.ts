import { createRecord } from 'lightning/uiRecordApi';
import { expect, jest, test } from '@jest/globals';
import type { ObjectDescribe } from 'c/mappingEngine';
import MappingSuggestions from 'c/mappingSuggestions';
import {
  answer,
  connection,
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { orderSample, someMapping } from '../../mappingFields/__tests__/mappings';

const writable = { createable: true, updateable: true, nillable: true };
const CITY = { name: 'City__c', label: 'City', type: 'string', length: 40, ...writable };
const ORDER: ObjectDescribe = {
  ...{ object: 'Order__c', label: 'Order', createable: true, updateable: true },
  fields: [CITY],
};

const WEEK = 7 * 24 * 60;

function job(status: string, more: object = {}, minutes = 1): object {
  const CreatedDate = minutesAgo(minutes);
  const values = { Status__c: status, Message__c: '', Result__c: '', CreatedDate, ...more };
  return { Id: `job ${status}`, ...values };
}

async function open(jobs: object[], properties: object = {}): Promise<HTMLElement> {
  const element = show(MappingSuggestions, {
    ...{ mapping: someMapping([]), targetId: 'Order__c', shopId: 'shop-1' },
    ...{ samples: [orderSample('1001')], describes: new Map([['Order__c', ORDER]]) },
    ...properties,
  });
  await settle();
  find(element, '[data-id="toggle"]').click();
  await settle();
  await tell(jobs);
  return element;
}

function tell(jobs: object[]): Promise<void> {
  return answer({ Sync_Job__c: connection(jobs as Record<string, unknown>[]) });
}

const ask = (element: HTMLElement) => find(find(element, 'c-ask-job'), '[data-id="ask"]');
const mayAsk = (element: HTMLElement) =>
  isShown(element, 'c-ask-job') && isShown(find(element, 'c-ask-job'), '[data-id="ask"]');
const sources = (element: HTMLElement) => textsOf(find(element, 'c-mapping-suggestion'), '.other');

test('a model is offered where nobody asked yet, and told names and shapes but no value', async () => {
  const element = await open([]);
  await expectAccessible(element);
  ask(element).click();
  await settle();
  const [request] = (createRecord as jest.Mock).mock.calls[0] as [{ fields: object }];
  const fields = request.fields as Record<string, string>;
  expect(fields).toMatchObject({ Type__c: 'Rank Suggestions', Shop__c: 'shop-1' });
  const { questions } = JSON.parse(fields.Input__c ?? '') as { questions: object[] };
  expect(questions[0]).toMatchObject({
    ...{ id: 'Order__c field City__c', object: 'Order__c', name: 'City__c', label: 'City' },
    shape: 'texts',
  });
  const { candidates } = questions[0] as { candidates: object[] };
  expect(candidates[0]).toEqual({
    ...{ name: 'order.shipTo.city', label: 'Ship-to city', type: 'texts' },
  });
  expect(fields.Input__c).not.toMatch(/Berlin|1001|Ring twice|Mug/);
});

test('the order that the model gave takes place', async () => {
  const element = await open([]);
  const before = sources(element);
  expect(before.length).toBeGreaterThan(1);
  const [first = '', second = ''] = textsOf(find(element, 'c-mapping-suggestion'), '.offer .path');
  const order = [second, first];
  const ranked = [{ id: 'Order__c field City__c', order }];
  const Message__c = '1 of 1 suggestions were ranked anew.';
  await tell([job('Done', { Message__c, Result__c: JSON.stringify({ ranked }) })]);
  expect(sources(element).slice(0, 2)).toEqual([before[1], before[0]]);
  expect(textsOf(find(element, 'c-ask-job'), '[role="status"]')[0]).toContain(Message__c);
  expect(mayAsk(element)).toBe(true);
});

test('a worker without a model says so, and the button stays only for this visit', async () => {
  const refused = job('Not Available', { Message__c: 'The worker has no inference endpoint.' });
  const element = await open([]);
  ask(element).click();
  await settle();
  await tell([refused]);
  const status = find(find(element, 'c-ask-job'), 'c-job-status');
  expect(status.status).toBe('Not Available');
  expect(textsOf(find(element, 'c-ask-job'), '[role="status"]')[0]).toContain('no inference');
  await expectAccessible(element);
  document.body.replaceChildren();
  const later = await open([refused]);
  expect(isShown(later, '[data-id="model"]')).toBe(false);
});

test.each([
  ['is offered again a week after there was none', [job('Not Available', {}, WEEK + 1)], true],
  [
    'is offered where one answered before',
    [job('Not Available', {}), job('Done', { Result__c: '{}' }, 60)],
    true,
  ],
  ['is offered again after it failed', [job('Failed')], true],
  ['is not offered where there is none', [job('Not Available')], false],
])('a model %s', async (_, jobs, offered) => {
  expect(mayAsk(await open(jobs))).toBe(offered);
});

test('who may only read asks no model', async () => {
  expect(mayAsk(await open([], { readOnly: true }))).toBe(false);
});

test('a name that could be somebody’s is not told', async () => {
  const fields = [{ ...CITY, label: 'City of 10115 Berlin' }];
  const describes = new Map([['Order__c', { ...ORDER, fields }]]);
  const element = await open([], { describes });
  ask(element).click();
  await settle();
  const [request] = (createRecord as jest.Mock).mock.calls[0] as [{ fields: object }];
  expect(JSON.stringify(request.fields)).not.toContain('10115');
});
