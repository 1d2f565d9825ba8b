import type { RecordData } from './object-info.ts';

export interface ListInfo {
  label: string;
  displayColumns: { fieldApiName: string; lookupId: string | null }[];
}

export interface ListRecords {
  count: number;
  records: RecordData[];
  nextPageToken: string | null;
}

/** The fields that a list shows, its name first; of a parent's name it is the lookup. */
export function columnsOf(info: ListInfo | undefined): string[] {
  const columns = info?.displayColumns ?? [];
  const names = columns.map(({ fieldApiName, lookupId }) => lookupId ?? fieldApiName);
  const own = names.filter((name) => !name.includes('.'));
  return own.includes('Name') ? ['Name', ...own.filter((name) => name !== 'Name')] : own;
}
