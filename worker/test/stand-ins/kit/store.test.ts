import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../stand-ins/kit/store.ts';

describe('the store of the stand-ins', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartbridge-store-'));
    file = join(folder, 'state.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has everything again after a start without a proper end', () => {
    const before = openStore(file);
    before.collection('order').set('1', { total: '9.99' });
    before.collection('order').set('2', { total: '1.00' });
    before.collection('order').delete('2');
    before.next('order', 100);
    // No close(): the process was killed.
    const after = openStore(file);
    expect(after.collection('order').values()).toEqual([{ total: '9.99' }]);
    expect(after.next('order', 100)).toBe(101);
    before.close();
    after.close();
  });

  it('leaves out the line that a killed process did not finish', () => {
    const before = openStore(file);
    before.collection('order').set('1', { total: '9.99' });
    before.close();
    appendFileSync(file, '["order","2",{"tot');
    const after = openStore(file);
    expect(after.collection('order').values()).toEqual([{ total: '9.99' }]);
    after.close();
  });

  it('forgets what was overwritten when it starts again, so that the file does not grow', () => {
    const before = openStore(file);
    for (let time = 0; time < 50; time += 1) before.collection('order').set('1', { time });
    before.close();
    openStore(file).close();
    expect(readFileSync(file, 'utf8')).toBe('["order","1",{"time":49}]\n');
  });

  it('begins anew after a reset, in the file as well', () => {
    const store = openStore(file);
    store.collection('order').set('1', {});
    store.reset();
    store.close();
    expect(openStore(file).collection('order').size).toBe(0);
  });
});
