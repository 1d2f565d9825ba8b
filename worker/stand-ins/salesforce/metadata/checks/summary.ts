import { childOf, childrenOf, textIn, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import type { World } from '../world.ts';

const SUMMABLE = ['Number', 'Currency', 'Percent'];
const ORDERED = [...SUMMABLE, 'Date', 'DateTime'];

/** A roll-up sums up detail rows, so it needs a master-detail field that leads to its object. */
export function checkSummary({ element, fullName }: Incoming, world: World): Problem[] {
  const object = fullName.split('.')[0] ?? '';
  const key = childOf(element, 'summaryForeignKey');
  const operation = childOf(element, 'summaryOperation');
  if (!key)
    return [at(element, "Must specify a 'summaryForeignKey' for a CustomField of type Summary")];
  if (!operation) {
    return [at(element, "Must specify a 'summaryOperation' for a CustomField of type Summary")];
  }
  const [child = '', reference = ''] = key.text.split('.');
  const master = world.declaration(child, reference);
  if (textIn(master, 'type') !== 'MasterDetail' || textIn(master, 'referenceTo') !== object) {
    return [at(key, `${key.text} is not a master-detail field that refers to ${object}`)];
  }
  return [
    ...summarized(element, operation.text, child, world),
    ...childrenOf(element, 'summaryFilterItems')
      .flatMap((item) => childOf(item, 'field') ?? [])
      .filter((field) => !isOfChild(field.text, child, world))
      .map((field) => at(field, `Field ${field.text} does not exist. Check spelling.`)),
  ];
}

function summarized(element: Element, operation: string, child: string, world: World): Problem[] {
  const field = childOf(element, 'summarizedField');
  if (operation === 'count') {
    return field ? [at(field, "Can not specify 'summarizedField' for a count")] : [];
  }
  if (!field) return [at(element, `Must specify a 'summarizedField' for a ${operation}`)];
  if (!isOfChild(field.text, child, world)) {
    return [at(field, `Field ${field.text} does not exist. Check spelling.`)];
  }
  const type = textIn(world.declaration(child, field.text.split('.')[1] ?? ''), 'type');
  const allowed = operation === 'sum' ? SUMMABLE : ORDERED;
  return allowed.includes(type)
    ? []
    : [at(field, `A ${operation} cannot be made of a field of type ${type || 'a standard field'}`)];
}

function isOfChild(path: string, child: string, world: World): boolean {
  const [object, name = ''] = path.split('.');
  return object === child && world.field(child, name) !== undefined;
}
