import { expect, it } from 'vitest';
import { describeLocalOrg, measureLocalOrg } from '../../../scripts/bench/local-org.ts';

it('the local org starts by itself and saves 200 orders in each call', async () => {
  const speed = await measureLocalOrg();
  // Printed and not asserted: the seconds are the machine's.
  process.stdout.write(`${describeLocalOrg(speed)}\n`);
  expect(Object.values(speed).every((milliseconds) => milliseconds > 0)).toBe(true);
});
