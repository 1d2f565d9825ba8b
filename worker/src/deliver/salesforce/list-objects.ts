import type { SalesforceClient } from './client.ts';
import { withoutNamespace } from './namespace.ts';

/** An object as the list of all objects has it. */
export interface ObjectSummary {
  /** Without the package's namespace. */
  object: string;
  label: string;
  createable: boolean;
  updateable: boolean;
  queryable: boolean;
  custom: boolean;
  /** The package's own in an installed org; where it came from source nothing tells. */
  ofPackage: boolean;
  /** Meant for people: settings and what is on its way out are not. */
  ordinary: boolean;
}

interface GlobalDescribe {
  sobjects: {
    name: string;
    label: string;
    createable: boolean;
    updateable: boolean;
    queryable: boolean;
    custom: boolean;
    customSetting?: boolean;
    deprecatedAndHidden?: boolean;
  }[];
}

/** Every object that the worker's user can see. One API call. */
export async function listObjects(client: SalesforceClient): Promise<ObjectSummary[]> {
  const { sobjects } = await client.request<GlobalDescribe>('GET', '/sobjects');
  const { namespace } = client.org;
  return sobjects.map(({ name, customSetting, deprecatedAndHidden, ...more }) => ({
    object: withoutNamespace(namespace, name),
    label: more.label,
    createable: more.createable,
    updateable: more.updateable,
    queryable: more.queryable,
    custom: more.custom,
    ofPackage: namespace !== '' && name.startsWith(`${namespace}__`),
    ordinary: customSetting !== true && deprecatedAndHidden !== true,
  }));
}
