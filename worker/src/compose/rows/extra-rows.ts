import type { CompiledTarget, RowProblem } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import { mapFields, type MappedRow, type Mapper, type Source } from './map-row.ts';

/** What admins added to the mapping, and what of it could not be. */
export interface ExtraRows {
  rows: MappedRow[];
  problems: RowProblem[];
}

/**
 * Rows of the targets beyond those Cartbridge finds itself. Each is found by the value of its key;
 * without one there is no telling which record is meant, and none is written.
 */
export function extraRows(mapper: Mapper, sources: Source[]): ExtraRows {
  const extra = mapper.mapping.compiled.targets.filter(({ target }) => target.key !== undefined);
  const made: ExtraRows = { rows: [], problems: [] };
  for (const source of extra.length > 0 ? sources : []) {
    for (const target of extra) {
      if (target.target.from !== source.kind || !target.applies(source.input)) continue;
      const mapped = extraRow(mapper, target, source);
      if ('row' in mapped) made.rows.push(mapped);
      else made.problems.push(...mapped.problems);
    }
  }
  return made;
}

function extraRow(
  mapper: Mapper,
  compiled: CompiledTarget,
  { kind, input, linked }: Source,
): MappedRow | Pick<ExtraRows, 'problems'> {
  const { object, key: field = '' } = compiled.target;
  const { fields: said, problems } = mapFields(compiled, input, linked);
  const value = said.fields[field] ?? said.createFields?.[field];
  if (value === undefined || value === null || value === '') {
    return { problems: [...problems, blankKey(compiled)] };
  }
  const key = String(value);
  const row: Row = {
    object,
    key,
    target: { field, value: key },
    ...said,
    stamp: mapper.mapping.number,
    source: input,
    ...((kind === 'orderItem' || kind === 'cartItem') && { isLineSource: true }),
    isLast: true,
  };
  return { row, problems };
}

function blankKey({ target }: CompiledTarget): RowProblem {
  const field = target.key ?? '';
  const row = target.rows.find((one) => one.target === field);
  return {
    ...{ target: target.id, row: row?.id ?? '', field, step: null, value: 'blank' },
    reason: `The key is blank, so no ${target.object} can be found or made; give it a value.`,
  };
}
