import type { SalesforceId } from '../../shared/ids.ts';
import type { SalesforceClient } from './client.ts';
import { callSoap } from './soap.ts';
import { childrenOf, textIn, xmlText, type XmlElement } from './xml.ts';

/** A record that is not saved, for the duplicate rules of its object to look at. */
export interface Suspect {
  /** As the org names it. */
  object: string;
  /** Of a record that is there already: it is no duplicate of itself. */
  id?: SalesforceId;
  /** As the org names them; the rules look at what is named here. */
  fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** What one rule found. Rules that found nothing are left out. */
export interface RuleVerdict {
  rule: string;
  /** The rule warns and lets a caller save who asks for it; otherwise it refuses. */
  allowSave: boolean;
  /** What the org's administrator says to people who meet the rule. */
  message: string;
  /** Records shared with the worker's user. */
  matches: { object: string; id: SalesforceId }[];
}

/** What one call takes; beyond it Salesforce answers LIMIT_EXCEEDED. */
const AT_ONCE = 50;

/**
 * What the org's duplicate rules say of records, without saving them: `findDuplicates` of the SOAP
 * partner API, the only way to ask. The rules judge as they judge a write of the worker, whose calls
 * say nothing on duplicates either.
 * @param suspects any mix; each object costs a call for every 50 of its records
 * @returns the verdicts on each suspect, in their order, and how many API calls it took
 */
export async function findDuplicates(
  client: SalesforceClient,
  suspects: Suspect[],
): Promise<{ verdicts: RuleVerdict[][]; calls: number }> {
  const verdicts = new Map<Suspect, RuleVerdict[]>();
  let calls = 0;
  for (const some of inCalls(suspects)) {
    calls += 1;
    const inside = some.map(recordXml).join('');
    const results = await callSoap(client, `<findDuplicates>${inside}</findDuplicates>`);
    some.forEach((suspect, index) => verdicts.set(suspect, verdictsIn(results[index])));
  }
  return { verdicts: suspects.map((suspect) => verdicts.get(suspect) ?? []), calls };
}

/** One call takes records of one type. */
function inCalls(suspects: Suspect[]): Suspect[][] {
  const calls = new Map<string, Suspect[]>();
  const counts = new Map<string, number>();
  for (const suspect of suspects) {
    const place = counts.get(suspect.object) ?? 0;
    counts.set(suspect.object, place + 1);
    const call = `${suspect.object} ${Math.floor(place / AT_ONCE)}`;
    calls.set(call, [...(calls.get(call) ?? []), suspect]);
  }
  return [...calls.values()];
}

function recordXml({ object, id, fields }: Suspect): string {
  const element = (name: string, value: string): string =>
    `<s:${name}>${xmlText(value)}</s:${name}>`;
  const values = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : element(name, String(value)),
  );
  const key = id === undefined ? '' : element('Id', id);
  return `<sObjects>${element('type', object)}${key}${values.join('')}</sObjects>`;
}

function verdictsIn(result: XmlElement | undefined): RuleVerdict[] {
  return childrenOf(result, 'duplicateResults').flatMap((found): RuleVerdict | [] => {
    const matches = childrenOf(found, 'matchResults').flatMap((match) =>
      childrenOf(match, 'matchRecords').flatMap((one) =>
        childrenOf(one, 'record').map((record) => ({
          object: textIn(record, 'type') || textIn(match, 'entityType'),
          id: textIn(record, 'Id') as SalesforceId,
        })),
      ),
    );
    // A rule may match what is not shared with the user: then it says so without naming a record.
    if (childrenOf(found, 'matchResults').length === 0) return [];
    return {
      rule: textIn(found, 'duplicateRule'),
      allowSave: textIn(found, 'allowSave') === 'true',
      message: textIn(found, 'errorMessage'),
      matches,
    };
  });
}
