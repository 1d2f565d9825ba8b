/** A copy of a record without one of its parts. */
export function without<Part extends object, Name extends keyof Part>(
  part: Part,
  name: Name,
): Omit<Part, Name> {
  const rest = Object.entries(part).filter(([own]) => own !== name);
  return Object.fromEntries(rest) as Omit<Part, Name>;
}
