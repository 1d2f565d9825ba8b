import { parseArgs } from 'node:util';
import { startLightning } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'salesforce-url': { type: 'string' },
    'access-token': { type: 'string' },
    source: { type: 'string' },
    username: { type: 'string' },
    namespace: { type: 'string', default: '' },
    'cache-dir': { type: 'string' },
    'sales-user': { type: 'boolean', default: false },
    'no-watch': { type: 'boolean', default: false },
    locale: { type: 'string' },
    'time-zone': { type: 'string' },
    currency: { type: 'string' },
    dir: { type: 'string' },
  },
});

const { 'salesforce-url': instanceUrl, 'access-token': accessToken } = values;
if (instanceUrl === undefined || accessToken === undefined) {
  throw new Error('Give the org by --salesforce-url and its administrator by --access-token.');
}
if (values.dir !== undefined && values.dir !== 'ltr' && values.dir !== 'rtl') {
  throw new Error('--dir is ltr or rtl.');
}

const lightning = await startLightning({
  port: Number(values.port),
  salesforce: { instanceUrl, accessToken },
  namespace: values.namespace,
  watch: !values['no-watch'],
  salesUser: values['sales-user'],
  report: (line) => console.log(line),
  formats: {
    ...(values.locale && { locale: values.locale }),
    ...(values['time-zone'] && { timeZone: values['time-zone'] }),
    ...(values.currency && { currency: values.currency }),
    ...(values.dir && { dir: values.dir }),
  },
  ...(values.source && { source: values.source }),
  ...(values.username && { username: values.username }),
  ...(values['cache-dir'] && { cacheDir: values['cache-dir'] }),
});
console.log(`Lightning Experience (local) listens on ${lightning.url}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void lightning.close().then(() => process.exit(0)));
}
