import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED_PLATFORMS } from '#mapping-engine';
import { platforms } from '../../src/platforms/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SEARCHED = ['worker/src', 'force-app/main', 'scripts'];

/** Where a platform is at home. */
const OWN = [...platforms.keys()].flatMap((id) => [
  ...[`worker/src/accept/${id}/`, `worker/src/compose/shops/${id}/`],
]);

/** Every other place that names one, and why that keeps nobody from adding a further one. */
const NAMED: Record<string, string> = {
  'worker/src/platforms/': 'The registry, and what it lists.',
  'worker/src/shared/settings.ts':
    'Where the API of BigCommerce is: one address for all its stores. Other forms ask for theirs.',
  'worker/src/pages/context.ts': 'Hands that setting on to the form.',
  'worker/src/compose/companies/public-domains.ts': 'An address at which anybody can have a shop.',
  'force-app/main/commerce/objects/Shop__c/fields/Platform__c.field-meta.xml':
    'Examples in a picklist that is not restricted.',
  'force-app/main/mapping/lwc/mappingEngine/documentedPlatforms.ts':
    'Platforms whose records are documented; others are mapped by their samples.',
  'force-app/main/mapping/lwc/mappingEngine/raw': 'Those records, field by field.',
  'force-app/main/mapping/lwc/mappingEngine/template':
    'Templates of theirs; shops of others begin with the one for any shop.',
  'force-app/main/mapping/lwc/mappingEngine/sourcesShop.ts': 'Examples in a sentence of help.',
  'scripts/': 'The shops on the developer’s machine: those that have a stand-in.',
};

async function filesThatName(): Promise<string[]> {
  const words = [...platforms].flatMap(([id, { label }]) => [id, label]);
  const naming = new RegExp(words.join('|'), 'i');
  const found = await Promise.all(
    SEARCHED.map(async (folder) => {
      const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((path) => !path.includes('__tests__'));
    }),
  );
  const named: string[] = [];
  for (const path of found.flat()) {
    if (naming.test(path.slice(ROOT.length)) || naming.test(await readFile(path, 'utf8')))
      named.push(path.slice(ROOT.length + 1));
  }
  return named.filter((path) => !OWN.some((home) => path.startsWith(home)));
}

describe('adding a platform touches the registry and nothing else', () => {
  it('for nothing outside the platforms names one, but for a few places that say why', async () => {
    const named = await filesThatName();
    const places = Object.keys(NAMED);
    const elsewhere = named.filter((path) => !places.some((place) => path.startsWith(place)));
    expect(elsewhere, 'These files tell platforms apart. Let the registry say it.').toEqual([]);
    const stale = places.filter((place) => !named.some((path) => path.startsWith(place)));
    expect(stale, 'These places name no platform any more: take them off the list.').toEqual([]);
  });

  it('and what the mapping knows of platforms are platforms, called as everywhere', () => {
    for (const [id, label] of Object.entries(DOCUMENTED_PLATFORMS))
      expect(platforms.get(id)?.label, `The mapping knows a platform "${id}".`).toBe(label);
  });
});
