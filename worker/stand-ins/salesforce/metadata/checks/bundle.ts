import { childOf, childrenOf, type Element } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import { compileFile } from '../compile.ts';
import type { World } from '../world.ts';
import { checkImports, checkTags } from './bundle-references.ts';

const NEWEST_VERSION = 67;
const TARGETS = [
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__RecordPage',
  'lightning__RecordAction',
  'lightning__Tab',
  'lightning__UtilityBar',
  'lightning__UrlAddressable',
  'lightning__FlowScreen',
  'lightning__GlobalAction',
  'lightning__Inbox',
  'lightning__VoiceExtension',
  'lightningCommunity__Page',
  'lightningCommunity__Default',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatMessage',
];

/** The description of a bundle, its files compiled, and what they refer to. */
export function checkBundle({ element, fullName, files = {} }: Incoming, world: World): Problem[] {
  const path = `lwc/${fullName}`;
  const meta = checkMeta(element, world).map((problem) => ({
    ...problem,
    file: `${path}/${fullName}.js-meta.xml`,
  }));
  if (!/^[a-z]\w*$/.test(fullName)) {
    meta.push({ ...at(element, `Invalid bundle name: ${fullName}`), file: path });
  }
  const module = ['ts', 'js', 'html', 'css'].some((ending) => `${fullName}.${ending}` in files);
  const missing = module
    ? []
    : [{ text: `Cannot find ${fullName}.ts or ${fullName}.js`, file: path }];
  const sources = Object.entries(files).filter(([name]) => /^[^/]+\.(ts|js|html|css)$/.test(name));
  const problems = sources.flatMap(([name, base64]) => {
    const source = Buffer.from(base64, 'base64').toString('utf8');
    const wrong = compileFile(fullName, name, source);
    const references = name.endsWith('.html')
      ? checkTags(source, fullName, world)
      : checkImports(name, source, fullName, world);
    return [...wrong, ...references].map((problem) => ({ ...problem, file: `${path}/${name}` }));
  });
  return [...meta, ...missing, ...problems];
}

function checkMeta(element: Element, world: World): Problem[] {
  const version = childOf(element, 'apiVersion');
  const targets = childrenOf(childOf(element, 'targets'), 'target');
  const configs = childrenOf(childOf(element, 'targetConfigs'), 'targetConfig');
  const names = targets.map(({ text }) => text);
  return [
    ...(version && Number(version.text) > NEWEST_VERSION
      ? [at(version, `Invalid apiVersion: ${version.text}`)]
      : []),
    ...targets
      .filter(({ text }) => !TARGETS.includes(text))
      .map((target) => at(target, `Invalid target: ${target.text}`)),
    ...configs.flatMap((config) => checkConfig(config, names, world)),
  ];
}

function checkConfig(config: Element, targets: string[], world: World): Problem[] {
  const objects = childrenOf(childOf(config, 'objects'), 'object');
  return [
    ...(config.attributes.targets ?? '')
      .split(',')
      .map((target) => target.trim())
      .filter((target) => !targets.includes(target))
      .map((target) =>
        at(config, `The targetConfig names ${target}, which is not among the targets`),
      ),
    ...objects
      .filter(({ text }) => !world.hasObject(text))
      .map((object) => at(object, `In field: object - no CustomObject named ${object.text} found`)),
    ...childrenOf(config, 'property')
      .filter(({ attributes }) => !attributes.name || !attributes.type)
      .map((property) => at(property, 'A property needs a name and a type')),
  ];
}
