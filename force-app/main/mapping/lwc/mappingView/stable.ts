import type { Mapping, Row } from 'c/mappingEngine';

/**
 * A copy of the mapping in which rows that say the same stay the same object from one mapping to the
 * next: what hangs on a row need not be computed again. What the page hands down is a proxy, which
 * would slow the engine.
 */
export class StableRows {
  private known = new Map<string, Row>();

  take(mapping: Mapping): Mapping {
    const kept = new Map<string, Row>();
    const copy = JSON.parse(JSON.stringify(mapping)) as Mapping;
    for (const target of copy.targets)
      target.rows = target.rows.map((row) => {
        const text = JSON.stringify(row);
        const same = this.known.get(text) ?? kept.get(text) ?? row;
        kept.set(text, same);
        return same;
      });
    this.known = kept;
    return copy;
  }
}
