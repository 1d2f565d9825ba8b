import {
  DESCRIPTIONS,
  fieldName,
  objectName,
  requestAdapter,
  segment,
} from '../../data/queries.ts';

export const getObjectInfo = requestAdapter(DESCRIPTIONS, (config) => {
  const object = objectName(config.objectApiName);
  return object ? { path: `ui-api/object-info/${segment(object)}` } : undefined;
});

export const getObjectInfos = requestAdapter(DESCRIPTIONS, (config) => {
  const objects = (config.objectApiNames as unknown[] | null)?.map(objectName) ?? [];
  if (objects.length === 0) return undefined;
  return { path: `ui-api/object-info/batch/${objects.map(segment).join(',')}` };
});

export const getPicklistValues = requestAdapter(DESCRIPTIONS, (config) => {
  const { recordTypeId, fieldApiName } = config;
  if (!recordTypeId || !fieldApiName) return undefined;
  const [object = '', field = ''] = fieldName(fieldApiName).split('.');
  const type = segment(recordTypeId);
  return {
    path: `ui-api/object-info/${segment(object)}/picklist-values/${type}/${segment(field)}`,
  };
});

export const getPicklistValuesByRecordType = requestAdapter(DESCRIPTIONS, (config) => {
  const object = objectName(config.objectApiName);
  const { recordTypeId } = config;
  if (!object || !recordTypeId) return undefined;
  return { path: `ui-api/object-info/${segment(object)}/picklist-values/${segment(recordTypeId)}` };
});
