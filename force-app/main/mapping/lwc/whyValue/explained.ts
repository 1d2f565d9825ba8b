import { dateTime, fill } from 'c/format';
import { plain } from 'c/names';
import { nodesOf, query, textOf, type Node } from 'c/query';
import { STEPS, type RowTrace, type StepName } from 'c/mappingEngine';
import { labels } from './labels';

/** The last job that explained a record, with what it found. */
export const EXPLAINED = query(`
  query explained($job: ID) {
    uiapi {
      objectInfos(apiNames: ["Sync_Job__c"]) { createable }
      query {
        Sync_Job__c(first: 1, where: { Id: { eq: $job } }) {
          edges { node { Id Status__c { value } Message__c { value } } }
        }
        Sync_Result__c(first: 1, where: { Sync_Job__c: { eq: $job } }) {
          edges { node { Id Data__c { value } } }
        }
      }
    }
  }
`);

/** As the worker tells it, `Sync_Result__c.Data__c`. */
interface Explanation {
  event: { scope: string; receivedAt: string } | null;
  source: { modifiedAt: string | null } | null;
  version: { number: number; author: string; reason: string; publishedAt: string } | null;
  writtenAt: string | null;
  fields: { field: string; label: string; value: unknown; written: unknown; trace: RowTrace }[];
  note?: string;
}

export interface ExplainedField {
  key: string;
  label: string;
  value: string;
  /** Set where Salesforce says something else now. */
  written: string;
  sources: { key: string; text: string }[];
  steps: { key: string; text: string }[];
  /** What became of the value, where that is not plain. */
  outcome: string;
  hasProblem: boolean;
  text: string;
}

export interface Explained {
  status: string;
  message: string;
  facts: { key: string; term: string; text: string }[];
  fields: ExplainedField[];
  note: string;
}

export function explainedOf(data: unknown): Explained | undefined {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  const [job] = nodesOf(uiapi.query.Sync_Job__c);
  if (!job) return undefined;
  const found = parsed(textOf(nodesOf(uiapi.query.Sync_Result__c)[0], 'Data__c'));
  return {
    status: textOf(job as Node, 'Status__c'),
    message: textOf(job as Node, 'Message__c'),
    facts: found ? factsOf(found) : [],
    fields: found ? found.fields.map(fieldView) : [],
    note: found?.note ?? '',
  };
}

function factsOf({ event, source, version, writtenAt }: Explanation): Explained['facts'] {
  const facts: [string, string | undefined][] = [
    [labels.event, event ? fill(labels.eventText, event.scope, dateTime(event.receivedAt)) : ''],
    [labels.source, source?.modifiedAt ? dateTime(source.modifiedAt) : ''],
    [
      labels.version,
      version ? fill(labels.versionText, version.number, version.author, version.reason) : '',
    ],
    [labels.written, writtenAt ? dateTime(writtenAt) : ''],
  ];
  return facts.flatMap(([term, text]) => (text ? { key: term, term, text } : []));
}

const OUTCOMES: Record<RowTrace['outcome'], string> = {
  value: '',
  blank: labels.blankOutcome,
  cleared: labels.cleared,
  default: labels.byDefault,
  skipped: labels.skipped,
  outranked: labels.outranked,
  paused: labels.paused,
  off: labels.off,
  link: labels.link,
  problem: '',
};

function fieldView({
  field,
  label,
  value,
  written,
  trace,
}: Explanation['fields'][number]): ExplainedField {
  const sources = trace.sources.map(({ path, value: from }) => ({
    key: path,
    text: `${path}: ${textOfValue(from)}`,
  }));
  const steps = trace.steps.map(({ step, value: after }, at) => ({
    key: String(at),
    text: `${STEPS[step as StepName]?.label ?? step}: ${textOfValue(after)}`,
  }));
  const differs = textOfValue(value) !== textOfValue(written) && isWritten(trace);
  return {
    ...{ key: field, label, value: textOfValue(value), sources, steps },
    written: differs ? fill(labels.differs, textOfValue(written)) : '',
    outcome: trace.problem?.reason ?? OUTCOMES[trace.outcome],
    hasProblem: trace.problem !== undefined,
    text: `${label} ${field}`.toLowerCase(),
  };
}

const isWritten = ({ outcome }: RowTrace): boolean =>
  ['value', 'default', 'cleared'].includes(outcome);

function textOfValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return labels.blank;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function parsed(text: string): Explanation | undefined {
  try {
    return JSON.parse(text) as Explanation;
  } catch {
    return undefined;
  }
}
