import { formulaText } from './calculation.ts';
import { ownName, parentOf, type Component } from './component.ts';
import type { ValidationRule } from './model.ts';
import { leaf, readXml } from './xml.ts';

/** The validation rules among the components, by the API name of the object they guard. */
export function readValidationRules(components: Component[]): Map<string, ValidationRule[]> {
  const rules = new Map<string, ValidationRule[]>();
  for (const { type, fullName, xml: text, namespace } of components) {
    if (type !== 'ValidationRule') continue;
    const xml = readXml(text);
    const object = namespace.apiName(parentOf(fullName));
    const field = leaf(xml, 'errorDisplayField');
    const rule: ValidationRule = {
      name: ownName(fullName),
      active: leaf(xml, 'active') === 'true',
      formula: formulaText(leaf(xml, 'errorConditionFormula') ?? '', namespace),
      message: leaf(xml, 'errorMessage') ?? '',
      ...(field && { field: namespace.apiName(field) }),
    };
    rules.set(object, [...(rules.get(object) ?? []), rule]);
  }
  return rules;
}
