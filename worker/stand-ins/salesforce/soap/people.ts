import { childrenOf, textIn, type Element } from '../metadata/element.ts';
import { convertLead, type LeadConvert } from '../people/convert.ts';
import { merge } from '../people/merge.ts';
import { empty, restore } from '../records/restore.ts';
import { normaliseId } from '../records/ids.ts';
import { workRows, type Operation, type RowResult } from './call.ts';
import { readRecord, refuseUnknown, required, textsOf } from './read-record.ts';

const MOST_CONVERSIONS = 100;
const WISH = [
  'accountId',
  'bypassAccountDedupeCheck',
  'bypassContactDedupeCheck',
  'contactId',
  'convertedStatus',
  'doNotCreateOpportunity',
  'leadId',
  'opportunityId',
  'opportunityName',
  'overwriteLeadSource',
  'ownerId',
  'sendNotificationEmail',
];
const MERGE = ['additionalInformationMap', 'masterRecord', 'recordToMergeIds'];

export const convertLeads: Operation = (call) => {
  const wishes = childrenOf(call.body, 'leadConverts').map(readWish);
  return workRows(
    call,
    wishes.map((wish) => (): RowResult => ({ ...convertLead(call.org, call.caller, wish) })),
    MOST_CONVERSIONS,
  );
};

function readWish(element: Element): LeadConvert {
  refuseUnknown(element, WISH);
  const given = (
    name: 'accountId' | 'contactId' | 'opportunityId' | 'opportunityName' | 'ownerId',
  ) => {
    const text = textIn(element, name);
    return text && { [name]: text };
  };
  const is = (name: string): boolean => ['true', '1'].includes(textIn(element, name));
  return {
    leadId: textIn(element, 'leadId'),
    convertedStatus: textIn(element, 'convertedStatus'),
    ...given('accountId'),
    ...given('contactId'),
    ...given('opportunityId'),
    ...given('opportunityName'),
    ...given('ownerId'),
    doNotCreateOpportunity: is('doNotCreateOpportunity'),
    overwriteLeadSource: is('overwriteLeadSource'),
  };
}

export const mergeRecords: Operation = (call) => {
  const requests = childrenOf(call.body, 'mergeRequests').map((request) => {
    refuseUnknown(request, MERGE);
    const { object, id, draft } = readRecord(call, required(request, 'masterRecord'));
    return { object, masterId: id, draft, loserIds: textsOf(request, 'recordToMergeIds') };
  });
  return workRows(
    call,
    requests.map((request) => (): RowResult => ({ ...merge(call.org, call.caller, request) })),
  );
};

export const undelete: Operation = (call) => ofBin(call, restore);

export const emptyRecycleBin: Operation = (call) => ofBin(call, empty);

function ofBin(call: Parameters<Operation>[0], work: typeof restore): RowResult[] {
  const rows = textsOf(call.body, 'ids').map((text) => (): RowResult => {
    const id = normaliseId(text) ?? text;
    work(call.org, call.caller, id);
    return { id };
  });
  return workRows(call, rows);
}
