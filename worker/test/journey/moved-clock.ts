// Loaded before the work process: its machine's clock is ahead by as much as a file says, whose path
// comes with this module's own address.
import { readFileSync } from 'node:fs';

const file = new URL(import.meta.url).searchParams.get('file') ?? '';
const ahead = Number(readFileSync(file, 'utf8'));
const trueNow = Date.now.bind(Date);
const now = (): number => trueNow() + ahead;

globalThis.Date = new Proxy(Date, {
  construct: (target, args: unknown[], self) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], self) as object,
  get: (target, name, self): unknown => (name === 'now' ? now : Reflect.get(target, name, self)),
});
