import { parseArgs } from 'node:util';
import { startClarity } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string' },
    'shop-id': { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    'api-key': { type: 'string' },
    'webhook-url': { type: 'string' },
    'webhook-secret': { type: 'string' },
    'webhook-header': { type: 'string' },
    renamed: { type: 'boolean', default: false },
    quota: { type: 'string' },
    empty: { type: 'boolean', default: false },
  },
});

const header = values['webhook-header'];
const store = await startClarity({
  port: Number(values.port),
  seed: !values.empty,
  renamed: values.renamed,
  ...(values.file !== undefined && { file: values.file }),
  ...(values['shop-id'] !== undefined && { shopId: values['shop-id'] }),
  ...(values['client-id'] !== undefined && { clientId: values['client-id'] }),
  ...(values['client-secret'] !== undefined && { clientSecret: values['client-secret'] }),
  ...(values['api-key'] !== undefined && { apiKey: values['api-key'] }),
  ...(values['webhook-url'] !== undefined && { webhookUrl: values['webhook-url'] }),
  ...(values['webhook-secret'] !== undefined && { webhookSecret: values['webhook-secret'] }),
  ...(header !== undefined && { proof: { method: 'header', header: header.toLowerCase() } }),
  ...(values.quota !== undefined && { quota: Number(values.quota) }),
});
console.log(`Clarity stand-in listens on ${store.url} as shop ${store.identity.shopId}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void store.close().then(() => process.exit(0)));
}
