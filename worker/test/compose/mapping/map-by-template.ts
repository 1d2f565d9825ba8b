import { compileMapping, defaultTemplate, type FieldValue, type RowProblem } from '#mapping-engine';

const compiled = compileMapping(defaultTemplate('bigcommerce').mapping);

/** What a new shop writes of an input. Lookups are left out. */
export function mapByTemplate(
  object: string,
  input: unknown,
  options: { creating?: boolean } = {},
): { fields: Record<string, FieldValue>; problems: RowProblem[] } {
  const target = compiled.target(object);
  if (!target) throw new Error(`The template has no target ${object}.`);
  const { fields, problems } = target.map(input, options);
  return { fields, problems };
}
