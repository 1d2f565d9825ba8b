import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { App } from './oauth/apps.ts';
import { startSalesforce } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string' },
    namespace: { type: 'string', default: '' },
    apps: { type: 'string' },
    'admin-token': { type: 'string' },
    'schema-dir': { type: 'string' },
    empty: { type: 'boolean', default: false },
  },
});

const org = await startSalesforce({
  port: Number(values.port),
  namespace: values.namespace,
  empty: values.empty,
  ...(values.file && { file: values.file }),
  ...(values.apps && { apps: JSON.parse(readFileSync(values.apps, 'utf8')) as App[] }),
  ...(values['admin-token'] && { adminToken: values['admin-token'] }),
  ...(values['schema-dir'] && { schemaDir: values['schema-dir'] }),
});
console.log(`Salesforce (local org) listens on ${org.url}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void org.close().then(() => process.exit(0)));
}
