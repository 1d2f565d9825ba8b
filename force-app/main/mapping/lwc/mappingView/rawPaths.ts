import { inputsOf, type Sample } from 'c/mappingEngine';

/** Deeper there is little that anybody maps, and a record may nest without end. */
const DEEPEST = 4;
const MOST = 400;

/** The paths of single values and lists below a sample's `raw`: `order.raw.customer_message`. */
export function rawPathsOf(input: unknown): string[] {
  const paths: string[] = [];
  for (const [name, part] of entriesOf(input)) {
    const [raw] = entriesOf(part).filter(([inner]) => inner === 'raw');
    if (raw) collect(raw[1], `${name}.raw`, 0, paths);
  }
  return paths;
}

/** All of them in these samples. */
export function seenPathsIn(samples: readonly Sample[]): ReadonlySet<string> {
  return new Set(samples.flatMap(inputsOf).flatMap(({ input }) => rawPathsOf(input)));
}

function collect(value: unknown, path: string, depth: number, paths: string[]): void {
  for (const [name, inner] of entriesOf(value)) {
    if (paths.length >= MOST) return;
    // A name with a dot cannot be reached by a path.
    if (name.includes('.')) continue;
    if (entriesOf(inner).length === 0) paths.push(`${path}.${name}`);
    else if (depth < DEEPEST) collect(inner, `${path}.${name}`, depth + 1, paths);
  }
}

/** A list stands for itself: paths lead into it by the name of a value, for all its records. */
function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : [];
}
