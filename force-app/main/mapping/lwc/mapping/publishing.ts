import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import DRAFT from '@salesforce/schema/Mapping__c.Draft__c';
import BASE from '@salesforce/schema/Mapping__c.Draft_Base__c';
import VERSION from '@salesforce/schema/Mapping_Version__c';
import DEFINITION from '@salesforce/schema/Mapping_Version__c.Definition__c';
import MAPPING from '@salesforce/schema/Mapping_Version__c.Mapping__c';
import REASON from '@salesforce/schema/Mapping_Version__c.Reason__c';
import STATUS from '@salesforce/schema/Mapping_Version__c.Status__c';
import type { Mapping } from 'c/mappingEngine';
import { requestJob } from 'c/jobs';
import type { Proposal } from 'c/mappingHead';

/** Proposes a mapping as the next version, and asks the worker to take it into use. */
export async function propose(
  { id, shopId }: { id: string; shopId: string },
  mapping: Mapping,
  reason: string,
): Promise<Proposal> {
  const { id: versionId } = await createRecord({
    apiName: VERSION.objectApiName,
    fields: {
      [MAPPING.fieldApiName]: id,
      [STATUS.fieldApiName]: 'Proposed',
      [REASON.fieldApiName]: reason,
      [DEFINITION.fieldApiName]: JSON.stringify(mapping),
    },
  });
  const input = { version: versionId };
  try {
    return { versionId, jobId: await requestJob({ type: 'Publish Mapping', shopId, input }) };
  } catch (error) {
    // Without a job nobody hears of it: it would wait in the list for ever.
    await deleteRecord(versionId).catch(() => undefined);
    throw error;
  }
}

export interface DraftToWrite {
  /** Of the mapping. */
  id: string;
  /** JSON; empty where it says what is published. */
  draft: string;
  /** The version it began from. */
  base: number;
  /** Refused when the record was changed since. */
  since: string | undefined;
}

/** Answers when it was written. Throws a 412 where somebody else was faster. */
export async function writeDraft({ id, draft, base, since }: DraftToWrite): Promise<string> {
  const fields = {
    Id: id,
    [DRAFT.fieldApiName]: draft || null,
    // Blank where there is no draft: a query can tell by it, not by the long text.
    [BASE.fieldApiName]: draft ? base : null,
  };
  const record = await updateRecord({ fields }, since ? { ifUnmodifiedSince: since } : {});
  return record.lastModifiedDate;
}
