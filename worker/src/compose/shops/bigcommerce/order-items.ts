import { add } from '../../../shared/money.ts';
import type { OrderItem } from '../../canonical.ts';
import type { OrderLine } from './order-shape.ts';

/**
 * Lines as items. The parts of a bundle are lines of their own, usually without a price; they are
 * told with the line they were bought as, and what they did cost is added to it.
 */
export function orderItems(lines: OrderLine[]): OrderItem[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const items = new Map<string, OrderItem>();
  for (const line of lines) if (boughtAs(line, byId) === line) items.set(line.id, itemOf(line));
  for (const line of lines) {
    const whole = boughtAs(line, byId);
    const item = items.get(whole.id);
    if (whole === line || !item) continue;
    item.total = add(item.total, line.total_ex_tax);
    item.options = joined([item.options, `Includes: ${nameOf(line)}`]);
  }
  return [...items.values()];
}

/** The line at the top of a bundle; a line whose parent is not in the order stands alone. */
function boughtAs(line: OrderLine, byId: Map<string, OrderLine>): OrderLine {
  const passed = new Set([line]);
  for (let current = line; ;) {
    const parent = byId.get(current.parent_order_product_id ?? '');
    if (!parent) return current;
    // Lines that name each other as parents are no bundle.
    if (passed.has(parent)) return line;
    passed.add(parent);
    current = parent;
  }
}

function itemOf(line: OrderLine): OrderItem {
  const options = (line.product_options ?? []).map(({ display_name, display_value }) =>
    [display_name, display_value].filter(Boolean).join(': '),
  );
  return {
    id: line.id,
    productId: line.product_id,
    name: nameOf(line),
    sku: line.sku,
    options: joined(options),
    quantity: line.quantity,
    unitPrice: line.price_ex_tax,
    total: line.total_ex_tax,
    refundedQuantity: line.quantity_refunded,
    raw: line.raw,
  };
}

function nameOf(line: OrderLine): string {
  return line.name ?? line.sku ?? `Item ${line.id}`;
}

function joined(texts: (string | null)[]): string | null {
  return texts.filter(Boolean).join(', ') || null;
}
