import type { SalesforceClient } from '../../src/deliver/salesforce/client.ts';

interface Collection {
  method: string;
  url: string;
  body?: { records: { attributes: { type: string } }[] };
}

/** The same client, and what its Composite calls carried: `200 Lead`, `3 Order__c`, ... per call. */
export function watch(client: SalesforceClient): {
  client: SalesforceClient;
  sent: () => string[][];
} {
  const sent: string[][] = [];
  const watched: SalesforceClient = {
    org: client.org,
    get calls() {
      return client.calls;
    },
    get usage() {
      return client.usage;
    },
    session: () => client.session(),
    request(method, path, body) {
      if (path === '/composite') {
        const { compositeRequest } = body as { compositeRequest: Collection[] };
        const rows = compositeRequest.filter(({ url }) => !url.endsWith('__e'));
        sent.push(rows.map(describeRequest));
      }
      return client.request(method, path, body);
    },
  };
  return { client: watched, sent: () => sent };
}

function describeRequest({ method, url, body }: Collection): string {
  if (!body) return `${method} ${url.replace(/^.*\/v[\d.]+/, '').replace(/\?.*/, '')}`;
  return `${body.records.length} ${body.records[0]?.attributes.type ?? ''}`;
}
