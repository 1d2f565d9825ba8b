import { expect, jest, test } from '@jest/globals';
import MappingTransfer from 'c/mappingTransfer';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { MAPPING, OTHER } from '../../mappingData/__tests__/records';

const OWN = { ...MAPPING, settings: { country: 'DE', timeZone: 'Europe/Berlin' } };

function panel(more: object = {}): { element: HTMLElement; taken: jest.Mock } {
  const element = show(MappingTransfer, { mapping: OWN, shopKey: 'shop-1', ...more });
  const taken = jest.fn();
  element.addEventListener('change', (event) => {
    const { mapping } = (event as CustomEvent<{ mapping?: unknown }>).detail;
    if (mapping) taken(mapping as never);
  });
  return { element, taken };
}

async function paste(element: Element, text: string): Promise<void> {
  change(find(element, '[data-id="paste"]'), text);
  find(element, '[data-id="import"]').click();
  await settle();
}

test('what is pasted is taken, with country and time zone of the own shop', async () => {
  const { element, taken } = panel();
  await paste(element, JSON.stringify(OTHER));
  expect(taken.mock.calls).toEqual([[{ ...OTHER, settings: OWN.settings }]]);
  expect(textsOf(element, '[data-id="taken"]')).toEqual(['c.Mapping_Transfer_Taken']);
  await expectAccessible(element);
});

test('a chosen file is taken too', async () => {
  const { element, taken } = panel();
  const file = find(element, '[data-id="file"]');
  file.files = [{ text: () => Promise.resolve(JSON.stringify(OTHER)) }];
  file.dispatchEvent(new CustomEvent('change', { detail: { files: [] } }));
  await settle();
  expect(taken).toHaveBeenCalledTimes(1);
});

test.each([
  ['{"format":', /./],
  [JSON.stringify({ ...OTHER, format: 2 }), /^format: /],
])('what is no mapping is refused by place: %#', async (text, said) => {
  const { element, taken } = panel();
  await paste(element, text);
  expect(taken).not.toHaveBeenCalled();
  expect(textsOf(element, '[data-id="refused"] li')[0]).toMatch(said);
  await expectAccessible(element);
});

test('the draft is handed out as a file named after its shop', () => {
  const clicked = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(() => undefined);
  const urls = Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: jest.fn() });
  find(panel().element, '[data-id="export"]').click();
  expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe('mapping-shop-1.json');
  expect(urls.revokeObjectURL).toHaveBeenCalledWith('blob:1');
  clicked.mockRestore();
});

test('who may only look can take the file, and bring none in', () => {
  const { element } = panel({ readOnly: true });
  expect(isShown(element, '[data-id="export"]')).toBe(true);
  expect(isShown(element, '[data-id="import"]')).toBe(false);
});
