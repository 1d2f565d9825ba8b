import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, curl } from './kit.ts';

/** What a refused insert says, with its status. */
export async function refusal(org: LocalOrg, object: string, fields: object) {
  const { status, json } = await curl(org, 'POST', `sobjects/${object}`, fields);
  return { status, ...(json as { errorCode: string; message: string; fields?: string[] }[])[0] };
}

/** The one record a query finds; throws when it finds another number of them. */
export function only(org: LocalOrg, soql: string): Record<string, unknown> {
  const [record, ...more] = org.query(soql);
  if (!record || more.length > 0) throw new Error(`${soql} should find one record.`);
  return record;
}

/** The fields that a describe lists. */
export async function names(org: LocalOrg, object: string): Promise<string[]> {
  const { fields } = await connectAsAdmin(org).sobject(object).describe();
  return fields.map(({ name }) => name);
}
