/** What happens to what a place holds. */
export type What = 'erased' | 'anonymised' | 'kept';

export interface Place {
  place: string;
  label: string;
  where: string;
  count: number;
  what?: What;
  note?: string;
}

/** One of the people who go by what was typed. Names are read in Salesforce, by the record. */
export interface FoundPerson {
  id: string;
  customerKey: string;
  object: string | null;
  recordId: string | null;
  registered: boolean;
  orders: number;
  carts: number;
}

export interface PersonRecord {
  object: string;
  id: string;
  madeBy: string;
  what: string;
}

export interface Preview {
  places: Place[];
  records: PersonRecord[];
  leftToDo: string[];
  logKeys: string[];
  logKeysMore: number;
  /** Proves that what is erased is what was shown. */
  token: string;
}

/** What `Find Person` answers. */
export interface Found {
  people: FoundPerson[];
  /** Null: several people, and nobody said yet which are meant. */
  chosen: string[] | null;
  preview: Preview | null;
}

/** What `Erase Person` answers. */
export interface Receipt {
  erasure: string;
  verified: boolean;
  places: Place[];
  remaining: Place[];
  leftToDo: string[];
  logKeys: string[];
  logKeysMore: number;
}

type Raw = Record<string, unknown>;

/** Absent where the worker's answer is not what was agreed. */
export function foundIn(json: string): Found | undefined {
  const raw = parsed(json);
  if (!raw || !Array.isArray(raw.people)) return undefined;
  const preview = raw.preview as Raw | null | undefined;
  return {
    people: raw.people as FoundPerson[],
    chosen: Array.isArray(raw.chosen) ? (raw.chosen as string[]) : null,
    preview: preview
      ? {
          ...{ places: list<Place>(preview.places), records: list<PersonRecord>(preview.records) },
          ...restOf(preview),
          token: String(preview.token ?? ''),
        }
      : null,
  };
}

/** Of the records in Salesforce whose names are worth showing. */
export function recordIdsOf({ people, preview }: Found): string[] {
  const records = preview?.records ?? [];
  const ids = [...people.map(({ recordId }) => recordId), ...records.map(({ id }) => id)];
  return [...new Set(ids)].filter((id) => id !== null);
}

export function receiptIn(json: string): Receipt | undefined {
  const raw = parsed(json);
  if (!raw || typeof raw.erasure !== 'string') return undefined;
  return {
    ...{ erasure: raw.erasure, verified: raw.verified === true },
    ...{ places: list<Place>(raw.places), remaining: list<Place>(raw.remaining) },
    ...restOf(raw),
  };
}

interface Part {
  part?: number;
  parts?: number;
  text?: string;
}

/** The file whose parts these are, in order; absent while a part of it is missing. */
export function fileIn(parts: string[]): string | undefined {
  const read = parts.map((part) => (parsed(part) ?? {}) as Part);
  const all = read[0]?.parts ?? 0;
  const inOrder = Array.from({ length: all }, (_, at) => read.find(({ part }) => part === at + 1));
  if (all === 0 || inOrder.some((part) => typeof part?.text !== 'string')) return undefined;
  return inOrder.map((part) => part?.text).join('');
}

function restOf(raw: Raw): Pick<Receipt, 'leftToDo' | 'logKeys' | 'logKeysMore'> {
  return {
    ...{ leftToDo: list<string>(raw.leftToDo), logKeys: list<string>(raw.logKeys) },
    logKeysMore: typeof raw.logKeysMore === 'number' ? raw.logKeysMore : 0,
  };
}

const list = <Item>(value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

function parsed(json: string): Raw | undefined {
  try {
    return (JSON.parse(json) ?? undefined) as Raw | undefined;
  } catch {
    return undefined;
  }
}
