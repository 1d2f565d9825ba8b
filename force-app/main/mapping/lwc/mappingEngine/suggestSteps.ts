import type { FieldDescribe } from './describe.ts';
import { typeOfSource } from './formulaOfSources.ts';
import type { Step } from './steps.ts';
import type { SourceFact } from './suggestRank.ts';
import { isBlank } from './values.ts';

/** Longer lists are picklists that somebody else keeps, such as countries. */
const MOST_CHOICES = 100;

/**
 * The steps that make the values of a source fit a field; the admin changes them at will. Undefined
 * where no step does, as a list has no one amount.
 */
export function stepsFor(
  field: FieldDescribe,
  { path, type = typeOfSource(path), values }: SourceFact,
): Step[] | undefined {
  const filled = values.filter((value) => !isBlank(value));
  if (type === 'list' || filled.some(Array.isArray)) return listSteps(field);
  const isText = filled.every((value) => typeof value === 'string');
  const mayBeOther = type !== 'text' && (type !== 'any' || !isText);
  return mayBeOther ? fromOther(stepsForText(field)) : stepsForText(field);
}

/** Steps of texts take nothing but texts. */
function fromOther(steps: Step[]): Step[] {
  return steps[0]?.step === 'trim' ? [{ step: 'text' }, ...steps] : steps;
}

function stepsForText(field: FieldDescribe): Step[] {
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
    case 'multipicklist':
      return [{ step: 'trim' }, ...choiceOf(field)];
    default:
      return [{ step: 'trim' }, { step: 'truncate', length: field.length ?? 255 }];
  }
}

/** A list gives a text of all, a choice of several, or what is first of what there is one of. */
function listSteps(field: FieldDescribe): Step[] | undefined {
  switch (field.type) {
    case 'string':
    case 'textarea':
      return [{ step: 'join', separator: ', ', max: field.length ?? 255 }];
    case 'multipicklist':
      return [...choiceOf(field), { step: 'multiSelect' }];
    case 'url':
    case 'email':
    case 'phone':
    case 'picklist':
      return [{ step: 'first' }, ...stepsForText(field)];
    default:
      return undefined;
  }
}

/** A restricted picklist refuses any other word; the table says so before Salesforce does. */
function choiceOf({ restricted = false, values = [] }: FieldDescribe): Step[] {
  if (!restricted || values.length === 0 || values.length > MOST_CHOICES) return [];
  const words = Object.fromEntries(values.map(({ value }) => [value, value]));
  return [{ step: 'valueTable', values: words, ignoreCase: true }];
}
