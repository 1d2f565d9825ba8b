import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, REFUSED } from '#mapping-engine/formula';
import { MAPPING_PAGES, mappingPage } from '../../../scripts/write-mapping-docs.ts';
import { SCHEMA_FILE, schemaText } from '../../../scripts/write-schema.ts';
import { answer } from './formula-kit.ts';

describe.each(Object.keys(MAPPING_PAGES))('the page %s', (page) => {
  it('says what the engine can do', async () => {
    const { now, wanted } = await mappingPage(page);
    expect(now, `${page} is out of date; run: node scripts/write-mapping-docs.ts`).toBe(wanted);
  });
});

it('the schema of a mapping is published as it is in the code', async () => {
  const published = await readFile(new URL(`../../../${SCHEMA_FILE}`, import.meta.url), 'utf8');
  expect(
    published === (await schemaText()),
    `${SCHEMA_FILE} is not what the code gives; run: node scripts/write-schema.ts`,
  ).toBe(true);
});

const text = await readFile(new URL('../../../docs/formulas.md', import.meta.url), 'utf8');

/** The capital words in the tables of one section. */
function listed(heading: string): string[] {
  const section = text.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return [...new Set(rows.join('\n').match(/\b[A-Z][A-Z0-9]+\b/g))].sort();
}

describe('docs/formulas.md', () => {
  it('lists every function that formulas have, and no other', () => {
    expect(listed('Functions')).toEqual(FUNCTION_NAMES);
  });

  it('lists every function that is refused, and no other', () => {
    const words = listed('Refused').filter((word) => word !== 'HTML');
    expect(words).toEqual(Object.keys(REFUSED).sort());
  });

  it('shows a formula that works', () => {
    const example = /```\n(.+)\n```/.exec(text)?.[1] ?? '';
    const country = { 'order.shipTo.country': 'FR' };
    expect(answer(example, { extra: country })).toBe('6.5');
  });
});
