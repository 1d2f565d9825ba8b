import { relative } from 'node:path';
import type { Stack } from './stack.ts';
import { bigcommerceOf } from './stack-file.ts';

/** What runs where, and three things to try; `productId` is one the local store sells. */
export function summary(stack: Stack, home: string, productId: number): string {
  const { description, postgres, databaseUrl } = stack;
  const { worker, salesforce, clarity, engagement, lightning } = description;
  const bigcommerce = bigcommerceOf(description);
  const file = (name: string): string => relative(process.cwd(), `${home}/${name}`);
  const rows = [
    ['Worker', worker.url, file('logs/web.log')],
    ['Local Salesforce org', salesforce.instanceUrl, file('logs/salesforce.log')],
    ['Local BigCommerce store', new URL(bigcommerce.apiUrl).origin, file('logs/bigcommerce.log')],
    ...(clarity ? [['Local Clarity shop', clarity.apiUrl, file('logs/clarity.log')]] : []),
    ...(engagement
      ? [['Local Account Engagement', engagement.url, file('logs/engagement.log')]]
      : []),
    ...(lightning
      ? [['Local Lightning Experience', lightning.url, file('logs/lightning.log')]]
      : []),
    [
      postgres ? 'PostgreSQL' : 'PostgreSQL (DATABASE_URL)',
      new URL(databaseUrl).host,
      postgres ? file('logs/postgres.log') : '',
    ],
  ];
  const order = {
    email: 'grace@example.com',
    firstName: 'Grace',
    lastName: 'Okafor',
    items: [{ productId, quantity: 2 }],
  };
  const prefix = salesforce.namespace ? `${salesforce.namespace}__` : '';
  const soql = `SELECT Name, ${prefix}Status__c, ${prefix}Total__c, ${prefix}Email__c FROM ${prefix}Order__c`;
  const stackFile = file('stack.json');
  const token = `$(node -p "JSON.parse(fs.readFileSync('${stackFile}')).salesforce.accessToken")`;

  return `
${table(rows)}
${lightning ? `\nOpen Cartbridge in Salesforce: ${lightning.url}/` : ''}
Look into the local org, and make it difficult: ${salesforce.instanceUrl}/
Addresses and tokens for programs: ${stackFile}

Buy something in the local store:
  curl -s -X POST ${new URL(bigcommerce.apiUrl).origin}/__local__/shopper/place-order \\
    -d '${JSON.stringify(order)}'${clarity ? `\nThe same wish buys in the Clarity shop: ${clarity.apiUrl}/__local__/shopper/place-order` : ''}
See it as an order in the local org:
  curl -s -G ${salesforce.instanceUrl}/services/data/v${salesforce.apiVersion}/query \\
    -H "Authorization: Bearer ${token}" \\
    --data-urlencode "q=${soql}"
Ask the worker whether it is well:
  curl -s ${worker.url}/ready

Ctrl-C stops everything; what happened is kept for the next start.`;
}

function table(rows: string[][]): string {
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
