import LOCALE from '@salesforce/i18n/locale';
import type { Condition, Row, Rule, SourceKind, Step, Test } from 'c/mappingEngine';
import { STEPS } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { shown } from './values';

const KINDS: Record<SourceKind, string> = {
  shop: labels.kindShop,
  product: labels.kindProduct,
  company: labels.kindCompany,
  person: labels.kindPerson,
  order: labels.kindOrder,
  orderItem: labels.kindOrderItem,
  shipment: labels.kindShipment,
  return: labels.kindReturn,
  cart: labels.kindCart,
  cartItem: labels.kindCartItem,
};

export function kindText(kind: SourceKind): string {
  return KINDS[kind] ?? kind;
}

export const LINK_TEXTS: Readonly<Record<string, string>> = {
  '@person': labels.linkPerson,
  '@contact': labels.linkContact,
  '@lead': labels.linkLead,
  '@account': labels.linkAccount,
  '@parent': labels.linkParent,
  '@shop': labels.linkShop,
  '@order': labels.linkOrder,
  '@cart': labels.linkCart,
};

/** In the user's words; a code that is none as it is. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(LOCALE, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const RULES: Record<Rule, string> = {
  always: labels.ruleAlways,
  onCreate: labels.ruleOnCreate,
  ifBlank: labels.ruleIfBlank,
};

export function ruleText(rule: Rule): string {
  return RULES[rule] ?? rule;
}

const SENTENCES: Record<Test['is'], string> = {
  blank: labels.isBlank,
  present: labels.isPresent,
  equal: labels.isEqual,
  different: labels.isDifferent,
  oneOf: labels.isOneOf,
  above: labels.isAbove,
  below: labels.isBelow,
  contains: labels.isContaining,
};

/** A condition as the end of "Only if ...": a comparison in words, a formula as it is. */
export function conditionText(
  condition: Condition,
  nameOf: (path: string) => string = (path) => path,
): string {
  if ('formula' in condition) return condition.formula;
  const { path, is, value, values } = condition;
  const other = is === 'oneOf' ? (values ?? []).join(', ') : shown(value);
  return fill(SENTENCES[is] ?? is, nameOf(path), other);
}

/** How long the part of a chip may be that tells of the step's parameters. */
const LONGEST_DETAIL = 28;

/** A step as a chip says it: its label, and what was chosen for it. */
export function stepText(step: Step): string {
  const definition = STEPS[step.step];
  if (!definition) return step.step;
  const params = step as unknown as Record<string, unknown>;
  const details = Object.entries(definition.params)
    .map(([name, { type }]) => {
      const value = params[name];
      if (value === undefined || value === '' || type === 'boolean') return '';
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? entriesText(Object.keys(value).length)
        : shown(value, LONGEST_DETAIL);
    })
    .filter(Boolean);
  return details.length > 0 ? `${definition.label} (${details.join(', ')})` : definition.label;
}

function entriesText(entries: number): string {
  return entries === 1 ? labels.itemsOne : fill(labels.items, entries);
}

/** What a row gives: the name of its sources, of its link, or its fixed value. */
export function sourceTexts(
  row: Row,
  nameOf: (path: string) => string,
): { key: string; text: string; path: string }[] {
  if (row.source.length === 0) {
    const text = row.default === undefined ? labels.noSource : labels.constant;
    return [{ key: 'none', text, path: row.default === undefined ? '' : shown(row.default) }];
  }
  return row.source.map((path, at) => ({
    key: `${at} ${path}`,
    text: LINK_TEXTS[path] ?? nameOf(path),
    path,
  }));
}
