// `npm run bench:map`: what mapping one order costs. It asserts no microseconds, for they are the
// machine's; it fails only when a mapping has problems and the figures would mean nothing.
import { cpus } from 'node:os';
import { compileMapping, type CompiledTarget, type Mapped, type Mapping } from '#mapping-engine';
import { figure, median, percentile, ratio, table } from './bench/figures.ts';
import { CATALOGUE_MAPPING, FIELD_COUNTS, FORMULA_MAPPING } from './bench/map-mapping.ts';
import { ordersOf, type OrderSet } from './bench/map-order.ts';

const WARM_UP = 5_000;
const ROUNDS = 20_000;
const ORDERS = ordersOf(100);

type Work = (order: OrderSet) => unknown;

/** Microseconds of each round. */
function measure(work: Work): number[] {
  const samples: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const order = ORDERS[Math.abs(round) % ORDERS.length];
    if (!order) throw new Error('The bench has no orders; mend it.');
    const begun = process.hrtime.bigint();
    work(order);
    if (round >= 0) samples.push(Number(process.hrtime.bigint() - begun) / 1_000);
  }
  return samples;
}

function targetsOf(mapping: Mapping): { order: CompiledTarget; line: CompiledTarget } {
  const compiled = compileMapping(mapping);
  const [order, line] = compiled.targets;
  if (!order || !line) throw new Error('The mapping of the bench has lost a target; mend it.');
  return { order, line };
}

function mapAll(mapping: Mapping): (order: OrderSet) => Mapped[] {
  const { order, line } = targetsOf(mapping);
  return (set) => [order.map(set.order), ...set.lines.map((input) => line.map(input))];
}

function mapHead(mapping: Mapping): (order: OrderSet) => Mapped[] {
  const { order } = targetsOf(mapping);
  return (set) => [order.map(set.order)];
}

function complain(work: (order: OrderSet) => Mapped[]): void {
  const problem = ORDERS.flatMap(work).flatMap(({ problems }) => problems)[0];
  if (problem)
    throw new Error(`Row ${problem.row} (${problem.field}) gave nothing: ${problem.reason}`);
}

const cases: [name: string, limit: string, work: Work][] = [];
for (const [name, limit, mapping] of [
  ['catalogue steps', '60', CATALOGUE_MAPPING],
  ['five formulas among them', '1,000', FORMULA_MAPPING],
] as const) {
  complain(mapAll(mapping));
  cases.push([`${FIELD_COUNTS.order} fields, ${name}`, limit, mapHead(mapping)]);
  cases.push([`and ${FIELD_COUNTS.line} fields of each of 5 lines`, limit, mapAll(mapping)]);
}
cases.push(['compiling the mapping, once a version', '', () => compileMapping(CATALOGUE_MAPPING)]);

const parsing = median(measure(({ json }) => JSON.parse(json) as unknown));
const rows = cases.map(([name, limit, work]) => {
  const samples = measure(work);
  const middle = median(samples);
  return [name, figure(middle), figure(percentile(samples, 0.95)), limit, ratio(middle, parsing)];
});
const bytes = median(ORDERS.map(({ json }) => json.length));
rows.push([`JSON.parse of the order, ${figure(bytes)} characters`, figure(parsing), '', '', '']);
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`;
console.log(
  `\n${machine}\n\n${table(
    'Mapping one order of five lines',
    ['', 'median µs', 'p95 µs', 'limit µs', 'of JSON.parse'],
    rows,
  )}\n`,
);
