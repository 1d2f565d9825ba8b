import { describe, expect, it } from 'vitest';
import { waitFor } from '../kit/wait-for.ts';

describe('waitFor', () => {
  it('returns what the condition gives as soon as it gives something', async () => {
    let asked = 0;
    const result = await waitFor(() => (++asked === 3 ? 'there' : undefined), {
      what: 'the third time',
      everyMs: 1,
    });

    expect(result).toBe('there');
    expect(asked).toBe(3);
  });

  it('says what it waited for and what went wrong last', async () => {
    const failing = (): never => {
      throw new Error('connection refused');
    };

    await expect(
      waitFor(failing, { what: 'the worker', timeoutMs: 5, everyMs: 1 }),
    ).rejects.toThrow('Waited 5 ms in vain for the worker. Last error: connection refused');
  });
});
