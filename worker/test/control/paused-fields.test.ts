import { defaultTemplate } from '#mapping-engine';
import { expect, it } from 'vitest';
import { lookAtPauses } from '../../src/control/paused-look.ts';
import { createSalesforceClient } from '../../src/deliver/salesforce/client.ts';
import { requestToken } from '../../src/deliver/salesforce/token.ts';
import { saveVersion } from '../../src/shared/mapping-versions.ts';
import { findOrg } from '../../src/shared/orgs.ts';
import type { RecordKey } from '../../src/shared/ids.ts';
import { APP } from '../deliver/use-org.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ORG, SHOP, useConnected, type Connected } from './control-kit.ts';

const connected = useConnected();
const GONE = 'mapping:Order__c.Chanel__c' as RecordKey;
const BACK = 'mapping:Order__c.Channel__c' as RecordKey;

/** A mapping with a row for a field that is not there, and two fields that were found gone. */
async function pause({ pool }: Connected): Promise<void> {
  const definition = structuredClone(defaultTemplate('bigcommerce').mapping);
  definition.targets
    .find(({ id }) => id === 'Order__c')
    ?.rows.push({
      ...{ id: 'gone', source: ['order.channel'], steps: [], target: 'Chanel__c' },
      ...{ direction: 'toSalesforce', rule: 'always' },
    });
  await saveVersion(pool, {
    ...{ shopId: SHOP, orgId: ORG, definition, salesforceId: null, author: '', reason: '' },
  });
  await pool.query(
    `insert into cartbridge.paused_field (org_id, object, field, code, message)
     select $1, 'Order__c', field, 'INVALID_FIELD', 'Salesforce has no such field any more.'
     from unnest(array['Chanel__c', 'Channel__c']) as gone (field)`,
    [ORG],
  );
}

it('a field that went away is an issue until it is back', async () => {
  const kit = await connected();
  await pause(kit);
  kit.control();
  await waitFor(() => kit.issue(GONE)?.Status__c === 'Open' && kit.issue(BACK) !== undefined, {
    what: 'the issues to be told',
  });

  const job = await kit.ask('Retry Issues', { cause: 'mapping_paused' });

  expect(job.Message__c).toBe(
    'One field is written again. One field is still not there: records are written without it.',
  );
  await waitFor(() => kit.issue(BACK)?.Status__c === 'Solved', { what: 'the issue to be solved' });
  expect(kit.issue(GONE)).toMatchObject({
    ...{ Status__c: 'Open', Cause__c: 'mapping_paused', Who_Can_Fix__c: 'Salesforce Admin' },
    ...{ Code__c: 'INVALID_FIELD', Fields__c: 'Order__c.Chanel__c' },
  });
});

it('fields that went away are looked for every ten minutes, and not oftener', async () => {
  const kit = await connected({ deaf: true });
  await pause(kit);
  const row = await findOrg(kit.pool, ORG);
  if (!row) throw new Error('The org is not there.');
  const { clientId, clientSecret } = APP;
  const client = createSalesforceClient(row, () =>
    requestToken(row, { flow: 'client_credentials', clientId, clientSecret }),
  );
  await lookAtPauses(kit.pool, client);
  expect(client.calls).toBe(0);

  await kit.pool.query(
    `update cartbridge.paused_field set checked_at = now() - interval '11 minutes'`,
  );
  await lookAtPauses(kit.pool, client);
  await lookAtPauses(kit.pool, client);

  expect(client.calls).toBe(1);
  const { rows } = await kit.pool.query('select field from cartbridge.paused_field');
  expect(rows).toEqual([{ field: 'Chanel__c' }]);
});
