import { describe, expect, it } from 'vitest';
import { jobRow } from '../../src/control/jobs/job-rows.ts';
import type { JobResult } from '../../src/control/jobs/job.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';

const REFUSED: JobResult = {
  status: 'Failed',
  message: "unexpected token: WHERE Email = 'ada@example.com' ORDER BY Id",
};

const fieldsOf = (type: string) =>
  jobRow({ id: 'a01' as SalesforceId, wish: null, type }, REFUSED, new Date()).fields;

describe('a job that somebody’s address was typed into', () => {
  it('does not keep it in its input, nor in a refusal that quotes it', () => {
    expect(fieldsOf('Find Person')).toMatchObject({
      Input__c: null,
      Message__c: "unexpected token: WHERE Email = '[address]' ORDER BY Id",
    });
  });

  it('is alone in that: of other jobs the whole sentence is shown', () => {
    expect(fieldsOf('Dry Run')).not.toHaveProperty('Input__c');
    expect(fieldsOf('Dry Run').Message__c).toContain('ada@example.com');
  });
});
