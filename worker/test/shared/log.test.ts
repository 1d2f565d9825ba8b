import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Failure, asFailure } from '../../src/shared/failure.ts';
import { createLog, describeFailure, type Log } from '../../src/shared/log.ts';

/** A log whose lines can be read as text. */
function writtenLog(level = 'info'): { log: Log; text: () => string; line: () => unknown } {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString();
      done();
    },
  });
  const line = (): unknown => JSON.parse(text);
  return { log: createLog('work', level, destination), text: () => text, line };
}

describe('a log line', () => {
  it('says when, which process, how grave, and what', () => {
    const { log, line } = writtenLog();
    log.warn({ org: 'org-1', record: 'shop-1:order:1', events: 2 }, 'event.attempted');
    expect(line()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      process: 'work',
      org: 'org-1',
      record: 'shop-1:order:1',
      events: 2,
      msg: 'event.attempted',
    });
  });

  it('below the level is not written', () => {
    const { log, text } = writtenLog('warn');
    log.info('quiet');
    expect(text()).toBe('');
  });

  it.each([
    'accessToken',
    'access_token',
    'refresh_token',
    'X-Auth-Token',
    'apiKey',
    'x-api-key',
    'clientSecret',
    'clientSecrets',
    'client_secret',
    'webhookSecrets',
    'x-cartbridge-secret',
    'sealedSecrets',
    'sealedCredentials',
    'privateKeyPem',
    'Authorization',
    'set-cookie',
    'password',
    'webhook-signature',
    'email',
    'Email__c',
    'billing_email',
    'firstName',
    'LastName',
    'first_name',
    'Phone',
    'body',
    'payload',
  ])('never holds the value of %s, wherever it stands', (name) => {
    const { log, text } = writtenLog();
    const inner = { [name]: 'jane-hush' };
    log.info(inner, 'top');
    log.info({ shop: inner }, 'below');
    log.info({ a: { b: { c: { d: { e: inner } } } } }, 'deep');
    log.info({ list: [{ rows: [inner] }] }, 'in lists');
    log.info({ [name]: ['jane-hush', { value: 'jane-hush' }] }, 'as a list');
    expect(text().trim().split('\n')).toHaveLength(5);
    expect(text()).not.toContain('jane-hush');
    expect(text()).toContain('[redacted]');
  });

  it.each([
    ['alone', (log: Log, error: Error) => log.error(error)],
    ['with a sentence', (log: Log, error: Error) => log.error(error, 'batch.failed')],
    ['as err', (log: Log, error: Error) => log.error({ err: error })],
    ['inside', (log: Log, error: Error) => log.error({ at: { cause: error } }, 'batch.failed')],
  ])('of an error %s has its name, code and place, but not its message', (_, write) => {
    const { log, text } = writtenLog();
    const cause = new Error('jane@example.com is taken');
    write(
      log,
      Object.assign(new TypeError('INVALID: jane@example.com', { cause }), { code: '23505' }),
    );
    expect(text()).toContain('"name":"TypeError","code":"23505"');
    expect(text()).toContain('log.test.ts');
    expect(text()).not.toContain('jane');
  });

  it('survives what cannot be shown', () => {
    const { log, text } = writtenLog();
    const round: Record<string, unknown> = { raw: Buffer.from('jane-hush') };
    round.self = round;
    log.info(round, 'round');
    log.info({ at: new Date(0), none: null, nothing: undefined }, 'plain');
    expect(text()).toContain('"at":"1970-01-01T00:00:00.000Z","none":null');
    expect(text()).not.toContain(Buffer.from('jane-hush').toJSON().data.slice(0, 4).join());
  });
});

describe('a failure in a line', () => {
  it('is its kind, codes and fields, never its sentence', () => {
    const failure = new Failure('record_refused', 'jane@example.com is refused.', {
      details: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Email'] },
      cause: new Error('jane@example.com'),
    });
    expect(describeFailure(failure)).toEqual({
      kind: 'record_refused',
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      fields: ['Email'],
    });
  });

  it('says where an unexpected one happened, even when its message has many lines', () => {
    const described = describeFailure(
      asFailure(new Error('bad row\n at jane@example.com\n  more')),
    );
    expect(described).toMatchObject({ kind: 'unexpected' });
    expect(JSON.stringify(described)).toContain('log.test.ts');
    expect(JSON.stringify(described)).not.toContain('jane');
  });

  it('says where even what is no error was found', () => {
    expect(describeFailure(asFailure('a text'))).toMatchObject({
      kind: 'unexpected',
      at: expect.arrayContaining([expect.stringContaining('asFailure')]) as string[],
    });
  });
});
