import { childrenOf, textIn } from '../metadata/element.ts';
import { elementOf } from '../metadata/world.ts';
import type { Org } from '../org.ts';
import type { LeadFieldMapping } from './settings.ts';

const TARGETS: string[] = ['Account', 'Contact', 'Opportunity'] satisfies LeadFieldMapping['to'][];

/** Where deployed LeadConvertSettings let the fields of a Lead go. */
export function deployedMappings(org: Org): LeadFieldMapping[] {
  const settings = org.catalogue.all().filter(({ type }) => type === 'LeadConvertSettings');
  return settings.flatMap((component) =>
    childrenOf(elementOf(component), 'objectMapping').flatMap((mapping) => {
      const to = textIn(mapping, 'outputObject');
      if (!isTarget(to)) return [];
      return childrenOf(mapping, 'mappingFields').map((pair) => ({
        lead: component.namespace.apiName(textIn(pair, 'inputField')),
        to,
        field: component.namespace.apiName(textIn(pair, 'outputField')),
      }));
    }),
  );
}

function isTarget(name: string): name is LeadFieldMapping['to'] {
  return TARGETS.includes(name);
}
