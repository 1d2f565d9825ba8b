import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import { fieldType, type PackageModel } from './package-model.ts';
import { STANDARD_OBJECTS } from './salesforce-names.ts';
import { childNamed, childrenNamed, textOf, type XmlElement } from './xml.ts';

type FieldRule = (field: MetadataFile, model: PackageModel) => Finding[];

function overFields(name: string, rule: FieldRule): Check<PackageModel> {
  return {
    name,
    findings: (model) =>
      model.files
        .filter(({ type }) => type === 'CustomField')
        .flatMap((field) => rule(field, model)),
  };
}

function finding(field: MetadataFile, at: XmlElement | undefined, problem: string, action: string) {
  return [{ file: field.path, line: (at ?? field.root).line, problem, action }];
}

export const externalIdsAreExact = overFields(
  'external ids are unique and tell upper from lower case',
  (field) => {
    const externalId = childNamed(field.root, 'externalId');
    if (externalId?.text !== 'true') return [];
    return ['unique', 'caseSensitive'].flatMap((name) =>
      textOf(field.root, name) === 'true'
        ? []
        : finding(
            field,
            childNamed(field.root, name) ?? externalId,
            `${field.name} is an external id, but <${name}> is not true.`,
            `Set <${name}> to true: an upsert must find exactly one record.`,
          ),
    );
  },
);

/** A shop of a platform nobody thought of must not be refused. */
const OPEN_PICKLISTS = ['objects/Shop__c/fields/Platform__c.'];

export const picklistsAreClosed = overFields(
  'picklists are restricted and each value stands once',
  (field) => {
    if (fieldType(field) !== 'Picklist') return [];
    const set = childNamed(field.root, 'valueSet');
    const definition = set && childNamed(set, 'valueSetDefinition');
    if (!set || !definition)
      return finding(field, set, `${field.name} has no values.`, 'Add a valueSetDefinition.');
    const open =
      textOf(set, 'restricted') === 'true' ||
      OPEN_PICKLISTS.some((path) => field.path.includes(path))
        ? []
        : finding(
            field,
            childNamed(set, 'restricted') ?? set,
            `${field.name} takes values that nobody defined.`,
            'Set <restricted> to true.',
          );
    const seen = new Set<string>();
    const repeated = childrenNamed(definition, 'value').flatMap((value) => {
      const name = textOf(value, 'fullName');
      if (seen.has(name))
        return finding(field, value, `The value "${name}" stands twice.`, 'Keep one of them.');
      seen.add(name);
      return [];
    });
    return [...open, ...repeated];
  },
);

export const sizesFit = overFields('texts and numbers have a size the platform takes', (field) => {
  const type = fieldType(field);
  const size = (name: string) => Number(textOf(field.root, name) || NaN);
  if (type === 'Text' && !(size('length') >= 1 && size('length') <= 255))
    return finding(
      field,
      childNamed(field.root, 'length'),
      `${field.name} is a Text without a length from 1 to 255.`,
      'Give it a <length>.',
    );
  if (type === 'Number' && !(size('precision') <= 18 && size('scale') <= size('precision')))
    return finding(
      field,
      childNamed(field.root, 'precision'),
      `${field.name} is a Number whose <precision> (at most 18) and <scale> do not fit.`,
      'Count all digits in <precision>, those after the point in <scale>.',
    );
  return [];
});

export const lookupsLeadSomewhere = overFields(
  'lookups name an object that exists and let it be deleted',
  (field, model) => {
    const type = fieldType(field);
    if (type !== 'Lookup' && type !== 'MasterDetail') return [];
    const target = childNamed(field.root, 'referenceTo');
    const name = target?.text ?? '';
    const own = model.objects.get(name)?.definition;
    if (!own && !STANDARD_OBJECTS.includes(name))
      return finding(
        field,
        target,
        `${field.name} refers to ${name || 'nothing'}, which does not exist.`,
        'Name an object of this package or a standard object.',
      );
    if (type === 'MasterDetail' && !own)
      return finding(
        field,
        target,
        `${field.name} makes ${name} its parent, so writing many records locks it.`,
        'Use a Lookup.',
      );
    if (type === 'Lookup' && textOf(field.root, 'deleteConstraint') !== 'SetNull')
      return finding(
        field,
        childNamed(field.root, 'deleteConstraint'),
        `${field.name} may keep people from deleting records of ${name}.`,
        'Set <deleteConstraint> to SetNull.',
      );
    return [];
  },
);
