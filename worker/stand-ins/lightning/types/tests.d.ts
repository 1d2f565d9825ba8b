// What tests of components find without importing it: the globals of Jest, and what `@sa11y/jest`
// adds to `expect`. For the checker only.

import type { expect as jestExpect, jest as jestObject } from '@jest/globals';

interface Accessible {
  /** Fails with what axe found in the element. */
  toBeAccessible(): Promise<void>;
}
type Expect = ((actual: unknown) => ReturnType<typeof jestExpect> & Accessible) & typeof jestExpect;

declare global {
  const jest: typeof jestObject;
  const expect: Expect;
  const describe: (typeof import('@jest/globals'))['describe'];
  const it: (typeof import('@jest/globals'))['it'];
  const beforeAll: (typeof import('@jest/globals'))['beforeAll'];
  const beforeEach: (typeof import('@jest/globals'))['beforeEach'];
  const afterEach: (typeof import('@jest/globals'))['afterEach'];
  const afterAll: (typeof import('@jest/globals'))['afterAll'];
}
