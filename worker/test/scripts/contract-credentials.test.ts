import { afterEach, describe, expect, it, vi } from 'vitest';
import { contractCredentials } from '../../../scripts/lib/environment.ts';

const read = () => contractCredentials('BIGCOMMERCE', ['API_URL', 'TOKEN']);

function set(url: string, token: string): void {
  vi.stubEnv('CONTRACT_BIGCOMMERCE_API_URL', url);
  vi.stubEnv('CONTRACT_BIGCOMMERCE_TOKEN', token);
}

afterEach(() => void vi.unstubAllEnvs());

describe('the credentials of a real system for the contract suite', () => {
  it('are all there is to know of it', () => {
    set('https://api.example.com/stores/abc', 'secret');
    expect(read()).toEqual({ API_URL: 'https://api.example.com/stores/abc', TOKEN: 'secret' });
  });

  it('are none when nothing is set', () => {
    set('', '');
    expect(read()).toBeUndefined();
  });

  it('are refused in part, naming what is missing', () => {
    set('https://api.example.com/stores/abc', '');
    expect(read).toThrow('set CONTRACT_BIGCOMMERCE_TOKEN too');
  });
});
