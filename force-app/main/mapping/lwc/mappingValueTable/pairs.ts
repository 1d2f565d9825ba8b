export type Pair = readonly [from: string, to: string];

export interface PastedPairs {
  pairs: Pair[];
  /** The number of the first line that has no two columns; 0 when all have. */
  bad: number;
}

/** Spreadsheets put tabs between columns; files semicolons or commas. The first that occurs counts. */
export function readPairs(text: string): PastedPairs {
  const pairs: Pair[] = [];
  let bad = 0;
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [from, to] = columnsOf(line);
    if (to === undefined || from === '') bad ||= at + 1;
    else pairs.push([from ?? '', to]);
  }
  return { pairs, bad };
}

function columnsOf(line: string): string[] {
  const between = ['\t', ';', ','].find((sign) => line.includes(sign));
  if (between === undefined) return [line.trim()];
  const at = line.indexOf(between);
  return [line.slice(0, at), line.slice(at + 1)].map((part) =>
    part
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );
}

/** The table as it is kept: lines without a left side are not said yet. */
export function tableOf(pairs: readonly Pair[]): Record<string, string> {
  return Object.fromEntries(pairs.filter(([from]) => from.trim() !== ''));
}

/** A left side that stands on two lines; empty when none does. */
export function doubleOf(pairs: readonly Pair[]): string {
  const seen = new Set<string>();
  for (const [from] of pairs) {
    if (from !== '' && seen.has(from)) return from;
    seen.add(from);
  }
  return '';
}
