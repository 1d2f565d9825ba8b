import type { Operation } from './call.ts';
import { findDuplicates } from './find-duplicates.ts';
import { convertLeads, emptyRecycleBin, mergeRecords, undelete } from './people.ts';
import { query, queryAll, queryMore } from './query.ts';
import { create, deleteRecords, updateRecords, upsert } from './records.ts';
import { getServerTimestamp, getUserInfo, logout } from './session.ts';

/** What the SOAP API can be asked, by the name of the request's element. */
export const OPERATIONS = new Map<string, Operation>([
  ['convertLead', convertLeads],
  ['create', create],
  ['delete', deleteRecords],
  ['emptyRecycleBin', emptyRecycleBin],
  ['findDuplicates', findDuplicates],
  ['getServerTimestamp', getServerTimestamp],
  ['getUserInfo', getUserInfo],
  ['logout', logout],
  ['merge', mergeRecords],
  ['query', query],
  ['queryAll', queryAll],
  ['queryMore', queryMore],
  ['undelete', undelete],
  ['update', updateRecords],
  ['upsert', upsert],
]);
