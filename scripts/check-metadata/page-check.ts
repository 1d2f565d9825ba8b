import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import type { PackageModel } from './package-model.ts';
import { STANDARD_OBJECTS } from './salesforce-names.ts';
import { childNamed, childrenNamed, textOf, type XmlElement } from './xml.ts';

const TARGETS: Record<string, string> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
};

export const pagesLeadSomewhere: Check<PackageModel> = {
  name: 'pages show components that may stand on them, and overrides name pages that exist',
  findings(model) {
    const ofType = (type: string) => model.files.filter((file) => file.type === type);
    const pages = ofType('FlexiPage');
    const bundles = new Map(ofType('LightningComponentBundle').map((file) => [file.name, file]));
    const tabsAndOverrides = [
      ...[...ofType('CustomObject'), ...model.applications].flatMap((file) =>
        childrenNamed(file.root, 'actionOverrides').map((override) => ({ file, override })),
      ),
      ...model.tabs.map((file) => ({ file, override: file.root })),
    ];
    return [
      ...pages.flatMap((page) => pageFindings(page, bundles, model)),
      ...tabsAndOverrides.flatMap(({ file, override }) => [
        ...missing(file, childNamed(override, 'content'), 'page', new Set(pages.map(nameOf))),
        ...missing(file, childNamed(override, 'flexiPage'), 'page', new Set(pages.map(nameOf))),
        ...missing(file, childNamed(override, 'lwcComponent'), 'bundle', new Set(bundles.keys())),
      ]),
    ];
  },
};

const nameOf = ({ name }: MetadataFile): string => name;

function missing(
  file: MetadataFile,
  element: XmlElement | undefined,
  what: string,
  known: Set<string>,
): Finding[] {
  if (!element || known.has(element.text)) return [];
  const problem = `There is no ${what} ${element.text}.`;
  return [{ file: file.path, line: element.line, problem, action: 'Correct the name or add it.' }];
}

function pageFindings(
  page: MetadataFile,
  bundles: Map<string, MetadataFile>,
  model: PackageModel,
): Finding[] {
  const object = childNamed(page.root, 'sobjectType');
  const target = TARGETS[textOf(page.root, 'type')] ?? '';
  const known =
    object && (STANDARD_OBJECTS.includes(object.text) || model.objects.has(object.text));
  return [
    ...(known ? [] : missing(page, object, 'object', new Set())),
    ...componentsOf(page.root)
      .filter(({ text }) => !/^(?!c:)\w+:/.test(text))
      .flatMap((named) => {
        const bundle = bundles.get(named.text.replace(/^c:/, ''));
        if (!bundle) return missing(page, named, 'bundle', new Set());
        const targets = childNamed(bundle.root, 'targets');
        const mayStand = targets && childrenNamed(targets, 'target').some((t) => t.text === target);
        if (mayStand && textOf(bundle.root, 'isExposed') === 'true') return [];
        const problem = `The bundle ${bundle.name} may not stand on this page.`;
        const action = `Expose it and give it the target ${target}.`;
        return [{ file: page.path, line: named.line, problem, action }];
      }),
  ];
}

function componentsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === 'componentName' ? [child] : componentsOf(child),
  );
}
