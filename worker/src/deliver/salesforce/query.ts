import type { SalesforceClient } from './client.ts';
import { runComposite } from './composite.ts';

/** A SOQL string literal; backslash and quote are what could break out of it. */
export function literal(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export function list(values: string[]): string {
  return `(${values.map(literal).join(', ')})`;
}

interface QueryAnswer {
  done: boolean;
  nextRecordsUrl?: string;
  records: Record<string, unknown>[];
}

/**
 * Runs several queries, five to an API call, and follows each to its last page.
 * @param options.deleted also finds what is in the recycle bin
 */
export async function queryAll(
  client: SalesforceClient,
  queries: string[],
  { deleted = false } = {},
): Promise<Record<string, unknown>[][]> {
  const resource = deleted ? 'queryAll' : 'query';
  const responses = await runComposite(
    client,
    queries.map((soql) => ({ method: 'GET', path: `/${resource}?q=${encodeURIComponent(soql)}` })),
  );
  return Promise.all(
    responses.map(async (response) => {
      if (!response.ok) throw response.failure;
      let page = response.body as QueryAnswer;
      const records = [...page.records];
      while (!page.done && page.nextRecordsUrl) {
        page = await client.request(
          'GET',
          page.nextRecordsUrl.replace(/^\/services\/data\/v[\d.]+/, ''),
        );
        records.push(...page.records);
      }
      return records;
    }),
  );
}
