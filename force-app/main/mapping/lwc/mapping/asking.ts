import type { MappingRecord } from 'c/mappingData';
import { checkMapping, type Change, type CheckContext, type Mapping } from 'c/mappingEngine';
import type { Proposal } from 'c/mappingHead';
import MappingPublish from 'c/mappingPublish';
import { requestJob } from 'c/jobs';
import { labels } from './labels';
import { propose } from './publishing';

export interface ToPublish {
  record: MappingRecord;
  draft: Mapping;
  /** Between what is published and the draft. */
  changes: Change[];
  /** What the draft is checked against. */
  context: CheckContext;
  /** To begin with; the user writes it. */
  reason: string;
  /** Puts the draft into Salesforce. */
  save: () => Promise<boolean>;
}

/**
 * Shows what publishing would change and what is in its way, asks why, and proposes it. Answers
 * nothing when the user thought better of it.
 */
export async function askToPublish(asked: ToPublish): Promise<Proposal | undefined> {
  const { record, draft, changes, reason } = asked;
  const findings = checkMapping(draft, asked.context);
  const given: unknown = await MappingPublish.open({
    ...{ label: labels.publishHeading, size: 'medium', findings, changes, reason },
  });
  if (typeof given !== 'string') return undefined;
  await asked.save();
  return propose(record, draft, given);
}

/** Has samples or fields read, as a section of the screen wants it. */
export async function askToKnow(wanted: string, shopId: string | undefined): Promise<void> {
  const type = wanted === 'loadsamples' ? 'Load Samples' : 'Describe Targets';
  await requestJob({ type, ...(shopId && { shopId }) });
}
