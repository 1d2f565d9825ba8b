import type { Org } from '../org.ts';
import { textOf } from '../records/row.ts';
import { userRow } from '../oauth/token.ts';
import { createNamespace } from '../schema/namespace.ts';
import type { Message } from './deploy.ts';
import type { Deployment } from './deployments.ts';
import type { Tree } from './write-xml.ts';

const WAITING = ['Pending'];

/** A deployment as SOAP and REST both tell of it. */
export function deployResult(org: Org, deployment: Deployment, withDetails: boolean) {
  const { id, userId, options, status, createdDate, completedDate, messages } = deployment;
  const done = !WAITING.includes(status);
  const parts = messages.filter(({ type }) => type !== '');
  const name = textOf(userRow(org, userId), 'Name') ?? '';
  return {
    checkOnly: options.checkOnly,
    ...(completedDate && { completedDate }),
    createdBy: userId,
    createdByName: name,
    createdDate,
    ...(withDetails && { details: details(org, messages, createdDate) }),
    done,
    id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: completedDate ?? createdDate,
    numberComponentErrors: messages.filter(({ success }) => !success).length,
    numberComponentsDeployed: parts.filter(({ success }) => success).length,
    numberComponentsTotal: parts.length,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: options.testLevel !== undefined && options.testLevel !== 'NoTestRun',
    ...(done && status !== 'Canceled' && { startDate: createdDate }),
    status,
    success: status === 'Succeeded' || status === 'SucceededPartial',
  };
}

/** There is no Apex in this org, so there are never tests to run. */
const NO_TESTS = { numFailures: 0, numTestsRun: 0, totalTime: 0 };

function details(org: Org, messages: Message[], createdDate: string) {
  const tell = (message: Message) => told(org, message, createdDate);
  return {
    componentFailures: messages.filter(({ success }) => !success).map(tell),
    componentSuccesses: [...messages.filter(({ success }) => success).map(tell)],
    runTestResult: NO_TESTS,
  };
}

function told(org: Org, message: Message, createdDate: string): Record<string, Tree> {
  const { type, fullName, fileName, success, problem, isWarning, line, column } = message;
  const isKept = success && type !== '' && !message.deleted && !isWarning;
  const component = { type, fullName, fileName, xml: '', namespace: createNamespace('') };
  return {
    changed: message.changed,
    ...(column !== undefined && { columnNumber: column }),
    componentType: type,
    created: message.created,
    createdDate,
    deleted: message.deleted,
    fileName,
    fullName,
    ...(isKept && { id: org.deployments.stampOf(component).id }),
    ...(line !== undefined && { lineNumber: line }),
    ...(problem && { problem, problemType: isWarning ? 'Warning' : 'Error' }),
    success,
  };
}
