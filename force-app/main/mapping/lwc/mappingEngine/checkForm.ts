import { quote, type Finding } from './findings.ts';
import { readMapping, type ReadProblem } from './read.ts';
import type { Mapping, Row, Target } from './model.ts';

/** What stands, and what is wrong with the rest. */
export interface Form {
  findings: Finding[];
  /** Parts whose form is broken: nothing more can be said about them. */
  broken: ReadonlySet<Row | Target>;
  /** Nothing at all can be checked. */
  hopeless: boolean;
}

/** Checks the form of a mapping that may have been edited by hand. */
export function checkForm(mapping: Mapping): Form {
  const reading = readMapping(mapping);
  if (!('problems' in reading)) return { findings: [], broken: new Set(), hopeless: false };
  const broken = new Set<Row | Target>();
  let hopeless = false;
  const findings = reading.problems.map((problem) => {
    const { target, row } = partOf(mapping, problem.path);
    if (row ?? target) broken.add((row ?? target) as Row | Target);
    else hopeless = true;
    return findingOf(problem, target, row);
  });
  return { findings, broken, hopeless };
}

interface Part {
  target: Target | undefined;
  row: Row | undefined;
}

function partOf(mapping: Mapping, path: string): Part {
  const [, target, row] = /^targets\[(\d+)\](?:\.rows\[(\d+)\])?/.exec(path) ?? [];
  const found = target === undefined ? undefined : mapping.targets[Number(target)];
  return { target: found, row: row === undefined ? undefined : found?.rows[Number(row)] };
}

function findingOf({ path, reason }: ReadProblem, target?: Target, row?: Row): Finding {
  const step = /\.steps\[(\d+)\]/.exec(path)?.[1];
  const field = textOf(row?.target);
  const place = path.replace(/^targets\[\d+\](\.rows\[\d+\])?\.?/, '');
  return {
    target: textOf(target?.id) ?? '',
    row: textOf(row?.id),
    field,
    step: step === undefined ? null : Number(step),
    code: 'form',
    severity: 'error',
    what: `${nameOf(path, target, row)} is not as it must be${place === '' ? '' : ` at ${quote(place)}`}.`,
    fix: reason,
  };
}

/** Nothing of a broken part can be relied on, not even its names. */
function nameOf(path: string, target?: Target, row?: Row): string {
  const number = /\.rows\[(\d+)\]/.exec(path)?.[1];
  const object = textOf(target?.object) ?? 'a target';
  if (number === undefined) return target ? `The target ${object}` : 'The mapping';
  const field = textOf(row?.target);
  return `Row ${Number(number) + 1} (${field === null ? object : `${object}.${field}`})`;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
