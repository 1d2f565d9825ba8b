import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../kit/database.ts';
import { openJourney, type Journey } from './journey.ts';
import { fits, storiesFor, type Scene, type Telling } from './story.ts';

/**
 * Both shops, with and without namespace, each once. Of the other two tests tell some: Clarity's
 * installations come without one, and the package that the Salesforce CLI installs has one
 * (contract/cli-packaging.test.ts). `npm run story` tells everything anywhere.
 */
export const TELLINGS: Telling[] = [
  { shop: 'bigcommerce', namespace: '' },
  { shop: 'clarity', namespace: 'cartbridge' },
];

/** The scene on a stack of its own for each telling; the server of the databases is shared. */
export function tellScene(scene: Scene, tellings = TELLINGS): void {
  for (const telling of tellings) {
    if (fits(scene, telling)) tellOnce(scene, telling);
  }
}

function tellOnce(scene: Scene, telling: Telling): void {
  const { shop, namespace } = telling;
  describe(`${scene.about}, ${shop}${namespace && ' and an installed package'}`, () => {
    let journey: Journey;
    let database: TestDatabase | undefined;

    beforeAll(async () => {
      if (!scene.restartsPostgres) database = await createDatabase();
      const shelf = inject('preparedOrgs');
      journey = await openJourney({
        ...{ shelf, telling, scene },
        ...(database && { databaseUrl: database.url }),
      });
    }, 120_000);

    afterAll(async () => {
      // Where it did not come up there is nothing to close, and the cause is told already.
      await (journey as Journey | undefined)?.close();
      await database?.drop();
    });

    const test = scene.sideBySide ? it.concurrent : it;
    for (const story of storiesFor(scene, shop)) {
      test(story.title, { timeout: 180_000 }, () => journey.tell(story));
    }
  });
}
