import { childOf, childrenOf, deepIn, textIn, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import { BUNDLE } from '../types.ts';
import { elementOf, type World } from '../world.ts';

export function checkTab({ element, fullName }: Incoming, world: World): Problem[] {
  const page = childOf(element, 'flexiPage');
  const component = childOf(element, 'lwcComponent');
  if (page && !world.find('FlexiPage', page.text)) {
    return [at(page, `In field: flexiPage - no FlexiPage named ${page.text} found`)];
  }
  if (component && !world.find(BUNDLE, component.text)) {
    return [at(component, `In field: lwcComponent - no ${BUNDLE} named ${component.text} found`)];
  }
  if (textIn(element, 'customObject') === 'true' && !world.hasObject(fullName)) {
    return [at(element, `In field: customObject - no CustomObject named ${fullName} found`)];
  }
  return [];
}

const isStandard = (name: string): boolean => /^standard-\w+$/.test(name);

export function checkApplication({ element }: Incoming, world: World): Problem[] {
  const tabs = [...childrenOf(element, 'tabs'), ...childrenOf(element, 'defaultLandingTab')];
  const bar = childOf(element, 'utilityBar');
  const pages = [
    ...childrenOf(element, 'actionOverrides'),
    ...childrenOf(element, 'profileActionOverrides'),
  ].flatMap((override) => childrenOf(override, 'content'));
  return [
    ...tabs
      .filter(({ text }) => !isStandard(text) && !world.find('CustomTab', text))
      .map((tab) => at(tab, `In field: ${tab.name} - no CustomTab named ${tab.text} found`)),
    ...[...pages, ...(bar ? [bar] : [])]
      .filter(({ text }) => !world.find('FlexiPage', text))
      .map((page) => at(page, `In field: ${page.name} - no FlexiPage named ${page.text} found`)),
  ];
}

/** The kinds of page, and what a component must say in its targets to be put on them. */
const TARGETS: Record<string, string> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
};

export function checkFlexiPage({ element }: Incoming, world: World): Problem[] {
  const object = childOf(element, 'sobjectType');
  const isMissing = object && !world.hasObject(object.text);
  const page = textIn(element, 'type');
  return [
    ...(isMissing
      ? [at(object, `In field: sobjectType - no CustomObject named ${object.text} found`)]
      : []),
    ...deepIn(element, 'componentInstance').flatMap((use) => component(use, page, world)),
    ...(object && !isMissing
      ? deepIn(element, 'fieldItem').flatMap((item) => field(item, object.text, world))
      : []),
  ];
}

function field(item: Element, object: string, world: World): Problem[] {
  const [, name = ''] = /^Record\.(\w+)$/.exec(item.text) ?? [];
  return !name || world.field(object, name)
    ? []
    : [at(item, `Field ${object}.${name} does not exist or is not available on this page`)];
}

/** A name without a namespace is a component of this org; all others are the platform's. */
function component(use: Element, page: string, world: World): Problem[] {
  const named = childOf(use, 'componentName');
  if (!named || (named.text.includes(':') && !named.text.startsWith('c:'))) return [];
  const name = named.text.replace(/^c:/, '');
  const bundle = world.find(BUNDLE, name);
  if (!bundle) {
    return [
      at(
        named,
        `We couldn't retrieve the design time component information for component c:${name}.`,
      ),
    ];
  }
  const meta = elementOf(bundle);
  const targets = childrenOf(childOf(meta, 'targets'), 'target').map(({ text }) => text);
  const target = TARGETS[page];
  if (textIn(meta, 'isExposed') !== 'true' || (target && !targets.includes(target))) {
    return [at(named, `The component c:${name} is not available on pages of type ${page}.`)];
  }
  return properties(use, meta, target ?? '');
}

function properties(use: Element, meta: Element, target: string): Problem[] {
  const configs = childrenOf(childOf(meta, 'targetConfigs'), 'targetConfig').filter((config) =>
    (config.attributes.targets ?? '').split(',').some((name) => name.trim() === target),
  );
  const known = configs.flatMap((config) => childrenOf(config, 'property'));
  const names = known.map(({ attributes }) => attributes.name);
  return childrenOf(use, 'componentInstanceProperties')
    .flatMap((property) => childOf(property, 'name') ?? [])
    .filter(({ text }) => !names.includes(text))
    .map((name) => at(name, `The property ${name.text} does not exist on the component.`));
}
