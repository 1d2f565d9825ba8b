import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { API_VERSION } from '../../../src/deliver/salesforce/client.ts';

const MEMBERS = join(
  import.meta.dirname,
  '../../../../force-app/main/sync/platformEventChannelMembers',
);

it('every member of the people channel leaves out what the worker itself writes', () => {
  const files = readdirSync(MEMBERS).filter((name) => name.startsWith('Cartbridge_People_'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    expect(
      readFileSync(join(MEMBERS, file), 'utf8'),
      `${file} must name the API version and client by which the worker writes`,
    ).toContain(`'com/salesforce/api/rest/${API_VERSION};client=cartbridge'`);
  }
});
