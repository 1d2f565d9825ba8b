import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { componentsOf, shown, type Mode } from './layout.ts';
import { layoutSource, type LayoutType } from './layout-source.ts';
import { isPerson } from './objects.ts';
import { addShown, type Selection } from './selection.ts';

/** Adds every field that stands on one of these layouts and that the caller may see. */
export function selectLayouts(
  call: Call,
  object: ObjectType,
  into: Selection,
  types: LayoutType[],
  modes: Mode[],
): void {
  const person = isPerson(call.org, object);
  for (const type of types) {
    const places = layoutSource(call.org, object, type).sections.flatMap(({ columns }) =>
      columns.flat(),
    );
    for (const place of places) {
      if (!place || !modes.some((mode) => shown(call, object, place.field, mode))) continue;
      for (const name of new Set([place.field, ...componentsOf(person, place.field)])) {
        const field = call.org.schema.field(object, name);
        if (field) addShown(call, object, into, field);
      }
    }
  }
}
