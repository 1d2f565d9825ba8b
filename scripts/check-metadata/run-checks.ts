import { everythingIsExplained } from './described-check.ts';
import {
  externalIdsAreExact,
  lookupsLeadSomewhere,
  picklistsAreClosed,
  sizesFit,
} from './field-checks.ts';
import type { Check, CheckResult } from './finding.ts';
import { labelsAreShown } from './label-check.ts';
import { layoutsShowEverything } from './layout-check.ts';
import { fileNamesAgree, relationshipNamesDiffer } from './name-checks.ts';
import { navigationLeadsSomewhere } from './navigation-check.ts';
import { readPackageFiles } from './package-files.ts';
import { buildPackageModel, type PackageModel } from './package-model.ts';
import { pagesLeadSomewhere } from './page-check.ts';
import { permissionsCoverFields } from './permission-coverage-check.ts';
import { nobodySeesAll, workerKeepsRecords } from './permission-limits-check.ts';
import { permissionsNameWhatExists } from './permission-names-check.ts';
import { peopleAreAlike } from './person-check.ts';
import { matchesMetadataApi } from './schema-check.ts';
import { listsNameFields, objectsHaveScreens } from './screen-checks.ts';

const CHECKS: Check<PackageModel>[] = [
  fileNamesAgree,
  everythingIsExplained,
  externalIdsAreExact,
  picklistsAreClosed,
  sizesFit,
  lookupsLeadSomewhere,
  relationshipNamesDiffer,
  peopleAreAlike,
  objectsHaveScreens,
  layoutsShowEverything,
  listsNameFields,
  navigationLeadsSomewhere,
  pagesLeadSomewhere,
  labelsAreShown,
  permissionsNameWhatExists,
  permissionsCoverFields,
  nobodySeesAll,
  workerKeepsRecords,
];

export interface Report {
  results: CheckResult[];
  /** How many checks were not run because a file is not fit to be read. */
  waiting: number;
}

/**
 * Asks every question of the package below `root`, the folder that holds force-app. While a file is not
 * fit to be read, the questions about what the files say wait: they would only repeat the one cause.
 */
export function runChecks(root: string): Report {
  const files = readPackageFiles(root);
  const { unrecognized, malformed } = files;
  const model = buildPackageModel(files);
  const ask = (check: Check<PackageModel>): CheckResult => ({
    name: check.name,
    findings: check.findings(model),
  });
  const readable: CheckResult[] = [
    { name: 'every file is of a known metadata type', findings: unrecognized },
    { name: 'every file is well-formed XML', findings: malformed },
    ask(matchesMetadataApi),
  ];
  if (readable.some(({ findings }) => findings.length > 0))
    return { results: readable, waiting: CHECKS.length };
  return { results: [...readable, ...CHECKS.map(ask)], waiting: 0 };
}
