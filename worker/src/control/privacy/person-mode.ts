import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { callSoap } from '../../deliver/salesforce/soap.ts';
import { textIn } from '../../deliver/salesforce/xml.ts';
import type { PersonMode } from './person-changes.ts';
import type { ReadRecord } from './read-objects.ts';

/** As asked for; `auto` goes by who made each record. */
export type Mode = PersonMode | 'auto';

export interface RecordMode {
  mode: PersonMode;
  madeBy: 'Cartbridge' | 'people';
}

/**
 * How each Lead or Contact is treated. One that Cartbridge made is there because of the shop, and is
 * anonymised. One that was there before is your people's: unless somebody says otherwise, only what
 * Cartbridge wrote goes, for who the person is to the company the worker cannot know.
 */
export async function personMode(
  client: SalesforceClient,
  records: ReadRecord[],
  mode: Mode,
): Promise<Map<string, RecordMode>> {
  if (records.length === 0) return new Map();
  const [info] = await callSoap(client, '<getUserInfo/>');
  const userId = textIn(info, 'userId').slice(0, 15);
  return new Map(
    records.map(({ id, values }) => {
      const isOurs = userId !== '' && String(values.CreatedById).slice(0, 15) === userId;
      const madeBy = isOurs ? 'Cartbridge' : 'people';
      const own = isOurs ? 'anonymise' : 'unlink';
      return [id, { madeBy, mode: mode === 'auto' ? own : mode }];
    }),
  );
}
