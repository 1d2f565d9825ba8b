import type { Field, FormulaText, Schema, Summary } from './model.ts';
import type { Namespace } from './namespace.ts';
import { leaf, list, type Xml } from './xml.ts';

/** What the platform gives any text formula. */
export const FORMULA_LENGTH = 1300;

/** How a field that nobody writes comes by its value; empty for any other field. */
export function calculationOf(xml: Xml, namespace: Namespace): Partial<Field> {
  const text = leaf(xml, 'formula');
  if (text !== undefined) {
    const blankAsZero = leaf(xml, 'formulaTreatBlanksAs') !== 'BlankAsBlank';
    return { formula: formulaText(text, namespace, blankAsZero) };
  }
  return leaf(xml, 'type') === 'Summary' ? { summary: summaryOf(xml, namespace) } : {};
}

export function formulaText(text: string, namespace: Namespace, blankAsZero = false): FormulaText {
  return { text, blankAsZero, apiName: (name) => namespace.apiName(name) };
}

export function defaultFormulaOf(xml: Xml, namespace: Namespace): Partial<Field> {
  const text = leaf(xml, 'defaultValue');
  return text === undefined ? {} : { defaultFormula: formulaText(text, namespace) };
}

function summaryOf(xml: Xml, namespace: Namespace): Summary {
  const [child = '', reference = ''] = split(xml, 'summaryForeignKey', namespace);
  const [, summarized] = split(xml, 'summarizedField', namespace);
  return {
    operation: (leaf(xml, 'summaryOperation') ?? 'count') as Summary['operation'],
    child,
    reference,
    ...(summarized && { summarized }),
    filters: list(xml, 'summaryFilterItems').map((item) => ({
      field: split(item, 'field', namespace)[1] ?? '',
      operation: leaf(item, 'operation') ?? 'equals',
      // Elsewhere a value is an element with parts, so the reader makes a list of it.
      value: [item.value].flat().map(String).join(','),
    })),
  };
}

/** `Line__c.Price__c` names a field of a child. */
function split(xml: Xml, name: string, namespace: Namespace): string[] {
  return namespace.apiName(leaf(xml, name) ?? '').split('.');
}

/** A sum, a least or a greatest is of the type of what is summed up. */
export function typeSummaries(schema: Schema): void {
  for (const object of schema.objects) {
    for (const field of object.fields) {
      const child = field.summary && schema.object(field.summary.child);
      const source = child && schema.field(child, field.summary?.summarized ?? '');
      if (!source) continue;
      const { type, precision, scale, length } = source;
      Object.assign(field, { type, precision, scale, length });
    }
  }
}
