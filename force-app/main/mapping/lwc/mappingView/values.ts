import { compilePath } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';

/** Longer values say little more, and 120 rows are shown at once. */
const LONGEST = 160;

/** A value of a sample as a cell shows it; empty for a blank. */
export function shown(value: unknown, longest = LONGEST): string {
  const text = textOf(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  if (Array.isArray(value)) return value.slice(0, LONGEST).map(partOf).filter(Boolean).join(', ');
  if (typeof value === 'object') return partOf(value);
  return String(value);
}

/** A record is told by its name; the rest of it would fill the cell. */
function partOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const { name, label, id } = value as Record<string, unknown>;
  const named = [name, label, id].find((one) => typeof one === 'string' || typeof one === 'number');
  return named === undefined ? labels.aRecord : String(named);
}

/** What rows read at a path of a sample; nothing for a path that they would be refused. */
export function valueAt(input: unknown, path: string): unknown {
  try {
    return compilePath(path)(input);
  } catch {
    return undefined;
  }
}
