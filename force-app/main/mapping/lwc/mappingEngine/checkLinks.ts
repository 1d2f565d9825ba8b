import { quote } from './findings.ts';
import { LINKS, SOURCE_KINDS, type Link, type Row, type SourceKind } from './model.ts';
import type { RowContext } from './rowContext.ts';

/** The objects each record can be of. */
const OBJECTS: Readonly<Record<Link, readonly string[]>> = {
  '@person': ['Contact', 'Lead'],
  '@contact': ['Contact'],
  '@lead': ['Lead'],
  '@account': ['Account'],
  '@parent': ['Account'],
  '@shop': ['Shop__c'],
  '@order': ['Order__c'],
  '@cart': ['Cart__c'],
};

/** The kinds of source that belong to a person. */
const SOMEBODYS: readonly SourceKind[] = [
  'person',
  'order',
  'orderItem',
  'shipment',
  'return',
  'cart',
  'cartItem',
];

/** The kinds of source that know the record. */
const KNOWN_TO: Readonly<Record<Link, readonly SourceKind[]>> = {
  '@person': SOMEBODYS,
  '@contact': SOMEBODYS,
  '@lead': SOMEBODYS,
  '@account': SOMEBODYS,
  '@parent': ['company'],
  '@shop': SOURCE_KINDS,
  '@order': ['order', 'orderItem', 'shipment', 'return', 'cart', 'cartItem'],
  '@cart': ['cart', 'cartItem', 'order', 'orderItem'],
};

export function isLinked({ source }: Row): boolean {
  return source.some((path) => path.startsWith('@'));
}

/** Reports what keeps a row from filling a lookup field with a record. */
export function checkLinks({ row, target, name, field, report }: RowContext): void {
  const [path = ''] = row.source;
  const link = LINKS.find((known) => known === path);
  if (row.source.length > 1 || row.steps.length > 0 || row.default !== undefined) {
    report({
      code: 'link_not_alone',
      what: `${name} gives a record together with other sources, steps or a default.`,
      fix: 'Leave the record as its only source, without steps and default.',
    });
  } else if (!link) {
    report({
      code: 'link_unknown',
      what: `${name} reads ${quote(path)}, which is no record that Cartbridge knows.`,
      fix: `Choose one of ${LINKS.join(', ')}.`,
    });
  } else if (!KNOWN_TO[link].includes(target.from)) {
    report({
      code: 'link_not_here',
      what: `${name} gives ${link}, but a ${target.from} of the shop leads to no such record.`,
      fix: `Remove the row, or choose one of ${LINKS.filter((other) => KNOWN_TO[other].includes(target.from)).join(', ')}.`,
    });
  } else if (field?.type === 'reference') {
    const objects = field.referenceTo ?? [];
    if (objects.length === 0 || OBJECTS[link].some((object) => objects.includes(object))) return;
    report({
      code: 'link_to_other_object',
      what: `${name} gives ${link}, but ${field.label} leads to ${objects.join(' or ')}.`,
      fix: `Choose a lookup field to ${OBJECTS[link].join(' or ')}.`,
    });
  } else if (field) {
    report({
      code: 'link_needs_lookup',
      what: `${name} gives a record, but ${field.label} is no lookup field.`,
      fix: 'Choose a lookup field, or a source with a value.',
    });
  }
}
