import type { Become } from 'c/peoplePolicy';

export interface Option {
  label: string;
  value: string;
}

/** A field that a lookup offers. */
export interface FieldChoice extends Option {
  detail: string;
  meta: string;
  group: string;
}

/** What of this org the settings can choose from. */
export interface PeopleOrg {
  hasPersonAccounts: boolean;
  /** Those a user can choose, of the object a shopper becomes. */
  recordTypes: Record<Exclude<Become, 'Nobody'>, Option[]>;
  /** Text fields that Contact and Lead have by the same name. */
  sharedFields: FieldChoice[];
  /** By which the lead sources are asked for; undefined where the user does not see them. */
  leadRecordTypeId: string | undefined;
}

interface Field {
  apiName: string;
  label: string;
  dataType: string;
}
interface RecordType {
  name: string;
  recordTypeId: string;
  master: boolean;
  available: boolean;
}
interface ObjectInfo {
  apiName: string;
  defaultRecordTypeId?: string | null;
  fields: Record<string, Field>;
  recordTypeInfos: Record<string, RecordType>;
}
/** What the wire answers for several objects; one that is not seen has another result. */
export type Described = { statusCode: number; result: ObjectInfo }[];

const TEXTS = ['String', 'Double', 'Int', 'Phone'];

/** Reads the descriptions of Lead, Contact and Account; what is not seen offers nothing. */
export function readOrg(described: Described): PeopleOrg {
  const found = described.filter(({ statusCode }) => statusCode === 200);
  const of = (name: string): ObjectInfo | undefined =>
    found.find(({ result }) => result.apiName === name)?.result;
  const [lead, contact, account] = [of('Lead'), of('Contact'), of('Account')];
  return {
    hasPersonAccounts: account?.fields.IsPersonAccount !== undefined,
    recordTypes: {
      Lead: recordTypesOf(lead),
      Contact: recordTypesOf(contact),
      PersonAccount: recordTypesOf(account),
    },
    sharedFields: sharedFieldsOf(lead, contact),
    leadRecordTypeId: lead?.fields.LeadSource && (lead.defaultRecordTypeId ?? undefined),
  };
}

export const NO_ORG: PeopleOrg = readOrg([]);

function recordTypesOf(object: ObjectInfo | undefined): Option[] {
  return Object.values(object?.recordTypeInfos ?? {})
    .filter(({ master, available }) => !master && available)
    .map(({ name, recordTypeId }) => ({ label: name, value: recordTypeId }));
}

function sharedFieldsOf(lead?: ObjectInfo, contact?: ObjectInfo): FieldChoice[] {
  const own = contact?.fields ?? {};
  return Object.values(lead?.fields ?? {})
    .filter(({ apiName, dataType }) => own[apiName]?.dataType === dataType)
    .filter(({ apiName, dataType }) => TEXTS.includes(dataType) && apiName.endsWith('__c'))
    .map(({ apiName, label }) => ({ label, value: apiName, detail: apiName, meta: '', group: '' }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}
