import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/shared/settings.ts';

const KEY = Buffer.alloc(32, 7);
const GOOD = {
  DATABASE_URL: 'postgres://user:pass-word@db.example.com:5432/cartbridge',
  CARTBRIDGE_KEYS: `now:${KEY.toString('base64url')}`,
};

function messageOf(env: Record<string, string | undefined>): string {
  try {
    readSettings(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The settings were taken.');
}

describe('the settings', () => {
  it('are complete with a database and a key', () => {
    expect(readSettings(GOOD)).toEqual({
      databaseUrl: GOOD.DATABASE_URL,
      keys: [{ kid: 'now', key: KEY }],
      port: 4700,
      logLevel: 'info',
      workerUrl: 'http://localhost:4700',
      salesforce: {
        clientId: undefined,
        clientSecret: undefined,
        loginUrl: 'https://login.salesforce.com',
        lightningUrl: undefined,
        pubSubEndpoint: undefined,
      },
      bigcommerceUrl: 'https://api.bigcommerce.com',
    });
  });

  it('know a model only where address, key and name are there', () => {
    const named = { INFERENCE_URL: 'https://us.inference.heroku.com', INFERENCE_MODEL_ID: 'small' };
    expect(readSettings({ ...GOOD, ...named })).not.toHaveProperty('inference');
    expect(readSettings({ ...GOOD, ...named, INFERENCE_KEY: 'hush' }).inference).toEqual({
      ...{ url: 'https://us.inference.heroku.com', key: 'hush', modelId: 'small' },
    });
  });

  it('take every variable', () => {
    const older = Buffer.alloc(32, 8);
    const settings = readSettings({
      DATABASE_URL: 'postgresql:///local',
      CARTBRIDGE_KEYS: `${GOOD.CARTBRIDGE_KEYS}, old-1:${older.toString('base64url')}`,
      PORT: '0',
      LOG_LEVEL: 'silent',
      WORKER_URL: 'https://worker.example.com/',
      SALESFORCE_CLIENT_ID: 'app',
      SALESFORCE_CLIENT_SECRET: 'hush',
      SALESFORCE_LOGIN_URL: 'https://test.salesforce.com',
      LIGHTNING_URL: 'http://127.0.0.1:4706',
      SALESFORCE_PUBSUB_ENDPOINT: 'localhost:4705',
      BIGCOMMERCE_URL: 'http://localhost:4702',
    });
    expect(settings).toMatchObject({
      ...{ port: 0, logLevel: 'silent', workerUrl: 'https://worker.example.com' },
      salesforce: {
        clientId: 'app',
        clientSecret: 'hush',
        loginUrl: 'https://test.salesforce.com',
        lightningUrl: 'http://127.0.0.1:4706',
        pubSubEndpoint: 'localhost:4705',
      },
      bigcommerceUrl: 'http://localhost:4702',
    });
    expect(settings.keys).toEqual([
      { kid: 'now', key: KEY },
      { kid: 'old-1', key: older },
    ]);
  });

  it('take an empty text of an optional one for none', () => {
    const optional = ['WORKER_URL', 'SALESFORCE_CLIENT_ID', 'SALESFORCE_LOGIN_URL'];
    const empty = Object.fromEntries(optional.map((name) => [name, '']));
    expect(readSettings({ ...GOOD, ...empty })).toEqual(readSettings(GOOD));
  });

  it.each([
    'worker.example.com',
    'http://worker.example.com',
    'https://worker.example.com/path',
    'https://user:word@worker.example.com',
    'https://worker.example.com?x',
  ])('refuse %s as the worker’s address, to which secrets are sent', (text) => {
    expect(messageOf({ ...GOOD, WORKER_URL: text })).toBe(
      'The environment is not complete:\n  WORKER_URL must be an address such as https://worker.example.com',
    );
  });

  it.each([
    ['DATABASE_URL', undefined, 'is missing: the PostgreSQL connection string'],
    ['CARTBRIDGE_KEYS', undefined, 'is missing: make one with `node scripts/make-key.ts`'],
  ])('say that %s is missing', (name, value, sentence) => {
    expect(messageOf({ ...GOOD, [name]: value })).toBe(
      `The environment is not complete:\n  ${name} ${sentence}`,
    );
  });

  const long = KEY.toString('base64url');
  it.each([
    ['DATABASE_URL', '', /must be a PostgreSQL connection string/],
    ['DATABASE_URL', 'mysql://user:hush@host/db', /must be a PostgreSQL connection string/],
    ['DATABASE_URL', 'postgres://user:hush@host:port/db', /must be a PostgreSQL connection string/],
    ['CARTBRIDGE_KEYS', '', /must be `<kid>:<base64url of 32 bytes>`/],
    ['CARTBRIDGE_KEYS', 'hush', /must be `<kid>:<base64url of 32 bytes>`/],
    ['CARTBRIDGE_KEYS', `a:hush${long}`, /must be `<kid>:<base64url of 32 bytes>`/],
    ['CARTBRIDGE_KEYS', `a:${long},`, /must be `<kid>:<base64url of 32 bytes>`/],
    ['CARTBRIDGE_KEYS', `a:${long},a:${long}`, /names two keys alike/],
    ['PORT', 'hush', /must be a port number/],
    ['PORT', '', /must be a port number/],
    ['PORT', '-1', /must be a port number/],
    ['PORT', '65536', /must be a port number/],
    ['LOG_LEVEL', 'hush', /must be one of fatal, error, warn, info, debug, trace, silent/],
  ])('say in one line what is wrong with %s=%s, without repeating it', (name, value, sentence) => {
    const message = messageOf({ ...GOOD, [name]: value });
    const lines = message.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^ {2}${name} must|^ {2}${name} names`));
    expect(lines[1]).toMatch(sentence);
    expect(message).not.toMatch(/hush|pass-word/);
    expect(message).not.toContain(long);
  });

  it('say everything that is wrong at once', () => {
    const message = messageOf({ PORT: 'x', LOG_LEVEL: 'x' });
    expect(message.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
      'The',
      'DATABASE_URL',
      'CARTBRIDGE_KEYS',
      'PORT',
      'LOG_LEVEL',
    ]);
  });
});
