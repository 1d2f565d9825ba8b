import type { Handler } from '../rest/call.ts';
import { readApp, readApps, readNavItems } from './apps.ts';
import { encoding } from './encode.ts';
import { readListInfo, readListInfoBatch, readListInfos } from './list-info.ts';
import {
  readListRecords,
  readListRecordsOfId,
  readListUi,
  readListUiOfId,
} from './list-records.ts';
import { suggestAll, suggestTargets } from './lookups.ts';
import {
  readRelatedListInfo,
  readRelatedListInfoBatch,
  readRelatedLists,
} from './related-list-info.ts';
import {
  postRelatedRecordsBatch,
  readRelatedCount,
  readRelatedCountBatch,
  readRelatedRecords,
  readRelatedRecordsBatch,
} from './related-list-records.ts';
import { readLayout, readUserState } from './layout.ts';
import { objectDirectory, readObjectInfo, readObjectInfos } from './object-info.ts';
import { picklistOfField, picklistsOfRecordType } from './picklists.ts';
import { readRecord, readRecords } from './read-records.ts';
import { cloneDefaults, createDefaults } from './record-defaults.ts';
import { readRecordUi } from './record-ui.ts';
import { createRecord, deleteRecord, updateRecord } from './write-records.ts';

type Route = [path: string, methods: Record<string, Handler>];

/** The User Interface API. The first that fits is taken; a colon marks what stands for anything. */
export const UI_ROUTES = (
  [
    ['object-info', { GET: objectDirectory }],
    ['object-info/batch/:objects', { GET: readObjectInfos }],
    ['object-info/:object', { GET: readObjectInfo }],
    ['object-info/:object/picklist-values/:recordType', { GET: picklistsOfRecordType }],
    ['object-info/:object/picklist-values/:recordType/:field', { GET: picklistOfField }],
    ['records', { POST: createRecord }],
    ['records/batch/:ids', { GET: readRecords }],
    ['records/:id', { GET: readRecord, PATCH: updateRecord, DELETE: deleteRecord }],
    ['record-defaults/create/:object', { GET: createDefaults }],
    ['record-defaults/clone/:id', { GET: cloneDefaults }],
    ['record-ui/:ids', { GET: readRecordUi }],
    ['layout/:object', { GET: readLayout }],
    ['layout/:object/user-state', { GET: readUserState }],
    ['list-info/batch', { GET: readListInfoBatch }],
    ['list-info/:name', { GET: readListInfos }],
    ['list-info/:object/:list', { GET: readListInfo }],
    ['list-records/:id', { GET: readListRecordsOfId }],
    ['list-records/:object/:list', { GET: readListRecords, POST: readListRecords }],
    ['list-ui/:id', { GET: readListUiOfId }],
    ['list-ui/:object/:list', { GET: readListUi }],
    ['related-list-info/:object', { GET: readRelatedLists }],
    ['related-list-info/batch/:object/:lists', { GET: readRelatedListInfoBatch }],
    ['related-list-info/:object/:list', { GET: readRelatedListInfo }],
    ['related-list-records/batch/:parent', { POST: postRelatedRecordsBatch }],
    ['related-list-records/batch/:parent/:lists', { GET: readRelatedRecordsBatch }],
    ['related-list-records/:parent/:list', { GET: readRelatedRecords, POST: readRelatedRecords }],
    ['related-list-count/batch/:parent/:lists', { GET: readRelatedCountBatch }],
    ['related-list-count/:parent/:list', { GET: readRelatedCount }],
    ['lookups/:object/:field', { GET: suggestAll, POST: suggestAll }],
    ['lookups/:object/:field/:target', { GET: suggestTargets, POST: suggestTargets }],
    ['apps', { GET: readApps }],
    ['apps/:id', { GET: readApp }],
    ['nav-items', { GET: readNavItems }],
  ] satisfies Route[]
).map(([path, methods]): Route => [`ui-api/${path}`, encodeAll(methods)]);

function encodeAll(methods: Record<string, Handler>): Record<string, Handler> {
  return Object.fromEntries(
    Object.entries(methods).map(([method, handler]) => [method, encoding(handler)]),
  );
}
