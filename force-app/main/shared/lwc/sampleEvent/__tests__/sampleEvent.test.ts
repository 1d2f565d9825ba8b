import { createElement } from 'lwc';
import { setup } from '@sa11y/jest';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import SampleEvent from 'c/sampleEvent';

setup();

const info = getObjectInfo as unknown as { emit(data: object): void };
const created = jest.mocked(createRecord);
const settle = () => new Promise((resolve) => setTimeout(resolve));

async function button(createable: boolean): Promise<HTMLElement> {
  const element = createElement('c-sample-event', { is: SampleEvent });
  document.body.appendChild(element);
  info.emit({ createable });
  await settle();
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
});

it('asks the worker for a sample event and says so', async () => {
  created.mockResolvedValue({ id: 'a09' } as never);
  const element = await button(true);
  await expect(element).toBeAccessible();
  element.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
  await settle();
  expect(created.mock.calls[0]?.[0]).toMatchObject({
    apiName: 'Sync_Job__c',
    fields: { Type__c: 'Send Sample Event', Status__c: 'Requested' },
  });
  const told = element.shadowRoot?.querySelector('[role="status"]');
  expect(told?.textContent).toBe('c.Shopper_Sample_Sent');
});

it('says why the request was refused, and can be pressed again', async () => {
  created.mockRejectedValue({ body: { message: 'The storage limit is exceeded' } });
  const element = await button(true);
  const press = element.shadowRoot?.querySelector('lightning-button');
  press?.dispatchEvent(new CustomEvent('click'));
  await settle();
  expect(element.shadowRoot?.querySelector('[role="alert"]')?.textContent).toBe(
    'The storage limit is exceeded',
  );
  expect((press as HTMLElement & { disabled: boolean }).disabled).toBe(false);
  await expect(element).toBeAccessible();
});

it('shows nothing to who may not create jobs', async () => {
  const element = await button(false);
  expect(element.shadowRoot?.querySelector('lightning-button')).toBeNull();
});
