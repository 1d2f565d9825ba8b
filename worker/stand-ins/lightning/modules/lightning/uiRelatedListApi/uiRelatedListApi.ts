import {
  DESCRIPTIONS,
  fieldNames,
  objectName,
  RECORDS,
  requestAdapter,
  segment,
} from '../../data/queries.ts';

export const getRelatedListRecords = requestAdapter(RECORDS, (config) => {
  const { parentRecordId, relatedListId } = config;
  if (!parentRecordId || !relatedListId) return undefined;
  return {
    path: `ui-api/related-list-records/${segment(parentRecordId)}/${segment(relatedListId)}`,
    query: {
      fields: fieldNames(config.fields),
      optionalFields: fieldNames(config.optionalFields),
      pageSize: config.pageSize as number | undefined,
      pageToken: config.pageToken as string | undefined,
      sortBy: config.sortBy as string[] | undefined,
      where: config.where as string | undefined,
    },
  };
});

export const getRelatedListCount = requestAdapter(RECORDS, (config) => {
  const { parentRecordId, relatedListId } = config;
  if (!parentRecordId || !relatedListId) return undefined;
  return {
    path: `ui-api/related-list-count/${segment(parentRecordId)}/${segment(relatedListId)}`,
    query: { maxCount: config.maxCount as number | undefined },
  };
});

export const getRelatedListsInfo = requestAdapter(DESCRIPTIONS, (config) => {
  const object = objectName(config.parentObjectApiName);
  return object ? { path: `ui-api/related-list-info/${segment(object)}` } : undefined;
});

export const getRelatedListInfo = requestAdapter(DESCRIPTIONS, (config) => {
  const object = objectName(config.parentObjectApiName);
  const list = config.relatedListId;
  if (!object || !list) return undefined;
  return { path: `ui-api/related-list-info/${segment(object)}/${segment(list)}` };
});
