import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { checkMetadata } from '../../../scripts/check-metadata.ts';
import { mistakesInFields } from './mistakes-in-fields.ts';
import { mistakesInFiles } from './mistakes-in-files.ts';
import { mistakesInPermissions } from './mistakes-in-permissions.ts';
import { mistakesOnPages } from './mistakes-on-pages.ts';
import { mistakesOnScreens } from './mistakes-on-screens.ts';
import { copyPackage, projectRoot } from './package-copy.ts';

const copy = copyPackage();
afterEach(() => copy.restore());
afterAll(() => copy[Symbol.dispose]());

describe('the metadata checker', () => {
  it('finds nothing wrong with the package', async () => {
    expect(await checkMetadata(projectRoot)).toEqual([]);
  });

  it.each([
    ...mistakesInFiles,
    ...mistakesInFields,
    ...mistakesOnScreens,
    ...mistakesOnPages,
    ...mistakesInPermissions,
  ])('finds $what, and nothing else', async ({ seed, file, at, problem }) => {
    seed(copy);

    const findings = await checkMetadata(copy.root);

    expect(findings).toEqual([
      {
        file: file ? `force-app/main/${file}` : 'force-app',
        line: expect.any(Number) as number,
        problem,
        action: expect.stringMatching(/^[A-Z].*\.$/) as string,
      },
    ]);
    if (at) expect(copy.read(file).split('\n')[(findings[0]?.line ?? 0) - 1]).toContain(at);
  });
});
