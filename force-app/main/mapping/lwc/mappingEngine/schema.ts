import { LONGEST_FORMULA } from './formulaParser.ts';
import { MOST_ROWS, MOST_SOURCES, MOST_STEPS, MOST_TARGETS } from './limits.ts';
import { LINKS, SOURCE_KINDS, TEST_OPERATORS } from './model.ts';
import { LONGEST_PATH } from './paths.ts';
import type { Schema } from './schemaKinds.ts';
import { API_NAME_PATTERN, COUNTRY_PATTERN, ID_PATTERN, PATH_PATTERN } from './schemaPatterns.ts';
import { stepSchema } from './schemaSteps.ts';
import { STEPS } from './steps.ts';

const LONGEST_VALUE = 4_000;

const text = (maxLength: number, pattern?: string): Schema => ({
  type: 'string',
  maxLength,
  ...(pattern === undefined ? {} : { pattern }),
});
const value: Schema = { type: ['string', 'number', 'boolean'], maxLength: LONGEST_VALUE };
const off: Schema = { type: 'boolean', description: 'Kept, but nothing is done with it.' };
const apiName = text(80, API_NAME_PATTERN);

const row: Schema = {
  type: 'object',
  properties: {
    id: { ...text(80, ID_PATTERN), description: 'Unique in its target.' },
    source: {
      type: 'array',
      description: `Paths into the shop's record, or one of ${LINKS.join(', ')} alone.`,
      items: text(LONGEST_PATH, PATH_PATTERN),
      maxItems: MOST_SOURCES,
    },
    steps: { type: 'array', items: { $ref: '#/$defs/step' }, maxItems: MOST_STEPS },
    target: { ...apiName, description: 'API name of the field.' },
    default: { ...value, description: 'Instead of a blank result.' },
    condition: { $ref: '#/$defs/condition' },
    direction: { enum: ['toSalesforce', 'toShop', 'both'] },
    rule: { enum: ['always', 'onCreate', 'ifBlank'] },
    clearWhenBlank: { type: 'boolean', description: 'Writes a blank result as null.' },
    off,
  },
  required: ['id', 'source', 'steps', 'target', 'direction', 'rule'],
  additionalProperties: false,
};

const target: Schema = {
  type: 'object',
  properties: {
    id: { ...text(80, ID_PATTERN), description: 'Unique in the mapping.' },
    object: { ...apiName, description: 'API name of the object.' },
    from: { enum: SOURCE_KINDS },
    off,
    condition: { $ref: '#/$defs/condition' },
    key: { ...apiName, description: 'The external id field by which a record is found.' },
    rows: { type: 'array', items: { $ref: '#/$defs/row' }, maxItems: MOST_ROWS },
  },
  required: ['id', 'object', 'from', 'rows'],
  additionalProperties: false,
};

const condition: Schema = {
  oneOf: [
    {
      type: 'object',
      properties: {
        path: text(LONGEST_PATH, PATH_PATTERN),
        is: { enum: TEST_OPERATORS },
        value,
        values: { type: 'array', items: text(255), maxItems: 100 },
      },
      required: ['path', 'is'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { formula: text(LONGEST_FORMULA) },
      required: ['formula'],
      additionalProperties: false,
    },
  ],
};

/** The form of a mapping as JSON Schema 2020-12, steps included; published in `docs/`. */
export const MAPPING_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:cartbridge:mapping:1',
  title: 'Cartbridge mapping',
  description: "Which of a shop's values go into which fields of Salesforce.",
  type: 'object',
  properties: {
    format: { const: 1 },
    template: {
      type: 'object',
      description: 'What the mapping began with.',
      properties: { name: text(80), edition: { type: 'integer', minimum: 1, maximum: 100_000 } },
      required: ['name', 'edition'],
      additionalProperties: false,
    },
    settings: {
      type: 'object',
      properties: {
        country: { ...text(2, COUNTRY_PATTERN), description: 'ISO 3166-1 alpha-2, such as US.' },
        timeZone: { ...text(64), description: 'IANA, such as America/New_York.' },
      },
      required: ['country', 'timeZone'],
      additionalProperties: false,
    },
    targets: { type: 'array', items: { $ref: '#/$defs/target' }, maxItems: MOST_TARGETS },
  },
  required: ['format', 'settings', 'targets'],
  additionalProperties: false,
  $defs: {
    target,
    row,
    condition,
    step: { oneOf: Object.entries(STEPS).map(([name, step]) => stepSchema(name, step)) },
  },
};
