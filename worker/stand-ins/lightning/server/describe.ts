import type { Describe, FieldDescription, ObjectDescription } from '../build/schema-check.ts';
import { askOrg, type OrgClient } from './org-client.ts';

interface DescribedField {
  name: string;
  relationshipName: string | null;
  referenceTo: string[];
}

/** Descriptions of the running org's objects, each asked for once. */
export function describeInOrg(client: OrgClient): Describe {
  const known = new Map<string, Promise<ObjectDescription | undefined>>();
  return (object) => {
    const description = known.get(object) ?? describe(client, object);
    known.set(object, description);
    return description;
  };
}

async function describe(client: OrgClient, object: string): Promise<ObjectDescription | undefined> {
  const path = `/services/data/v66.0/sobjects/${encodeURIComponent(object)}/describe`;
  const { status, body } = await askOrg(client, 'GET', path);
  if (status === 404) return undefined;
  if (status !== 200)
    throw new Error(`The org does not describe ${object}: ${JSON.stringify(body)}`);
  const { fields } = body as { fields: DescribedField[] };
  return {
    fields: new Map(
      fields.map(({ name, relationshipName, referenceTo }): [string, FieldDescription] => [
        name,
        { ...(relationshipName && { relationshipName }), referenceTo },
      ]),
    ),
  };
}
