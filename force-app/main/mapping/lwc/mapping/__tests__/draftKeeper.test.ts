import { expect, jest, test } from '@jest/globals';
import { DraftKeeper, type KeptRecord } from '../draftKeeper';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T10:05:00.000Z';
const LATEST = '2026-11-22T10:06:00.000Z';
const RECORD: KeptRecord = { id: 'm1', draft: 'old', modifiedAt: AT };

/** A keeper beside a record that others may change. */
function keep() {
  const said: string[] = [];
  const write = jest.fn<(id: string, draft: string, since?: string) => Promise<string>>();
  const look = jest.fn<() => Promise<unknown>>();
  write.mockResolvedValue(LATER);
  look.mockResolvedValue(undefined);
  const keeper = new DraftKeeper({
    write,
    look,
    delayMs: 60_000,
    onKept: (kept) => said.push(kept),
  });
  keeper.open(RECORD);
  return { keeper, write, look, said };
}

const changed = Object.assign(new Error('Somebody changed it.'), { status: 412 });

test('a change is saved over what was read, and what is saved is not saved again', async () => {
  const { keeper, write, said } = keep();
  keeper.change('mine');
  expect(await keeper.flush()).toBe(true);
  keeper.change('mine');
  expect(await keeper.flush()).toBe(true);
  expect(write.mock.calls).toEqual([['m1', 'mine', AT]]);
  expect(said).toEqual(['saved', 'unsaved', 'saving', 'saved']);
});

test('what is typed while a save is under way is saved after it, over the first save', async () => {
  const { keeper, write } = keep();
  keeper.change('one');
  const saving = keeper.flush();
  keeper.change('two');
  await saving;
  expect(write.mock.calls).toEqual([
    ['m1', 'one', AT],
    ['m1', 'two', LATER],
  ]);
});

test('a save happens by itself a moment after the last change', async () => {
  jest.useFakeTimers();
  try {
    const { keeper, write } = keep();
    keeper.change('one');
    await jest.advanceTimersByTimeAsync(59_000);
    keeper.change('two');
    await jest.advanceTimersByTimeAsync(59_000);
    expect(write).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(write.mock.calls).toEqual([['m1', 'two', AT]]);
  } finally {
    jest.useRealTimers();
  }
});

test('a failed save stays to be saved', async () => {
  const { keeper, write, said } = keep();
  write.mockRejectedValueOnce(new Error('The org is away.'));
  keeper.change('mine');
  expect(await keeper.flush()).toBe(false);
  expect(said.at(-1)).toBe('failed');
  expect(await keeper.flush()).toBe(true);
  expect(said.at(-1)).toBe('saved');
});

test('a draft that somebody else saved meanwhile is not overwritten, unless mine shall count', async () => {
  const { keeper, write, look, said } = keep();
  write.mockRejectedValueOnce(changed);
  look.mockImplementation(() => {
    keeper.seen({ ...RECORD, draft: 'theirs', modifiedAt: LATER });
    return Promise.resolve();
  });
  keeper.change('mine');
  expect(await keeper.flush()).toBe(false);
  expect(said.at(-1)).toBe('conflict');
  keeper.change('mine too');
  expect(write).toHaveBeenCalledTimes(1);
  expect(await keeper.overwrite()).toBe(true);
  expect(write.mock.calls.at(-1)).toEqual(['m1', 'mine too', undefined]);
  expect(said.at(-1)).toBe('saved');
});

test('a record changed beside its draft, as by a publishing, is no conflict', async () => {
  const { keeper, write, look, said } = keep();
  write.mockRejectedValueOnce(changed);
  look.mockImplementation(() => {
    keeper.seen({ ...RECORD, modifiedAt: LATER });
    return Promise.resolve();
  });
  keeper.change('mine');
  expect(await keeper.flush()).toBe(true);
  expect(write.mock.calls).toEqual([
    ['m1', 'mine', AT],
    ['m1', 'mine', LATER],
  ]);
  expect(said).not.toContain('conflict');
});

test('where the record cannot be read again the conflict is told, and solved once it can be', async () => {
  const { keeper, write, said } = keep();
  write.mockRejectedValueOnce(changed);
  keeper.change('mine');
  expect(await keeper.flush()).toBe(false);
  expect(said.at(-1)).toBe('conflict');
  keeper.seen({ ...RECORD, modifiedAt: LATER });
  expect(await keeper.flush()).toBe(true);
  expect(said.at(-1)).toBe('saved');
});

test("somebody else's draft is opened where nothing of one's own is in its way, older news never", () => {
  const { keeper, said } = keep();
  expect(keeper.seen({ ...RECORD, draft: 'theirs', modifiedAt: LATER })).toBe(true);
  expect(keeper.seen({ ...RECORD, draft: 'older', modifiedAt: AT })).toBe(false);
  expect(keeper.seen({ ...RECORD, id: 'm2', draft: 'of another', modifiedAt: LATER })).toBe(false);
  keeper.change('mine');
  expect(keeper.seen({ ...RECORD, draft: 'theirs', modifiedAt: LATEST })).toBe(false);
  expect(said.at(-1)).toBe('conflict');
  keeper.close();
});

test('a save that ends after another mapping was opened changes nothing of that', async () => {
  const { keeper, said } = keep();
  keeper.change('mine');
  const saving = keeper.flush();
  keeper.open({ ...RECORD, id: 'm2' });
  await saving;
  expect(said.at(-1)).toBe('saved');
  expect(keeper.kept).toBe('saved');
});
