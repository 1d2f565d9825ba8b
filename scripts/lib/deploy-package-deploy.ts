import { callOrg, type TargetOrg } from './deploy-package-call.ts';
import { waitFor } from './wait-for.ts';

interface Failure {
  componentType: string;
  fullName: string;
  fileName: string;
  problem: string;
  lineNumber?: number;
}

interface DeployResult {
  id: string;
  done: boolean;
  status: string;
  success: boolean;
  details?: { componentFailures?: Failure[] };
}

const PATIENCE_MS = 60_000;

/**
 * Deploys an archive as the Salesforce CLI does by REST, all of it or nothing, and answers the id of
 * the deploy. Throws with a line for each component that the org refused.
 */
export async function deployArchive(org: TargetOrg, archive: Buffer): Promise<string> {
  const deployOptions = { rollbackOnError: true, singlePackage: true, checkOnly: false };
  const form = new FormData();
  const zip = new Blob([new Uint8Array(archive)], { type: 'application/zip' });
  form.append('file', zip, 'package.zip');
  const description = new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' });
  form.append('entity_content', description);
  const path = 'metadata/deployRequest';
  const { id } = await callOrg<{ id: string }>(org, path, { method: 'POST', body: form });
  const result = await waitFor(
    async () => {
      const found = await readDeploy(org, id);
      return found.done ? found : undefined;
    },
    { what: `the deploy ${id} to end`, timeoutMs: PATIENCE_MS },
  );
  if (!result.success) throw new Error(complaint(result));
  return id;
}

/** Whether the org remembers this deploy, and that it succeeded. */
export async function hasDeployed(org: TargetOrg, id: string): Promise<boolean> {
  const result = await readDeploy(org, id).catch(() => undefined);
  return result?.success === true;
}

async function readDeploy(org: TargetOrg, id: string): Promise<DeployResult> {
  const path = `metadata/deployRequest/${id}?includeDetails=true`;
  return (await callOrg<{ deployResult: DeployResult }>(org, path)).deployResult;
}

function complaint({ id, status, details }: DeployResult): string {
  const failures = (details?.componentFailures ?? []).map(
    ({ componentType, fullName, fileName, problem, lineNumber }) =>
      `  ${componentType} ${fullName} (${fileName}${lineNumber ? `:${lineNumber}` : ''}): ${problem}`,
  );
  return [
    `The org did not take force-app (deploy ${id}: ${status}). Correct these and start again:`,
    ...failures,
  ].join('\n');
}
