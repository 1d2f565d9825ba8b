import {
  DESCRIPTIONS,
  fieldNames,
  objectName,
  RECORDS,
  requestAdapter,
  segment,
} from '../../data/queries.ts';
import type { Config } from '../../data/wire.ts';

export const getListInfoByName = requestAdapter(DESCRIPTIONS, (config) => {
  const path = listPath(config);
  return path ? { path: `ui-api/list-info/${path}` } : undefined;
});

export const getListInfosByObjectName = requestAdapter(DESCRIPTIONS, (config) => {
  const object = objectName(config.objectApiName);
  if (!object) return undefined;
  return {
    path: `ui-api/list-info/${segment(object)}`,
    query: {
      pageSize: config.pageSize as number | undefined,
      pageToken: config.pageToken as string | undefined,
      recentListsOnly: config.recentListsOnly as boolean | undefined,
    },
  };
});

export const getListRecordsByName = requestAdapter(RECORDS, (config) => {
  const path = listPath(config);
  if (!path) return undefined;
  return {
    method: 'POST',
    path: `ui-api/list-records/${path}`,
    body: {
      fields: fieldNames(config.fields),
      optionalFields: fieldNames(config.optionalFields),
      pageSize: config.pageSize,
      pageToken: config.pageToken,
      searchTerm: config.searchTerm,
      sortBy: config.sortBy,
      where: config.where,
    },
  };
});

function listPath(config: Config): string | undefined {
  const object = objectName(config.objectApiName);
  const list = config.listViewApiName;
  return object && list ? `${segment(object)}/${segment(list)}` : undefined;
}
