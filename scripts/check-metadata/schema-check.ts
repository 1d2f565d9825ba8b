import type { Check, Finding } from './finding.ts';
import { metadataTypes, type MetadataTypes, type Shape } from './metadata-types.ts';
import type { PackageModel } from './package-model.ts';
import type { XmlElement } from './xml.ts';

type Report = (element: XmlElement, problem: string, action: string) => void;

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** Bytes to the Metadata API, which has a grammar of its own that is not in the definition. */
const FREE_FORM = new Set(['LightningComponentBundle.targetConfigs']);

export const matchesMetadataApi: Check<PackageModel> = {
  name: 'every file holds only what the Metadata API knows',
  findings({ files }) {
    const types = metadataTypes();
    const findings: Finding[] = [];
    for (const { path, root } of files) {
      const report: Report = (element, problem, action) =>
        findings.push({ file: path, line: element.line, problem, action });
      if (root.attributes.xmlns !== METADATA_NAMESPACE)
        report(root, 'The root element is in the wrong namespace.', `Use ${METADATA_NAMESPACE}.`);
      else if (!types.shape(root.name))
        report(root, `There is no metadata type ${root.name}.`, 'Correct the root element.');
      else checkValue(root, root.name, types, report);
    }
    return findings;
  },
};

function checkValue(element: XmlElement, type: string, types: MetadataTypes, report: Report) {
  const shape = types.shape(type);
  if (shape) {
    checkElements(element, shape, types, report);
    return;
  }
  const { name, text } = element;
  const values = types.values(type);
  if (element.children.length > 0)
    report(element, `<${name}> holds elements but takes a text.`, 'Put the value itself there.');
  else if (values && !values.has(text))
    report(element, `"${text}" is no ${type}.`, `Use one of ${[...values].join(', ')}.`);
  else if (type === 'boolean' && !/^(true|false)$/.test(text))
    report(element, `<${name}> is "${text}", not a boolean.`, 'Use true or false.');
  else if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(text))
    report(element, `<${name}> is "${text}", not a number.`, 'Write it in digits.');
}

function checkElements(parent: XmlElement, shape: Shape, types: MetadataTypes, report: Report) {
  const seen = new Set<string>();
  for (const child of parent.children) {
    const property = shape.get(child.name);
    if (FREE_FORM.has(`${parent.name}.${child.name}`)) continue;
    if (!property) {
      report(child, `<${parent.name}> has no element <${child.name}>.`, 'Remove or rename it.');
      continue;
    }
    if (seen.has(child.name) && !property.repeated)
      report(child, `<${child.name}> stands twice in <${parent.name}>.`, 'Keep one of them.');
    seen.add(child.name);
    checkValue(child, property.type, types, report);
  }
  for (const [name, { required }] of shape)
    if (required && !seen.has(name))
      report(parent, `<${parent.name}> lacks the element <${name}>.`, 'Add it.');
}
