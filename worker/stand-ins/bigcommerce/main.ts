import { parseArgs } from 'node:util';
import { startBigCommerce } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string' },
    'store-hash': { type: 'string' },
    'access-token': { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    quota: { type: 'string' },
    empty: { type: 'boolean', default: false },
  },
});

const store = await startBigCommerce({
  port: Number(values.port),
  seed: !values.empty,
  ...(values.file !== undefined && { file: values.file }),
  ...(values['store-hash'] !== undefined && { storeHash: values['store-hash'] }),
  ...(values['access-token'] !== undefined && { accessToken: values['access-token'] }),
  ...(values['client-id'] !== undefined && { clientId: values['client-id'] }),
  ...(values['client-secret'] !== undefined && { clientSecret: values['client-secret'] }),
  ...(values.quota !== undefined && { quota: Number(values.quota) }),
});
console.log(`BigCommerce stand-in listens on ${store.url} as store ${store.storeHash}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void store.close().then(() => process.exit(0)));
}
