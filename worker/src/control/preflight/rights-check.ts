import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { callFailure } from '../../deliver/salesforce/call-failure.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writtenFields } from './written-fields.ts';
import type { Check, Checker } from './check.ts';

interface Describe {
  createable: boolean;
  updateable: boolean;
  fields: { name: string; createable: boolean; updateable: boolean }[];
}

const FIX = {
  fix: 'Assign the permission set Cartbridge Worker to the worker’s user; after an installation add the standard objects to it.',
  path: '/lightning/setup/PermSets/home',
};

/** Whether the worker's own user may write every field that the mapping fills. */
export const checkRights: Checker = async ({ client, mappings }): Promise<Check[]> => {
  const missing: string[] = [];
  let fields = 0;
  for (const [object, names] of writtenFields(mappings)) {
    fields += names.length;
    missing.push(...(await missingOn(client, object, names)));
  }
  if (missing.length === 0) {
    const evidence = `The worker may write all ${fields} fields it fills.`;
    return [{ check: 'field_access', status: 'ok', evidence, fix: '' }];
  }
  const evidence = `The worker may not write: ${missing.join(', ')}.`;
  return [{ check: 'field_access', status: 'failed', evidence, ...FIX }];
};

async function missingOn(
  client: SalesforceClient,
  object: string,
  names: string[],
): Promise<string[]> {
  const { namespace } = client.org;
  let described: Describe;
  try {
    described = await client.request<Describe>(
      'GET',
      `/sobjects/${withNamespace(namespace, object)}/describe`,
    );
  } catch (error) {
    // An object that the user may not see is answered like one that is not there.
    if (callFailure(error).kind !== 'salesforce_setup') throw callFailure(error);
    return [object];
  }
  if (!described.createable || !described.updateable) return [object];
  const writable = new Set(
    described.fields
      .filter(({ createable, updateable }) => createable || updateable)
      .map(({ name }) => name),
  );
  return names
    .filter((name) => !writable.has(withNamespace(namespace, name, object)))
    .map((name) => `${object}.${name}`);
}
