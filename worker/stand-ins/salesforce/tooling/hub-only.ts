import { field, standardObject, system, text } from '../schema/define.ts';
import type { ObjectType } from '../schema/model.ts';

/** The objects that a Dev Hub has beside those of any org. */
export function hubOnlyObjects(): ObjectType[] {
  const scratchOrgInfo = standardObject(
    'ScratchOrgInfo',
    ['Scratch Org Info', 'Scratch Org Infos'],
    '2SR',
    [
      text('OrgName', 'Org Name', 80),
      // Nobody can fill it in, so none is ever made: this hub has no scratch orgs to give.
      system('Edition', 'Edition', 'string', { length: 40, required: true }),
      system('Status', 'Status', 'string', { length: 40 }),
      system('SignupUsername', 'Signup Username', 'string', { length: 80 }),
      system('LoginUrl', 'Login URL', 'url', { length: 255 }),
      field('DurationDays', 'Duration', 'int', { precision: 2 }),
    ],
    { setup: true },
  );
  const namespaceRegistry = standardObject(
    'NamespaceRegistry',
    ['Namespace Registry', 'Namespace Registries'],
    '24V',
    [system('NamespacePrefix', 'Namespace Prefix', 'string', { length: 15, required: true })],
    { setup: true },
  );
  return [scratchOrgInfo, namespaceRegistry];
}
