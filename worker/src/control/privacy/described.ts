import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { runComposite } from '../../deliver/salesforce/composite.ts';
import { withNamespace, withoutNamespace } from '../../deliver/salesforce/namespace.ts';
import { Failure } from '../../shared/failure.ts';

/** A field as the org has it for the worker's user, read-only ones too. */
export interface DescribedField {
  /** Without the package's namespace. */
  name: string;
  type: string;
  updateable: boolean;
  nillable: boolean;
  length: number;
}

interface Describe {
  fields: (DescribedField & { name: string })[];
}

/** Values that no query gives, or that other fields give too. */
const NOT_READ = new Set(['address', 'location', 'base64']);

/**
 * The fields of these objects that the worker's user can read. Throws a Failure where one is hidden:
 * what cannot be looked at must not pass for empty. One API call for 25 of them.
 */
export async function describeAll(
  client: SalesforceClient,
  objects: string[],
): Promise<Map<string, DescribedField[]>> {
  const { namespace } = client.org;
  const answers = await runComposite(
    client,
    objects.map((object) => ({
      method: 'GET',
      path: `/sobjects/${withNamespace(namespace, object)}/describe`,
    })),
  );
  const described = new Map<string, DescribedField[]>();
  objects.forEach((object, index) => {
    const answer = answers[index];
    if (!answer) return;
    if (!answer.ok) throw hidden(object, answer.failure);
    const { fields } = answer.body as Describe;
    const read = fields.filter(({ type }) => !NOT_READ.has(type));
    described.set(
      object,
      read.map((field) => ({ ...field, name: withoutNamespace(namespace, field.name) })),
    );
  });
  return described;
}

function hidden(object: string, failure: Failure): Failure {
  if (failure.kind !== 'salesforce_setup') return failure;
  return new Failure('salesforce_setup', `The worker’s user cannot look into ${object}.`, {
    cause: failure,
    nextStep: 'Assign the permission set "Cartbridge Worker" to the worker’s user, then ask again.',
  });
}
