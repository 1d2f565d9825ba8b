import { ownName, parentOf } from '../../schema/component.ts';
import { FIELD_TYPES } from '../../schema/custom-field.ts';
import { childOf, childrenOf, textIn, type Element } from '../element.ts';
import { calculation } from './formula.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import { elementOf, type World } from '../world.ts';

/** What each type of field must be told. */
const NEEDS: Record<string, string[]> = {
  Text: ['label', 'length'],
  Number: ['label', 'precision', 'scale'],
  Currency: ['label', 'precision', 'scale'],
  Percent: ['label', 'precision', 'scale'],
  LongTextArea: ['label', 'length', 'visibleLines'],
  Html: ['label', 'length', 'visibleLines'],
  MultiselectPicklist: ['label', 'visibleLines'],
  Checkbox: ['label', 'defaultValue'],
  Lookup: ['label', 'referenceTo'],
  MasterDetail: ['label', 'referenceTo', 'relationshipName'],
};
const MOST_DIGITS = 18;
const LONGEST_TEXT = 255;

export function checkField(component: Incoming, world: World): Problem[] {
  const { element, fullName } = component;
  const object = parentOf(fullName);
  if (!world.hasObject(object)) {
    return [
      at(element, `Entity Enumeration Or ID: bad value for restricted picklist field: ${object}`),
    ];
  }
  if (
    !/^[A-Za-z](?!\w*__\w*__c$)\w*__c$/.test(
      ownName(fullName).replace(/^[A-Za-z]\w{0,14}?__(?=\w+__c$)/, ''),
    )
  ) {
    return [
      at(
        element,
        `The name '${ownName(fullName)}' is no name of a custom field: it must end in __c`,
      ),
    ];
  }
  const type = textIn(element, 'type');
  if (!(type in FIELD_TYPES)) {
    return [
      at(
        childOf(element, 'type') ?? element,
        `Fields of type '${type}' are not available in this organization`,
      ),
    ];
  }
  const isFormula = childOf(element, 'formula') !== undefined;
  const needs = isFormula ? ['label'] : (NEEDS[type] ?? ['label']);
  return [
    ...needs
      .filter((name) => !textIn(element, name))
      .map((name) => at(element, `Must specify a '${name}' for a CustomField of type ${type}`)),
    ...sizes(element, type),
    ...values(element, type, isFormula),
    ...relationship(component, world),
    ...calculation(component, world),
  ];
}

function sizes(element: Element, type: string): Problem[] {
  const number = (name: string): number => Number(textIn(element, name));
  const problems: Problem[] = [];
  const complain = (name: string, text: string) =>
    problems.push(at(childOf(element, name) ?? element, text));
  if (type === 'Text' && number('length') > LONGEST_TEXT) {
    complain('length', `Text fields can have at most ${LONGEST_TEXT} characters`);
  }
  if (number('precision') > MOST_DIGITS) {
    complain('precision', `Precision must be at most ${MOST_DIGITS} digits`);
  }
  if (number('scale') > number('precision')) {
    complain('scale', 'Scale must not be greater than precision');
  }
  for (const name of ['precision', 'scale']) {
    if (textIn(element, name) && ['Text', 'Lookup', 'Picklist', 'Checkbox'].includes(type)) {
      complain(name, `Can not specify '${name}' for a CustomField of type ${type}`);
    }
  }
  if (textIn(element, 'length') && ['Number', 'Currency', 'Checkbox', 'Lookup'].includes(type)) {
    complain('length', `Can not specify 'length' for a CustomField of type ${type}`);
  }
  return problems;
}

function values(element: Element, type: string, isFormula: boolean): Problem[] {
  if (isFormula || !type.endsWith('icklist')) return [];
  const set = childOf(element, 'valueSet');
  if (!set) return [at(element, `Must specify a 'valueSet' for a CustomField of type ${type}`)];
  const named = childOf(set, 'valueSetName');
  if (named) return [at(named, 'Global value sets are not available in this organization')];
  const seen = new Set<string>();
  return childrenOf(childOf(set, 'valueSetDefinition'), 'value').flatMap((value) => {
    const name = textIn(value, 'fullName').toLowerCase();
    if (seen.has(name))
      return [at(value, `Duplicate value in picklist: ${textIn(value, 'fullName')}`)];
    seen.add(name);
    return [];
  });
}

function relationship({ element, fullName }: Incoming, world: World): Problem[] {
  const target = childOf(element, 'referenceTo');
  if (!target) return [];
  // Events are no tables: nothing can point at a row of theirs.
  if (!world.hasObject(target.text) || target.text.endsWith('__e')) {
    return [
      at(target, `referenceTo value of '${target.text}' does not resolve to a valid sObject type`),
    ];
  }
  const name = childOf(element, 'relationshipName');
  if (!name) return [];
  const rival = world.of('CustomField').some((other) => {
    if (other.fullName === fullName) return false;
    const declared = elementOf(other);
    return (
      textIn(declared, 'referenceTo') === target.text &&
      textIn(declared, 'relationshipName').toLowerCase() === name.text.toLowerCase()
    );
  });
  return rival
    ? [at(name, `There is already a Child Relationship named ${name.text} on ${target.text}.`)]
    : [];
}
