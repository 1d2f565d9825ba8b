/** A CSV text that breaks its own rules. */
export class CsvError extends Error {}

/** Takes a CSV text apart. Quoted cells may hold anything, quotes doubled. Throws CsvError. */
export function parseCsv(text: string, delimiter: string): string[][] {
  // Spreadsheets like to begin with a byte order mark.
  const source = text.replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 0;

  function quoted(): string {
    let cell = '';
    for (;;) {
      const end = source.indexOf('"', place);
      if (end < 0) throw new CsvError(`Row ${rows.length + 1} opens a quote and never closes it`);
      cell += source.slice(place, end);
      place = end + 1;
      if (source[place] !== '"') return cell;
      cell += '"';
      place += 1;
    }
  }

  function plain(): string {
    const start = place;
    while (place < source.length && !isEnd(source[place])) {
      if (source[place] === '"') throw new CsvError(`Row ${rows.length + 1} has a stray quote`);
      place += 1;
    }
    return source.slice(start, place);
  }

  const isEnd = (sign = ''): boolean => sign === delimiter || sign === '\n' || sign === '\r';

  while (place < source.length) {
    if (source[place] === '"') {
      place += 1;
      row.push(quoted());
      if (place < source.length && !isEnd(source[place])) {
        throw new CsvError(`Row ${rows.length + 1} goes on behind a closing quote`);
      }
    } else {
      row.push(plain());
    }
    if (source[place] === delimiter) {
      place += 1;
      // A delimiter at the very end leaves an empty cell behind it.
      if (place < source.length) continue;
      row.push('');
    }
    if (source.startsWith('\r\n', place)) place += 2;
    else if (place < source.length) place += 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}

/** Writes rows with every cell in quotes, as Bulk does. */
export function writeCsv(rows: string[][], delimiter: string, lineEnding: string): string {
  return rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + lineEnding)
    .join('');
}
