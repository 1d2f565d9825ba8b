// Checks the Salesforce package without an org: node scripts/check-metadata.ts [folder of force-app]
import { formatFinding, type Finding } from './check-metadata/finding.ts';
import { runChecks } from './check-metadata/run-checks.ts';

/** Everything wrong with the package below `root`, the folder that holds force-app; empty if all is well. */
export function checkMetadata(root: string): Promise<Finding[]> {
  return Promise.resolve(runChecks(root).results.flatMap((result) => result.findings));
}

if (import.meta.main) {
  const { results, waiting } = runChecks(process.argv[2] ?? process.cwd());
  const failed = results.filter((result) => result.findings.length > 0);
  for (const { name, findings } of failed) {
    console.log(`Not true: ${name}.`);
    for (const finding of findings) console.log(formatFinding(finding));
  }
  if (waiting > 0) console.log(`${waiting} more checks wait until these files can be read.`);
  console.log(`${results.length - failed.length} checks passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
