import type { Row } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import type { RowFacts } from './rowView';

export interface StatusView {
  kind: 'ready' | 'off' | 'paused' | 'problem' | 'missing';
  text: string;
  icon: string;
  variant: string;
}

/** The worst that is known of a row. */
export function statusOf(row: Row, facts: RowFacts): StatusView {
  const { trace, findings, isTargetOff } = facts;
  if (row.off || isTargetOff) return { kind: 'off', ...look('ban'), text: labels.statusOff };
  if (trace?.outcome === 'paused')
    return { kind: 'paused', ...look('pause', 'warning'), text: labels.statusPaused };
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) return { kind: 'problem', ...look('error', 'error'), text: withoutRow(error.what) };
  if (trace?.outcome === 'problem')
    return { kind: 'problem', ...look('warning', 'warning'), text: labels.statusProblem };
  const [warning] = findings;
  if (warning)
    return { kind: 'problem', ...look('warning', 'warning'), text: withoutRow(warning.what) };
  return { kind: 'ready', ...look('success', 'success'), text: labels.statusReady };
}

function look(icon: string, variant = ''): { icon: string; variant: string } {
  return { icon: `utility:${icon}`, variant };
}

/** The engine says which row it means; where the row stands above, that is said already. */
export function withoutRow(what: string): string {
  const text = what.replace(/^Row \d+ (of \w+|\([\w.]*\)),? | of row \d+ (of \w+|\([\w.]*\))/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
