import type { ValueType } from './stepDefinition.ts';

/** One place of an input that a row can read. Labels and help are English texts for an admin. */
export interface SourceField {
  path: string;
  label: string;
  type: ValueType;
  /** One sentence. */
  help: string;
  /** Says something about a person: never shown outside the org, never sent anywhere else. */
  personal: boolean;
  example: string | number | boolean;
}

type Example = SourceField['example'];

/** Amounts are decimal text inside; for a row they are numbers. */
export function field(
  path: string,
  label: string,
  type: ValueType,
  example: Example,
  help: string,
): SourceField {
  return { path, label, type, help, personal: false, example };
}

/** What says something about a person is a text. */
export function personal(path: string, label: string, example: Example, help: string): SourceField {
  return { ...field(path, label, 'text', example, help), personal: true };
}
