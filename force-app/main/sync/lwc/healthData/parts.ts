import { idOf, nodesOf, numberOf, textOf } from 'c/query';
import type { AskedJob, Hour, Problem, Shop, Status } from './health';

export function statusIn(connection: unknown): Status | undefined {
  const [node] = nodesOf(connection);
  const heardAt = textOf(node, 'Heard_At__c');
  if (!heardAt) return undefined;
  const count = (field: string): number => numberOf(node, field) ?? 0;
  return {
    heardAt,
    version: textOf(node, 'Worker_Version__c'),
    received: count('Received_24h__c'),
    written: count('Written_24h__c'),
    waiting: count('Waiting__c'),
    parked: count('Parked__c'),
    oldestWaitingAt: textOf(node, 'Oldest_Waiting_At__c'),
    p95Ms: numberOf(node, 'Latency_P95_Ms__c'),
    calls: {
      used: numberOf(node, 'Api_Calls_Used__c'),
      max: numberOf(node, 'Api_Calls_Max__c'),
      own: count('Api_Calls_Own__c'),
      forecast: numberOf(node, 'Api_Calls_Forecast__c'),
    },
    hours: listIn<Hour>(textOf(node, 'Hours__c')),
    problems: listIn<Problem>(textOf(node, 'Problems__c')),
  };
}

export function shopsIn(connection: unknown): Shop[] {
  return nodesOf(connection).map((node) => ({
    id: idOf(node),
    name: textOf(node, 'Name'),
    status: textOf(node, 'Status__c'),
    lastSuccessAt: textOf(node, 'Last_Success_At__c'),
    hooksAlive: numberOf(node, 'Hooks_Alive__c'),
    hooksWanted: numberOf(node, 'Hooks_Wanted__c'),
    hooksCheckedAt: textOf(node, 'Hooks_Checked_At__c'),
  }));
}

export function jobsIn(connection: unknown): AskedJob[] {
  return nodesOf(connection).map((node) => ({
    id: idOf(node),
    type: textOf(node, 'Type__c'),
    status: textOf(node, 'Status__c'),
    message: textOf(node, 'Message__c'),
    shopId: textOf(node, 'Shop__c'),
    createdAt: textOf(node, 'CreatedDate'),
    finishedAt: textOf(node, 'Finished_At__c'),
  }));
}

/** A list the worker wrote as JSON; one that an older or newer worker wrote otherwise is empty. */
function listIn<Item>(json: string): Item[] {
  try {
    const list: unknown = JSON.parse(json || '[]');
    return Array.isArray(list) ? (list as Item[]) : [];
  } catch {
    return [];
  }
}
