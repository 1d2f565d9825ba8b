import type { Org } from '../org.ts';
import { keyOf } from '../schema/catalogue.ts';
import { applyChanges } from './apply.ts';
import { checkComponents } from './check.ts';
import { planRemoval } from './deletions.ts';
import type { Failure } from './failure.ts';
import { readPackage, type Package } from './read-package.ts';
import { unzip } from './zip.ts';

export interface DeployOptions {
  checkOnly: boolean;
  rollbackOnError: boolean;
  ignoreWarnings: boolean;
  testLevel?: string;
}

/** What became of one component. */
export interface Message {
  type: string;
  fullName: string;
  fileName: string;
  created: boolean;
  changed: boolean;
  deleted: boolean;
  success: boolean;
  problem?: string;
  isWarning?: boolean;
  line?: number;
  column?: number;
}

export interface Outcome {
  status: 'Succeeded' | 'SucceededPartial' | 'Failed';
  messages: Message[];
}

const MOST_FILES = 10_000;

/** Checks an archive against the org and, unless it only checks or is refused, makes it the org's. */
export function deploy(org: Org, archive: Buffer, options: DeployOptions): Outcome {
  const { incoming, deletions, failures: unreadable } = open(archive);
  const today = org.catalogue.all();
  const removal = planRemoval(today, deletions, org.features);
  const checked = checkComponents(org, incoming, removal.remaining);
  const failures = [...unreadable, ...removal.failures, ...checked.failures];
  const commits = failures.length === 0 || !options.rollbackOnError;
  const removes = commits && removal.failures.length === 0;
  if (commits && !options.checkOnly) {
    applyChanges(org, checked.sound, removes ? removal : { doomed: [], rewritten: [] });
  }
  const before = new Map(today.map((component) => [keyOf(component), component]));
  const manifest = { type: '', fullName: 'package.xml', fileName: 'package.xml' };
  const messages: Message[] = [
    ...(unreadable.length === 0 ? [{ ...message(manifest), success: true }] : []),
    ...checked.sound.map((component) => {
      const existing = before.get(keyOf(component));
      const isSame =
        existing?.xml === component.xml &&
        JSON.stringify(existing.files) === JSON.stringify(component.files);
      return { ...message(component), created: !existing, changed: !isSame, success: true };
    }),
    ...(removal.failures.length === 0
      ? removal.doomed.map((component) => ({ ...message(component), deleted: true, success: true }))
      : []),
    ...removal.absent.map((deletion) => ({
      ...message(deletion),
      success: true,
      problem: `No ${deletion.type} named: ${deletion.fullName} found`,
      isWarning: true,
    })),
    ...failures.map(failed),
  ];
  return { status: statusOf(failures, messages, options), messages };
}

function open(archive: Buffer): Package {
  try {
    const files = unzip(archive);
    if (files.size > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
    return readPackage(files);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const name = 'package.xml';
    const text = `The archive cannot be read: ${error.message}`;
    return {
      incoming: [],
      deletions: [],
      failures: [{ type: '', fullName: name, fileName: name, text }],
    };
  }
}

function message({ type, fullName, fileName }: Omit<Failure, 'text'>) {
  return { type, fullName, fileName, created: false, changed: false, deleted: false };
}

function failed({ text, line, column, ...about }: Failure): Message {
  return {
    ...message(about),
    success: false,
    problem: text,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

function statusOf(
  failures: Failure[],
  messages: Message[],
  { rollbackOnError }: DeployOptions,
): Outcome['status'] {
  if (failures.length === 0) return 'Succeeded';
  const any = messages.some(({ success, isWarning }) => success && !isWarning);
  return any && !rollbackOnError ? 'SucceededPartial' : 'Failed';
}
