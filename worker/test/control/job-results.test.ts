import { expect, it } from 'vitest';
import { LONGEST_DATA, removeResults, writeResults } from '../../src/control/jobs/job-results.ts';
import type { SalesforceClient } from '../../src/deliver/salesforce/client.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';
import { failureIn } from '../deliver/rows.ts';
import { useOrgs } from '../deliver/use-org.ts';

const useOrg = useOrgs();
const part = (title: string) => ({ kind: 'Trial', title, data: { title } });

it('what a job found is written once however often it runs, and older finds are removed', async () => {
  const { org, client, admin } = await useOrg();
  const type = 'Load Samples';
  const jobOf = async () => {
    const { id } = await admin('POST', 'Sync_Job__c', { Type__c: type, Status__c: 'Requested' });
    return { id: id as SalesforceId, type, shopId: null };
  };
  const [older, job] = [await jobOf(), await jobOf()];
  await writeResults(client, older, [part('old')]);
  await writeResults(client, job, [part('a'), part('b')]);
  await writeResults(client, job, [part('a'), part('c')]);

  await removeResults(client, job);

  expect(
    org.query('SELECT Sort__c, Kind__c, Title__c, Data__c FROM Sync_Result__c ORDER BY Sort__c'),
  ).toMatchObject(
    ['a', 'c'].map((title, index) => ({
      ...{ Sort__c: index + 1, Kind__c: 'Trial', Title__c: title },
      Data__c: JSON.stringify({ title }),
    })),
  );
});

it('what is too large for a record is refused with words, before Salesforce is asked', async () => {
  const nobody = {} as SalesforceClient;
  const job = { id: 'a0J000000000001' as SalesforceId, type: 'Dry Run' };
  const large = { ...part('Order 7'), data: 'x'.repeat(LONGEST_DATA) };

  const failure = await failureIn(writeResults(nobody, job, [large]));

  expect(failure.message).toBe(
    'What "Dry Run" found for "Order 7" is too large for a record of Salesforce: ' +
      '131,074 of 131,072 characters.',
  );
});
