import { LONGEST_ENTRY, MOST_ENTRIES } from './params.ts';
import { LONGEST_PATH } from './paths.ts';
import type { Schema } from './schemaKinds.ts';
import { PATH_PATTERN, TABLE_KEY_PATTERN } from './schemaPatterns.ts';
import type { ParamDefinition, StepDefinition } from './stepDefinition.ts';
import { LONGEST_TEXT } from './values.ts';

/** The form of one step of the catalogue. */
export function stepSchema(name: string, { label, help, params }: StepDefinition): Schema {
  const all = Object.entries(params);
  return {
    title: label,
    description: help,
    type: 'object',
    properties: {
      step: { const: name },
      ...Object.fromEntries(all.map(([param, definition]) => [param, paramSchema(definition)])),
    },
    required: ['step', ...all.filter(([, param]) => param.required).map(([param]) => param)],
    additionalProperties: false,
  };
}

/**
 * The form of a parameter. A text, path, table, list or formula may be empty here, since a draft
 * is kept while it is typed; `checkMapping` says what is still to be filled in.
 */
function paramSchema(param: ParamDefinition): Schema {
  const described: Schema = { title: param.label };
  if (param.help !== undefined) described.description = param.help;
  if (param.default !== undefined) described.default = param.default;
  return { ...described, ...VALUES[param.type](param) };
}

type Bounds = Omit<ParamDefinition, 'type' | 'label' | 'required'>;

const VALUES: Readonly<Record<ParamDefinition['type'], (bounds: Bounds) => Schema>> = {
  text: ({ max }) => ({ type: 'string', maxLength: max ?? LONGEST_TEXT }),
  formula: ({ max }) => ({ type: 'string', maxLength: max ?? LONGEST_TEXT }),
  integer: ({ min = 0, max }) => ({
    type: 'integer',
    minimum: min,
    maximum: max ?? Number.MAX_SAFE_INTEGER,
  }),
  boolean: () => ({ type: 'boolean' }),
  choice: ({ choices = [] }) => ({ enum: choices }),
  path: () => ({ type: 'string', maxLength: LONGEST_PATH, pattern: PATH_PATTERN }),
  table: ({ max }) => ({
    type: 'object',
    propertyNames: { maxLength: LONGEST_ENTRY, pattern: TABLE_KEY_PATTERN },
    additionalProperties: { type: 'string', maxLength: LONGEST_ENTRY },
    maxProperties: max ?? MOST_ENTRIES,
  }),
  list: ({ max }) => ({
    type: 'array',
    items: { type: 'string', maxLength: LONGEST_ENTRY },
    maxItems: max ?? MOST_ENTRIES,
  }),
};
