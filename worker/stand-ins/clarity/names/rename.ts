import { RENAMED } from './renamed.ts';

type Fields = Record<string, unknown>;

/** The record with the other names, whatever it has inside included. */
export function rename(kind: string, record: object): object {
  return renameFields(`${kind}.`, record);
}

function renameFields(prefix: string, record: object): Fields {
  const renamed: Fields = {};
  for (const [field, value] of Object.entries(record) as [string, unknown][]) {
    const name = `${prefix}${field}`;
    const path = RENAMED[name] ?? field;
    if (Array.isArray(value))
      put(
        renamed,
        path,
        value.map((item) => renameItem(name, item)),
      );
    else if (isFields(value) && Object.keys(value).length > 0) {
      for (const [inner, one] of Object.entries(value)) {
        put(renamed, RENAMED[`${name}.${inner}`] ?? `${path}.${inner}`, one);
      }
    } else put(renamed, path, value);
  }
  return renamed;
}

function renameItem(list: string, item: unknown): unknown {
  return isFields(item) ? renameFields(`${list}[].`, item) : item;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(target: Fields, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = (target[first] ?? {}) as Fields;
  target[first] = inner;
  put(inner, rest.join('.'), value);
}
