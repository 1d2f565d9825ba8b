import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consecutivePorts, describeTaken, freePort, isFree } from '../../../scripts/lib/ports.ts';

describe('ports', () => {
  let other: Server;
  let taken: number;

  beforeEach(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    taken = (other.address() as AddressInfo).port;
  });

  afterEach(() => new Promise<void>((resolve) => other.close(() => resolve())));

  it('are eight in a row from the base', () => {
    expect(consecutivePorts(4700)).toEqual({
      worker: 4700,
      salesforce: 4701,
      bigcommerce: 4702,
      postgres: 4703,
      engagement: 4704,
      pubsub: 4705,
      lightning: 4706,
      clarity: 4707,
    });
  });

  it('are not free while somebody listens', async () => {
    expect(await isFree(taken)).toBe(false);
    expect(await isFree(await freePort())).toBe(true);
  });

  it('that are taken are named, with the way out', async () => {
    expect(await describeTaken({ worker: await freePort() })).toBeUndefined();
    expect(await describeTaken({ worker: taken })).toMatch(
      new RegExp(`Port ${taken} \\(worker\\) is taken .*npm start -- --port \\d+`),
    );
  });
});
