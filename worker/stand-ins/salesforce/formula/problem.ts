/** Why a text is no formula here, in the words of the platform's formula editor. */
export class FormulaProblem extends Error {}

const NAMES: Record<string, string> = {
  string: 'Text',
  html: 'Text',
  number: 'Number',
  currency: 'Number',
  percent: 'Number',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Multi-Select Picklist',
  id: 'Text',
  any: 'Null',
};

/** What the formula editor calls a type. */
export function typeName(type: string): string {
  return NAMES[type] ?? type;
}

export const unknownField = (path: string): FormulaProblem =>
  new FormulaProblem(`Field ${path} does not exist. Check spelling.`);

export const unknownFunction = (name: string): FormulaProblem =>
  new FormulaProblem(`Unknown function ${name}. Check spelling.`);

export const syntax = (what: string): FormulaProblem =>
  new FormulaProblem(`Syntax error.  ${what}`);

export function wrongResult(actual: string, expected: string): FormulaProblem {
  const name = (type: string): string => (type === 'boolean' ? 'true or false' : typeName(type));
  return new FormulaProblem(
    `Formula result is data type (${typeName(actual)}), incompatible with expected data type ` +
      `(${name(expected)}).`,
  );
}
