import { shopRecord, type ShopRecord } from '../raw.ts';
import type { ContractKind } from './contract-fields.ts';
import { readPath, type Path, type PathTable } from './paths.ts';

type Fields = Record<string, unknown>;

/** One field of the contract and where the installation keeps it. */
interface Rule {
  to: Path;
  from: Path;
}

interface ListRule {
  name: string;
  from: Path;
  items: Rule[];
}

/** Records of one kind, from an installation's own form into the contract's. */
export interface Translator {
  /** A copy in the contract's form; what is no record stays what it is. */
  toContract: (own: unknown) => unknown;
  /** What is kept of the installation's own record; a list that has records of its own is left out. */
  keptOf: (own: unknown, list?: string) => ShopRecord | null;
}

/** What an item of a list was before it was translated. */
const originals = new WeakMap<object, unknown>();

export function originalOf(item: unknown): unknown {
  return isFields(item) ? (originals.get(item) ?? item) : item;
}

export function createTranslator(kind: ContractKind, table: PathTable): Translator {
  const mine = Object.entries(table).flatMap(([field, path]) =>
    field.startsWith(`${kind}.`)
      ? [{ to: field.slice(kind.length + 1), from: readPath(path) }]
      : [],
  );
  const lists = listRules(mine);
  const rules = mine
    .filter(({ to }) => !lists.has(to) && !to.includes('[]'))
    .map(({ to, from }) => ({ to: to.split('.'), from }))
    // A part as a whole before what is in it.
    .sort((one, other) => one.to.length - other.to.length);

  return {
    toContract(own) {
      if (!isFields(own)) return own;
      const record = applied(own, rules);
      for (const { name, from, items } of lists.values()) {
        const found = valueAt(own, from);
        record[name] = Array.isArray(found) ? found.map((item) => translated(item, items)) : found;
      }
      return record;
    },
    keptOf(own, list) {
      if (list === undefined) return shopRecord(own);
      return shopRecord(without(own, mine.find(({ to }) => to === list)?.from ?? [list]));
    },
  };
}

/** By the list's name in the contract. A list that keeps its place may have items that do not. */
function listRules(rules: { to: string; from: Path }[]): Map<string, ListRule> {
  const lists = new Map<string, ListRule>();
  for (const { to } of rules) {
    const [name = ''] = to.split('[]');
    if (to === name || lists.has(name)) continue;
    lists.set(name, { name, from: [name], items: [] });
  }
  for (const { to, from } of rules) {
    const [name = '', field] = to.split('[].');
    const list = lists.get(name);
    if (list && field !== undefined) list.items.push({ to: [field], from });
    else if (list) list.from = from;
  }
  return lists;
}

function translated(item: unknown, rules: Rule[]): unknown {
  if (!isFields(item)) return item;
  const record = applied(item, rules);
  originals.set(record, item);
  return record;
}

function applied(own: Fields, rules: Rule[]): Fields {
  const record = { ...own };
  for (const { to, from } of rules) {
    const [name = '', inner] = to;
    const value = valueAt(own, from);
    if (inner === undefined) record[name] = value;
    else record[name] = { ...(isFields(record[name]) && record[name]), [inner]: value };
  }
  return record;
}

/** Undefined where the path leads nowhere. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Fields)[step]
        : undefined,
    value,
  );
}

function without(own: unknown, [step = '', ...rest]: Path): unknown {
  if (!isFields(own) || !Object.hasOwn(own, step)) return own;
  const { [step]: inner, ...others } = own;
  return rest.length === 0 ? others : { ...others, [step]: without(inner, rest) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
