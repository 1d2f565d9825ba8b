import type { Element } from './element.ts';
import { at, type Incoming, type Problem } from './failure.ts';
import { shapeOf, valuesOf, type Property } from './shapes.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';

/** Elements and values that the component's type does not know, and required ones that lack. */
export function checkShape({ type, element }: Incoming): Problem[] {
  return inside(type, element);
}

function inside(type: string, element: Element): Problem[] {
  const shape = shapeOf(type);
  if (!shape) return [];
  const seen = new Set<string>();
  const problems = element.children.flatMap((child): Problem[] => {
    const property = shape.get(child.name);
    if (!property) {
      return [
        at(child, `Element {${METADATA}}${child.name} invalid at this location in type ${type}`),
      ];
    }
    if (seen.has(child.name) && !property.repeated) {
      return [at(child, `Element ${child.name} is duplicated at this location in type ${type}`)];
    }
    seen.add(child.name);
    return value(property, child);
  });
  const missing = [...shape].filter(([name, { required }]) => required && !seen.has(name));
  return [
    ...problems,
    ...missing.map(([name]) => at(element, `Required field is missing: ${name}`)),
  ];
}

function value({ type }: Property, element: Element): Problem[] {
  const { text } = element;
  if (type === 'string' || type === 'Date') return [];
  if (type === 'boolean') {
    return ['true', 'false', '1', '0'].includes(text)
      ? []
      : [at(element, `'${text}' is not a valid value for the type xsd:boolean`)];
  }
  if (type === 'number') {
    const isNumber = text !== '' && Number.isFinite(Number(text));
    return isNumber ? [] : [at(element, `'${text}' is not a valid value for the type xsd:int`)];
  }
  const values = valuesOf(type);
  if (!values) return inside(type, element);
  return values.includes(text)
    ? []
    : [at(element, `'${text}' is not a valid value for the enum '${type}'`)];
}
