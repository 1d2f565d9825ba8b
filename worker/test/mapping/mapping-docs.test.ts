import { describe, it, expect } from 'vitest';
import { MAPPING_PAGES, mappingPage } from '../../../scripts/write-mapping-docs.ts';

describe.each(Object.keys(MAPPING_PAGES))('the page %s', (page) => {
  it('says what the engine can do', async () => {
    const { now, wanted } = await mappingPage(page);
    expect(now, `${page} is out of date; run: node scripts/write-mapping-docs.ts`).toBe(wanted);
  });
});
