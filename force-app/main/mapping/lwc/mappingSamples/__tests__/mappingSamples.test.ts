import { expect, jest, test } from '@jest/globals';
import MappingPaste from 'c/mappingPaste';
import MappingSamples from 'c/mappingSamples';
import { expectAccessible, find, settle, show } from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

const open = MappingPaste.open as unknown as jest.Mock<(options: Options) => Promise<unknown>>;

interface Options {
  text: string;
  onkept(event: { detail: string }): void;
}

test('a pasted record is told; what was typed is there again when the window opens again', async () => {
  const element = show(MappingSamples, { samples: [], kind: 'order', hasOthers: true });
  expect(find(element, 'c-empty-state').heading).toBe('c.Mapping_Fields_Sample_None_Of_Kind');
  const said = jest.fn();
  element.addEventListener('pasted', (event) => said((event as CustomEvent).detail));
  open.mockImplementationOnce((options) => {
    options.onkept({ detail: '{"id"' });
    return Promise.resolve(undefined);
  });
  find(element, '[data-id="paste"]').click();
  await settle();
  expect(said).not.toHaveBeenCalled();
  const pasted = { input: {}, note: '' };
  open.mockImplementationOnce(({ text }) => Promise.resolve(text === '{"id"' ? pasted : 'lost'));
  find(element, '[data-id="paste"]').click();
  await settle();
  expect(said.mock.calls).toEqual([[pasted]]);
  await expectAccessible(element);
});
