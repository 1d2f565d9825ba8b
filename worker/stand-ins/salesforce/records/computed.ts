import { formulaOf, keep, resultFor, run } from '../formula/run.ts';
import type { Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import type { Row, Value } from './row.ts';
import { summarize } from './summarize.ts';

const DEEPEST = 30;

/** Tells every formula and roll-up field of the schema how to come by its value in this org. */
export function bindComputed(org: Org): void {
  for (const object of org.schema.objects) {
    for (const field of object.fields) {
      const { formula, summary } = field;
      if (formula) field.compute = formulaField(org, object, field);
      else if (summary) field.compute = (row) => summarize(org, field, summary, row);
    }
  }
}

function formulaField(org: Org, object: ObjectType, field: Field): (row: Row) => Value {
  const formula = field.formula ?? { text: '', blankAsZero: false, apiName: (name) => name };
  const wanted = {
    returns: resultFor(field),
    blankAsZero: formula.blankAsZero,
    scale: field.scale,
  };
  let depth = 0;
  return (row) => {
    if (depth > DEEPEST) throw new Error(`${object.name}.${field.name} is made of itself.`);
    depth += 1;
    try {
      return keep(field, run(org, formulaOf(org, object.name, formula, wanted), { row }));
    } finally {
      depth -= 1;
    }
  };
}
