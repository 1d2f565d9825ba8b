import { readDescribe, type ObjectDescribe } from '#mapping-engine/describe';
import { callFailure } from './call-failure.ts';
import type { SalesforceClient } from './client.ts';
import { runComposite } from './composite.ts';
import { withNamespace, withoutNamespace } from './namespace.ts';

/**
 * What the org says about an object, as the worker's user may use it; null where the object is not
 * there or hidden from the user, which Salesforce does not tell apart. Costs one API call.
 */
export async function describeObject(
  client: SalesforceClient,
  object: string,
): Promise<ObjectDescribe | null> {
  const { namespace } = client.org;
  try {
    const answer = await client.request(
      'GET',
      `/sobjects/${withNamespace(namespace, object)}/describe`,
    );
    return readDescribe(answer, (name) => withoutNamespace(namespace, name));
  } catch (error) {
    const failure = callFailure(error);
    if (failure.kind === 'salesforce_setup') return null;
    throw failure;
  }
}

/** Several objects, 25 to an API call; those that are not there are left out. */
export async function describeObjects(
  client: SalesforceClient,
  objects: Iterable<string>,
): Promise<Map<string, ObjectDescribe>> {
  const { namespace } = client.org;
  const names = [...new Set(objects)];
  const responses = await runComposite(
    client,
    names.map((name) => ({
      method: 'GET',
      path: `/sobjects/${withNamespace(namespace, name)}/describe`,
    })),
  );
  const describes = new Map<string, ObjectDescribe>();
  names.forEach((name, index) => {
    const response = responses[index];
    if (response?.ok) {
      const describe = readDescribe(response.body, (one) => withoutNamespace(namespace, one));
      describes.set(name, describe);
    } else if (response && response.failure.kind !== 'salesforce_setup') throw response.failure;
  });
  return describes;
}
