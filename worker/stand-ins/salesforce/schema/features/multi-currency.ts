import { checkbox, field, picklist, standardObject, system } from '../define.ts';
import type { Field, ObjectType } from '../model.ts';
import type { Features } from './features.ts';

export const CURRENCY = 'CurrencyIsoCode';

const currencyType = (): ObjectType =>
  standardObject(
    'CurrencyType',
    ['Currency Type', 'Currency Type'],
    '01L',
    [
      picklist('IsoCode', 'Currency ISO Code', Intl.supportedValuesOf('currency').join('|'), {
        length: 3,
        required: true,
        restricted: true,
        unique: true,
        updateable: false,
      }),
      field('ConversionRate', 'Conversion Rate', 'double', {
        precision: 18,
        scale: 6,
        required: true,
      }),
      field('DecimalPlaces', 'Decimal Places', 'int', { precision: 1, required: true }),
      checkbox('IsActive', 'Active', { guardedBy: null }),
      system('IsCorporate', 'Is Corporate Currency', 'boolean'),
    ],
    { setup: true },
  );

/** Records of these objects are in no currency. */
const WITHOUT = ['Organization', 'Profile', 'PermissionSet', 'PermissionSetAssignment'];

/** Every record is in a currency, and its amounts are in that. */
export function addCurrencies(objects: ObjectType[], features: Features): void {
  for (const object of objects) {
    if (WITHOUT.includes(object.name) || (object.setup && object.name !== 'User')) continue;
    object.fields.push(currencyField(CURRENCY, 'Currency ISO Code', features));
    if (object.name === 'User') {
      object.fields.push(currencyField('DefaultCurrencyIsoCode', 'Default Currency', features));
    }
  }
  if (!objects.some(({ name }) => name === 'CurrencyType')) objects.push(currencyType());
}

/** The choices change with the company's currencies, without a new schema. */
function currencyField(name: string, label: string, features: Features): Field {
  const made = picklist(name, label, '', { length: 3, restricted: true, guardedBy: null });
  Object.defineProperty(made, 'picklist', {
    enumerable: true,
    get: () => features.currencies().active,
  });
  return made;
}
