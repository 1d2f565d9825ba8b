import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CONTROL_GROUPS } from '../../../stand-ins/salesforce/page/controls/all.ts';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { startOrg } from './kit.ts';

const README = join(import.meta.dirname, '../../../stand-ins/salesforce/README.md');
/** They hand something over instead of being difficult. */
const NO_SWITCHES = ['/apps', '/refresh-tokens', '/query'];

const controls = CONTROL_GROUPS.flatMap(([, group]) => group);
let org: LocalOrg;

beforeEach(async () => {
  org = await startOrg();
  return () => org.close();
});

describe('the switches of the control page', () => {
  it.each(controls)('$title: posts to a control route that is there', async ({ path, on, off }) => {
    const { headers } = await fetch(`${org.url}/__local__${path}`, { method: 'OPTIONS' });
    const allowed = (headers.get('allow') ?? '').split(', ');
    for (const call of [on, off]) if (call) expect(allowed).toContain(call.method);
  });

  it('are all the control calls that the README documents', () => {
    const [, table = ''] = readFileSync(README, 'utf8').split('## How to make it fail');
    const documented = [...table.matchAll(/^\| `[A-Z, ]+ (\/[a-z-]+)/gm)].map(([, path]) => path);
    const wanted = documented.filter((path) => !NO_SWITCHES.includes(path ?? ''));
    expect(wanted.length).toBeGreaterThan(5);
    expect(controls.map(({ path }) => path)).toEqual(expect.arrayContaining(wanted));
  });
});
