import type { FieldDescribe } from 'c/mappingEngine';
import { count } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';

/** Types of Salesforce's REST describe, as its field setup calls them. */
const TYPES: Readonly<Record<string, string>> = {
  string: labels.typeText,
  textarea: labels.typeTextArea,
  email: labels.typeEmail,
  phone: labels.typePhone,
  url: labels.typeUrl,
  picklist: labels.typePicklist,
  combobox: labels.typePicklist,
  multipicklist: labels.typeMultipicklist,
  boolean: labels.typeCheckbox,
  int: labels.typeNumber,
  double: labels.typeNumber,
  currency: labels.typeCurrency,
  percent: labels.typePercent,
  date: labels.typeDate,
  datetime: labels.typeDateTime,
  time: labels.typeTime,
  reference: labels.typeReference,
  id: labels.typeId,
};

const SIZED = ['string', 'textarea', 'email', 'phone', 'url'];

/** `Text (80)`, `Number (16, 2)`: the type with what fits in, as field setup writes it. */
export function typeText(field: FieldDescribe): string {
  const { type, length, precision, scale = 0, digits } = field;
  const name = TYPES[type] ?? type;
  if (SIZED.includes(type) && length) return `${name} (${count(length)})`;
  if (digits) return `${name} (${digits}, 0)`;
  return precision ? `${name} (${precision - scale}, ${scale})` : name;
}
