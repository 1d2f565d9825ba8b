import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { App } from './oauth/apps.ts';
import { readFeature } from './schema/features/features.ts';
import { startSalesforce } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string' },
    namespace: { type: 'string', default: '' },
    apps: { type: 'string' },
    'admin-token': { type: 'string' },
    'schema-dir': { type: 'string' },
    feature: { type: 'string', multiple: true },
    empty: { type: 'boolean', default: false },
    hub: { type: 'boolean', default: false },
    packages: { type: 'string' },
    'engagement-url': { type: 'string' },
    'pubsub-port': { type: 'string' },
  },
});

const org = await startSalesforce({
  port: Number(values.port),
  namespace: values.namespace,
  empty: values.empty,
  hub: values.hub,
  ...(values.packages && { packages: values.packages }),
  ...(values.feature && { features: values.feature.map(readFeature) }),
  ...(values.file && { file: values.file }),
  ...(values.apps && { apps: JSON.parse(readFileSync(values.apps, 'utf8')) as App[] }),
  ...(values['admin-token'] && { adminToken: values['admin-token'] }),
  ...(values['schema-dir'] && { schemaDir: values['schema-dir'] }),
  ...(values['engagement-url'] && { engagementUrl: values['engagement-url'] }),
  ...(values['pubsub-port'] && { pubSubPort: Number(values['pubsub-port']) }),
});
console.log(`Salesforce (local org) listens on ${org.url}`);
if (org.pubSubUrl) console.log(`Its Pub/Sub API listens on ${org.pubSubUrl}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void org.close().then(() => process.exit(0)));
}
