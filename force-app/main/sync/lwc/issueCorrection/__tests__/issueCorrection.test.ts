import { expect, jest, test } from '@jest/globals';
import IssueCorrection from 'c/issueCorrection';
import { issueOf } from 'c/issueData';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import {
  expectAccessible,
  find,
  settle,
  show,
  type Wire,
} from '../../../../shared/lwc/query/__tests__/kit';
import { issueAnswer, issueNode } from '../../issueData/__tests__/answers';

const infos = getObjectInfos as unknown as Wire;
const ORDER = {
  apiName: 'Order__c',
  fields: {
    Channel__c: { label: 'Channel', dataType: 'String', length: 40 },
    Email__c: { label: 'Email', dataType: 'Email', length: 80 },
  },
};

async function form(): Promise<{ form: HTMLElement; corrected: jest.Mock }> {
  const element = show(IssueCorrection, { issue: issueOf(issueAnswer(issueNode(1))) });
  infos.emit({ results: [{ statusCode: 200, result: ORDER }] });
  await settle();
  const corrected = jest.fn();
  element.addEventListener('correct', (event) =>
    corrected((event as CustomEvent).detail.corrections as never),
  );
  return { form: element, corrected };
}

/** Base components of the tests judge nothing: here the browser's part is played. */
function judge(element: Element, isRight: (name: string) => boolean): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const input of element.shadowRoot?.querySelectorAll('lightning-input') ?? []) {
    const field = input as unknown as Record<string, unknown> & { name: string };
    field.setCustomValidity = (message: string) => (messages[field.name] = message);
    field.reportValidity = () => !messages[field.name] && isRight(field.name);
  }
  return messages;
}

test('each refused field has an input of its kind; one without its object is the order’s', async () => {
  const { form: element } = await form();
  const inputs = [...(element.shadowRoot?.querySelectorAll('lightning-input') ?? [])].map(
    (input) => input as unknown as Record<string, unknown>,
  );
  expect(inputs.map(({ name, label, type, maxLength }) => [name, label, type, maxLength])).toEqual([
    ['Order__c.Channel__c', 'Channel', 'text', 40],
    ['Order__c.Email__c', 'Email', 'email', 80],
  ]);
  await expectAccessible(element);
});

test('what was typed is told, without its spaces', async () => {
  const { form: element, corrected } = await form();
  judge(element, () => true);
  find(element, 'lightning-input').value = ' Web ';
  find(element, 'lightning-button').click();
  expect(corrected.mock.calls).toEqual([
    [[{ object: 'Order__c', field: 'Channel__c', value: 'Web' }]],
  ]);
});

test('nothing typed is caught at the fields', async () => {
  const { form: element, corrected } = await form();
  const messages = judge(element, () => true);
  find(element, 'lightning-button').click();
  expect(messages['Order__c.Channel__c']).toBe('c.Issues_Correct_Nothing');
  expect(corrected).not.toHaveBeenCalled();
  find(element, 'lightning-input').dispatchEvent(new CustomEvent('change'));
  // The messages are gone as soon as something is typed.
  expect(messages).toEqual({
    ...{ 'Order__c.Channel__c': '', 'Order__c.Email__c': '' },
  });
});

test('a value that does not fit gets the focus and is not sent', async () => {
  const { form: element, corrected } = await form();
  judge(element, (name) => name !== 'Order__c.Email__c');
  const [channel, email] = [
    ...(element.shadowRoot?.querySelectorAll('lightning-input') ?? []),
  ] as unknown as { value: string; focus: jest.Mock }[];
  if (!channel || !email) throw new Error('The form lacks a field.');
  Object.assign(channel, { value: 'Web' });
  Object.assign(email, { value: 'nobody', focus: jest.fn() });
  find(element, 'lightning-button').click();
  expect(email.focus).toHaveBeenCalled();
  expect(corrected).not.toHaveBeenCalled();
  expect(channel.value).toBe('Web');
});
