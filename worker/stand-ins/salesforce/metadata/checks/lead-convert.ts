import { childOf, childrenOf, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import type { World } from '../world.ts';

const TARGETS = ['Account', 'Contact', 'Opportunity'];

/** Fields that are mapped must be there on either side. */
export function checkLeadConvert({ element }: Incoming, world: World): Problem[] {
  return childrenOf(element, 'objectMapping').flatMap((mapping) => {
    const [from, to] = [childOf(mapping, 'inputObject'), childOf(mapping, 'outputObject')];
    if (from && from.text !== 'Lead') return [at(from, `Invalid input object: ${from.text}`)];
    if (to && !TARGETS.includes(to.text)) return [at(to, `Invalid output object: ${to.text}`)];
    return childrenOf(mapping, 'mappingFields').flatMap((pair) => [
      ...missing(world, 'Lead', childOf(pair, 'inputField')),
      ...missing(world, to?.text ?? '', childOf(pair, 'outputField')),
    ]);
  });
}

function missing(world: World, object: string, field: Element | undefined): Problem[] {
  if (!field || world.field(object, field.text)) return [];
  return [at(field, `In field: field - no CustomField named ${object}.${field.text} found`)];
}
