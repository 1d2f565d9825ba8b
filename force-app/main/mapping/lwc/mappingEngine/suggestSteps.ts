import type { FieldDescribe } from './describe.ts';
import type { Step } from './steps.ts';

/** The steps that make values fit a field; the admin changes them at will. */
export function stepsFor(field: FieldDescribe, values: readonly unknown[]): Step[] {
  switch (field.type) {
    case 'email':
      return [{ step: 'email' }];
    case 'phone':
      return [{ step: 'phone', otherwise: 'asGiven' }];
    case 'url':
      return [{ step: 'url', length: 255 }];
    case 'boolean':
      return [{ step: 'boolean' }];
    case 'date':
      return [{ step: 'date' }];
    case 'datetime':
      return [{ step: 'dateTime' }];
    case 'int':
      return [{ step: 'integer', digits: field.digits ?? 9 }];
    case 'double':
    case 'currency':
    case 'percent':
      return [{ step: 'decimal', precision: field.precision ?? 18, scale: field.scale ?? 2 }];
    case 'picklist':
      return [{ step: 'trim' }];
    default:
      return texts(field, values);
  }
}

function texts({ length = 255 }: FieldDescribe, values: readonly unknown[]): Step[] {
  const isList = values.some(Array.isArray);
  if (isList) return [{ step: 'join', separator: ', ', max: length }];
  return [{ step: 'trim' }, { step: 'truncate', length }];
}
