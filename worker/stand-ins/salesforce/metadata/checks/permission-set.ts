import { childOf, childrenOf, textIn, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import type { World } from '../world.ts';

/** What each right over an object takes for granted. */
const DEPENDS: [right: string, on: string[]][] = [
  ['allowCreate', ['allowRead']],
  ['allowEdit', ['allowRead']],
  ['allowDelete', ['allowRead', 'allowEdit']],
  ['viewAllRecords', ['allowRead']],
  ['modifyAllRecords', ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']],
];

export function checkPermissionSet({ element }: Incoming, world: World): Problem[] {
  return [
    ...childrenOf(element, 'objectPermissions').flatMap((grant) => objectGrant(grant, world)),
    ...childrenOf(element, 'fieldPermissions').flatMap((grant) => fieldGrant(grant, world)),
    ...childrenOf(element, 'tabSettings').flatMap((grant) => {
      const tab = childOf(grant, 'tab');
      const isKnown = !tab || /^standard-\w+$/.test(tab.text) || world.find('CustomTab', tab.text);
      return isKnown ? [] : [at(tab, `In field: tab - no CustomTab named ${tab.text} found`)];
    }),
    ...childrenOf(element, 'applicationVisibilities').flatMap((grant) => {
      const app = childOf(grant, 'application');
      const isKnown =
        !app || /^standard__\w+$/.test(app.text) || world.find('CustomApplication', app.text);
      return isKnown
        ? []
        : [at(app, `In field: application - no CustomApplication named ${app.text} found`)];
    }),
    ...absent(element, 'classAccesses', 'apexClass', 'ApexClass'),
    ...absent(element, 'pageAccesses', 'apexPage', 'ApexPage'),
    ...absent(element, 'flowAccesses', 'flow', 'FlowDefinition'),
    ...absent(element, 'customPermissions', 'name', 'CustomPermission'),
    ...absent(element, 'recordTypeVisibilities', 'recordType', 'RecordType'),
    ...absent(element, 'customMetadataTypeAccesses', 'name', 'CustomObject'),
    ...absent(element, 'externalDataSourceAccesses', 'externalDataSource', 'ExternalDataSource'),
  ];
}

/** Grants on kinds of metadata of which the local org has none. */
function absent(element: Element, list: string, name: string, type: string): Problem[] {
  return childrenOf(element, list).map((grant) =>
    at(
      childOf(grant, name) ?? grant,
      `In field: ${name} - no ${type} named ${textIn(grant, name)} found`,
    ),
  );
}

function objectGrant(grant: Element, world: World): Problem[] {
  const object = childOf(grant, 'object');
  if (object && !world.hasObject(object.text)) {
    return [at(object, `In field: object - no CustomObject named ${object.text} found`)];
  }
  const given = (right: string): boolean => textIn(grant, right) === 'true';
  return DEPENDS.flatMap(([right, on]) => {
    const lacking = on.filter((other) => given(right) && !given(other));
    if (lacking.length === 0) return [];
    const names = lacking.map((name) => `${verb(name)} ${object?.text ?? ''}`).join(', ');
    return [
      at(
        childOf(grant, right) ?? grant,
        `Permission ${verb(right)} ${object?.text ?? ''} depends on permission(s): ${names}`,
      ),
    ];
  });
}

function verb(right: string): string {
  return right
    .replace('allow', '')
    .replace('viewAllRecords', 'View All')
    .replace('modifyAllRecords', 'Modify All');
}

function fieldGrant(grant: Element, world: World): Problem[] {
  const field = childOf(grant, 'field');
  if (!field) return [];
  const [object = '', name = ''] = field.text.split('.');
  if (!world.hasObject(object)) {
    return [at(field, `In field: field - no CustomObject named ${object} found`)];
  }
  const guard = world.field(object, name);
  if (!guard) return [at(field, `In field: field - no CustomField named ${field.text} found`)];
  if (guard === 'always visible') {
    return [at(field, `You cannot deploy to a required field: ${field.text}`)];
  }
  const editable = childOf(grant, 'editable');
  if (editable?.text === 'true' && textIn(grant, 'readable') === 'false') {
    return [at(editable, `Field ${field.text} is editable but not readable`)];
  }
  const declared = world.declaration(object, name);
  const isComputed =
    childOf(declared, 'formula') !== undefined ||
    ['Summary', 'AutoNumber'].includes(textIn(declared, 'type'));
  return editable?.text === 'true' && isComputed
    ? [at(editable, `Field ${field.text} is not editable`)]
    : [];
}
