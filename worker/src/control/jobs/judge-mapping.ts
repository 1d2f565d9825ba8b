import { checkMapping, readMappingText, type Finding, type Mapping } from '#mapping-engine';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { describeObjects } from '../../deliver/salesforce/describe.ts';

export type Judged = { mapping: Mapping } | { problems: Finding[] };

/**
 * Whether a mapping would work in this org, by what the org says of its objects now: one API call for
 * each. What stands in the way is told as a screen shows it.
 */
export async function judgeMapping(client: SalesforceClient, definition: string): Promise<Judged> {
  const reading = readMappingText(definition);
  if ('problems' in reading) {
    return { problems: reading.problems.map(({ path, reason }) => formFinding(path, reason)) };
  }
  const { mapping } = reading;
  const live = mapping.targets.filter(({ off }) => !off);
  const describes = await describeObjects(
    client,
    live.map(({ object }) => object),
  );
  const hidden = live.filter(({ object }) => !describes.has(object));
  const problems = [
    ...hidden.map(({ id, object }) => hiddenFinding(id, object)),
    ...checkMapping(mapping, { describes }).filter(({ severity }) => severity === 'error'),
  ];
  return problems.length > 0 ? { problems } : { mapping };
}

function formFinding(path: string, reason: string): Finding {
  return {
    ...{ target: '', row: null, field: null, step: null, code: 'form', severity: 'error' },
    what: path === '' ? reason : `${path}: ${reason}`,
    fix: 'Open the mapping on its screen, or import a file that was exported there.',
  };
}

function hiddenFinding(target: string, object: string): Finding {
  return {
    ...{ target, row: null, field: null, step: null, code: 'object', severity: 'error' },
    what: `Salesforce has no object ${object}, or hides it from the worker’s user.`,
    fix: 'Grant the object to the worker’s user, or switch the target off.',
  };
}
