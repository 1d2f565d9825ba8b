import { expect, test } from '@jest/globals';
import { askedTexts, changesText, keptText, versionText } from '../words';
import { job, version } from '../../mappingData/__tests__/records';

test('the version in use is named with what is known of it', () => {
  expect(versionText(0, 'Blue Shop')).toBe('c.Mapping_Page_Never');
  expect(versionText(2, 'Blue Shop')).toBe('c.Mapping_Page_Version_Only');
  expect(versionText(2, 'Blue Shop', version())).toBe('c.Mapping_Page_Version');
});

test('no change, one and several are told apart', () => {
  expect([0, 1, 7].map(changesText)).toEqual([
    'c.Mapping_Page_No_Changes',
    'c.Mapping_Page_One_Change',
    'c.Mapping_Page_Changes',
  ]);
});

test('how the draft is kept is said, a conflict elsewhere', () => {
  expect(keptText('saved', undefined)).toBe('c.Mapping_Page_Saved');
  expect(keptText('conflict', undefined)).toBe('');
  expect(keptText('failed', new Error('No.'))).toBe('c.Mapping_Page_Save_Failed');
});

test('what the worker is reading for the screen is said while it lasts', () => {
  const jobs = [
    job({ type: 'Load Samples', status: 'Running' }),
    job({ type: 'Describe Targets', status: 'Done' }),
    job({ type: 'Publish Mapping', status: 'Requested' }),
  ];
  expect(askedTexts(jobs)).toEqual(['c.Mapping_Page_Asked']);
});
