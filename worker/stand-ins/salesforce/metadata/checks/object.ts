import { childOf, childrenOf, textIn } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import { elementOf, isOf, type World } from '../world.ts';

const NEEDED = ['label', 'pluralLabel', 'deploymentStatus'];

export function checkObject({ element, fullName }: Incoming, world: World): Problem[] {
  const isEvent = fullName.endsWith('__e');
  if (!isEvent && !fullName.endsWith('__c')) {
    return [at(element, `Objects like ${fullName} are not available in this organization`)];
  }
  const needed = [...NEEDED, ...(isEvent ? ['eventType'] : ['nameField', 'sharingModel'])];
  const missing = needed
    .filter((name) => !childOf(element, name))
    .map((name) => at(element, `Must specify a '${name}' for a CustomObject`));
  const volume = childOf(element, 'eventType');
  if (volume && volume.text !== 'HighVolume') {
    missing.push(at(volume, `Platform events of type ${volume.text} cannot be created any more`));
  }
  const nameField = childOf(element, 'nameField');
  const nameType = textIn(nameField, 'type');
  const named = !nameField || ['Text', 'AutoNumber'].includes(nameType);
  return [
    ...missing,
    ...(named ? [] : [at(nameField, `A name field cannot be of type '${nameType}'`)]),
    ...sharing(fullName, element, world),
    ...mentioned(fullName, element, world),
  ];
}

function sharing(object: string, element: Incoming['element'], world: World): Problem[] {
  const model = childOf(element, 'sharingModel');
  const isDetail = world
    .of('CustomField')
    .some((field) => isOf(object, field) && textIn(elementOf(field), 'type') === 'MasterDetail');
  if (!model || isDetail === (model.text === 'ControlledByParent')) return [];
  const text = isDetail
    ? `Cannot set sharingModel to ${model.text} on a CustomObject with a MasterDetail relationship field`
    : 'Cannot set sharingModel to ControlledByParent on a CustomObject without a MasterDetail relationship field';
  return [at(model, text)];
}

function mentioned(object: string, element: Incoming['element'], world: World): Problem[] {
  const compact = childOf(element, 'compactLayoutAssignment');
  const isKnown =
    !compact ||
    compact.text === 'SYSTEM' ||
    world.find('CompactLayout', `${object}.${compact.text}`) !== undefined;
  const columns = childrenOf(element, 'searchLayouts').flatMap(({ children }) => children);
  return [
    ...(isKnown
      ? []
      : [
          at(
            compact,
            `In field: compactLayoutAssignment - no CompactLayout named ${object}.${compact.text} found`,
          ),
        ]),
    ...columns
      .filter(({ name, text }) => name.endsWith('Fields') && text.endsWith('__c'))
      .filter(({ text }) => !world.field(object, text))
      .map((column) =>
        at(
          column,
          `In field: ${column.name} - no CustomField named ${object}.${column.text} found`,
        ),
      ),
  ];
}
