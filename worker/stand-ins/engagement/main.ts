import { parseArgs } from 'node:util';
import { readRecipe } from './recipes/recipe.ts';
import { startEngagement } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string' },
    'salesforce-url': { type: 'string' },
    'access-token': { type: 'string' },
    namespace: { type: 'string', default: '' },
    'business-unit-id': { type: 'string' },
    recipe: { type: 'string', multiple: true, default: [] },
  },
});

const { 'salesforce-url': instanceUrl, 'access-token': accessToken } = values;
if (instanceUrl === undefined || accessToken === undefined) {
  throw new Error('Give the org by --salesforce-url and the connector user by --access-token.');
}

const unit = await startEngagement({
  port: Number(values.port),
  salesforce: { instanceUrl, accessToken },
  namespace: values.namespace,
  recipes: values.recipe.map(readRecipe),
  ...(values.file && { file: values.file }),
  ...(values['business-unit-id'] && { businessUnitId: values['business-unit-id'] }),
});
console.log(`Account Engagement stand-in listens on ${unit.url} as ${unit.businessUnitId}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void unit.close().then(() => process.exit(0)));
}
