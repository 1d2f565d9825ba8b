import type { BuildOptions } from './deploy-package-build.ts';
import { callOrg, type TargetOrg } from './deploy-package-call.ts';
import { waitFor } from './wait-for.ts';

interface InstallRequest {
  Status: 'IN_PROGRESS' | 'SUCCESS' | 'ERROR';
  Errors: { errors: { message: string }[] } | null;
}

const REQUESTS = 'tooling/sobjects/PackageInstallRequest';
const PATIENCE_MS = 60_000;

/** Builds the sources into a package, installs it, and answers the id of the install request. */
export async function installPackage(org: TargetOrg, options: BuildOptions): Promise<string> {
  // Only a stack with a namespace needs a hub, and pays for loading one.
  const { buildVersion } = await import('./deploy-package-build.ts');
  const body = { SubscriberPackageVersionKey: await buildVersion(options) };
  const { id } = await callOrg<{ id: string }>(org, REQUESTS, { method: 'POST', body });
  const request = await waitFor(
    async () => {
      const found = await readRequest(org, id);
      return found.Status === 'IN_PROGRESS' ? undefined : found;
    },
    { what: `the installation ${id} to end`, timeoutMs: PATIENCE_MS },
  );
  if (request.Status === 'SUCCESS') return id;
  const reasons = request.Errors?.errors.map(({ message }) => message) ?? [];
  throw new Error(`The org did not install the package: ${reasons.join('; ')}`);
}

/** Whether the org remembers this install request, and that it succeeded. */
export async function hasInstalled(org: TargetOrg, id: string): Promise<boolean> {
  const request = await readRequest(org, id).catch(() => undefined);
  return request?.Status === 'SUCCESS';
}

function readRequest(org: TargetOrg, id: string): Promise<InstallRequest> {
  return callOrg(org, `${REQUESTS}/${id}`);
}
