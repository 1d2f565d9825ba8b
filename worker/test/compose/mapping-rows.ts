import type { Row, Target } from '#mapping-engine';

/** A row without steps, for a field. */
export function rowTo(target: string, source: string[], more: Partial<Row> = {}): Row {
  return {
    ...{ id: `row-${target}`, source, steps: [], target },
    ...{ direction: 'toSalesforce', rule: 'always', ...more },
  };
}

/** Puts a row before the others of a target: the first that gives a value wins. */
export function put(targets: Target[], object: string, row: Row): void {
  targets.find(({ id }) => id === object)?.rows.unshift(row);
}
