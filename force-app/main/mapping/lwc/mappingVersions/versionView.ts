import { count, dateTime, fill } from 'c/format';
import type { Version } from 'c/mappingData';
import type { Finding } from 'c/mappingEngine';
import { findingsIn } from 'c/mappingHead';
import { labels } from './labels';

export interface VersionView extends Version {
  name: string;
  when: string;
  statusText: string;
  icon: string;
  variant: string;
  isUsed: boolean;
  /** It may be published again. */
  mayRestore: boolean;
  mayCompare: boolean;
  compareText: string;
  restoreText: string;
  /** Why it was refused. */
  findings: Finding[];
  isRefused: boolean;
}

const STATUSES: Readonly<Record<string, { text: string; icon: string; variant?: string }>> = {
  Proposed: { text: labels.proposed, icon: 'utility:clock' },
  Published: { text: labels.published, icon: 'utility:success', variant: 'success' },
  Superseded: { text: labels.superseded, icon: 'utility:archive' },
  Refused: { text: labels.refused, icon: 'utility:error', variant: 'error' },
};

export function versionView(version: Version, published: number, readOnly: boolean): VersionView {
  const { number, publishedAt, createdAt, status } = version;
  const look = STATUSES[status] ?? { text: status, icon: 'utility:info' };
  const isUsed = number > 0 && number === published;
  const name = number > 0 ? fill(labels.numbered, count(number)) : labels.unnumbered;
  return {
    ...version,
    name,
    when: dateTime(publishedAt || createdAt),
    statusText: look.text,
    icon: look.icon,
    variant: look.variant ?? '',
    isUsed,
    mayRestore: number > 0 && !isUsed && !readOnly,
    mayCompare: number > 0 && !isUsed,
    compareText: fill(labels.compareOne, name),
    restoreText: fill(labels.restoreOne, name),
    ...refusalOf(version),
  };
}

function refusalOf({ problems, status }: Version): Pick<VersionView, 'findings' | 'isRefused'> {
  const findings = findingsIn(problems).filter(({ severity }) => severity === 'error');
  return { findings, isRefused: status === 'Refused' && findings.length > 0 };
}
