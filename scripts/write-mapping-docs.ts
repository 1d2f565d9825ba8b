// Brings the tables in the pages about mappings up to date: node scripts/write-mapping-docs.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import {
  functionList,
  rawTables,
  sourceTables,
  stepTables,
  templateTable,
} from './lib/mapping-tables.ts';

/** The pages, below the root of the project, and what is made in each between its markers. */
export const MAPPING_PAGES: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/mapping.md': { steps: stepTables, functions: functionList, templates: templateTable },
  'docs/mapping-sources.md': { sources: sourceTables, raw: rawTables },
};

const ROOT = join(import.meta.dirname, '..');

/** The page as it is, and as it should be. Throws where a marker is missing. */
export async function mappingPage(page: string): Promise<{ now: string; wanted: string }> {
  const now = readFileSync(join(ROOT, page), 'utf8');
  const filled = Object.entries(MAPPING_PAGES[page] ?? {}).reduce(
    (text, [name, make]) => between(text, name, make(), page),
    now,
  );
  return { now, wanted: await format(filled, { parser: 'markdown', printWidth: 100 }) };
}

function between(text: string, name: string, made: string, page: string): string {
  const [begin, end] = [`<!-- made: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`${page} has no place for ${name}; put ${begin} and ${end} into it.`);
  return `${text.slice(0, from + begin.length)}\n\n${made}\n\n${text.slice(to)}`;
}

if (import.meta.main) {
  for (const page of Object.keys(MAPPING_PAGES)) {
    const { wanted } = await mappingPage(page);
    writeFileSync(join(ROOT, page), wanted);
    console.log(`Wrote ${page}.`);
  }
}
