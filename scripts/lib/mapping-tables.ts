/** The tables of docs/mapping.md and docs/mapping-sources.md, as Markdown, from the engine itself. */
import {
  DOCUMENTED_PLATFORMS,
  rawFieldsOf,
  SOURCE_KINDS,
  SOURCES,
  STEPS,
  TEMPLATES,
  type ParamDefinition,
  type SourceField,
  type SourceKind,
  type StepDefinition,
  type StepGroup,
} from '#mapping-engine';
import { FUNCTION_NAMES } from '#mapping-engine/formulaFunctions';

const GROUPS: Readonly<Record<StepGroup, string>> = {
  text: 'Text',
  number: 'Numbers and money',
  date: 'Dates',
  list: 'Lists and roll-ups over items',
  person: 'People',
  address: 'Addresses',
  choice: 'Choices',
  formula: 'Formulas',
};

const KINDS: Readonly<Record<SourceKind, string>> = {
  shop: 'Shop',
  product: 'Product',
  company: 'Company',
  person: 'Person',
  order: 'Order',
  orderItem: 'Item of an order',
  shipment: 'Shipment',
  return: 'Return',
  cart: 'Cart',
  cartItem: 'Item of a cart',
};

export function stepTables(): string {
  const groups = Object.entries(GROUPS).map(([group, title]) => {
    const steps = Object.entries(STEPS).filter(([, step]) => step.group === group);
    const rows = steps.map(([name, step]) => stepRow(name, step));
    return section(title, ['Step', 'What it does', 'Takes → gives', 'Settings'], rows);
  });
  return groups.join('\n\n');
}

function stepRow(name: string, { label, help, takes, gives, params }: StepDefinition): string[] {
  const settings = Object.entries(params).map(([param, definition]) =>
    paramText(param, definition),
  );
  return [
    `**${label}** \`${name}\``,
    help,
    `${takes.join(', ')} → ${gives}`,
    settings.join('; ') || 'none',
  ];
}

function paramText(name: string, param: ParamDefinition): string {
  const { choices, required, default: other } = param;
  const kind = choices ? choices.join(', ') : param.type;
  const left = other === undefined || other === '' ? 'may be left out' : `${other} when left out`;
  return `${param.label} \`${name}\` (${kind}${required ? '' : `; ${left}`})`;
}

export function functionList(): string {
  return FUNCTION_NAMES.map((name) => `\`${name}\``).join(', ');
}

export function templateTable(): string {
  const rows = TEMPLATES.map(({ label, name, mapping }) => [
    `**${label}** \`${name}\``,
    mapping.targets.map(({ object, rows: all }) => `${object} ${all.length}`).join(', '),
  ]);
  return table(['Template', 'Objects, and rows of each'], rows);
}

export function sourceTables(): string {
  return SOURCE_KINDS.map((kind) => {
    const fields = SOURCES[kind].filter((field) => kind === 'shop' || !isOfShop(field));
    return section(
      KINDS[kind],
      ['Path', 'Field', 'Type', 'What it is', 'Example'],
      fields.map(fieldRow),
    );
  }).join('\n\n');
}

export function rawTables(): string {
  return Object.entries(DOCUMENTED_PLATFORMS)
    .flatMap(([platform, label]) =>
      SOURCE_KINDS.flatMap((kind) => {
        const fields = rawFieldsOf(kind, platform).filter(({ path }) => isOwn(kind, path));
        if (fields.length === 0) return [];
        const title = `${label}: ${KINDS[kind].toLowerCase()}`;
        return section(
          title,
          ['Path', 'Field', 'Type', 'What it is', 'Example'],
          fields.map(fieldRow),
        );
      }),
    )
    .join('\n\n');
}

/** Of an item's fields those of its order or cart are told there. */
function isOwn(kind: SourceKind, path: string): boolean {
  return !kind.endsWith('Item') || path.startsWith('item.');
}

function isOfShop({ path }: SourceField): boolean {
  return path.startsWith('shop.');
}

function fieldRow({ path, label, type, help, personal, example }: SourceField): string[] {
  return [`\`${path}\``, personal ? `${label} (personal)` : label, type, help, String(example)];
}

function section(title: string, heads: string[], rows: string[][]): string {
  return `### ${title}\n\n${table(heads, rows)}`;
}

function table(heads: string[], rows: string[][]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(cellText).join(' | ')} |`).join('\n');
}

function cellText(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
