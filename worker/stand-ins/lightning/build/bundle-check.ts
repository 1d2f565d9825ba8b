import type { Bundle } from '../source/bundles.ts';

const TARGETS = new Set([
  'lightning__AppPage',
  'lightning__HomePage',
  'lightning__RecordPage',
  'lightning__RecordAction',
  'lightning__Tab',
  'lightning__UtilityBar',
  'lightning__FlowScreen',
  'lightning__FlowAction',
  'lightning__GlobalAction',
  'lightning__UrlAddressable',
  'lightning__Inbox',
  'lightningCommunity__Page',
  'lightningCommunity__Default',
  'lightningSnapin__ChatMessage',
]);

/** Why the platform would not take a bundle's configuration; nothing when it would. */
export function refusalOfBundle(bundle: Bundle): string | undefined {
  const { name, entry, hasMeta, apiVersion, isExposed, targets } = bundle;
  if (!/^[a-z]([A-Za-z0-9]|_(?!_))*$/.test(name))
    return `${name} is no name of a bundle: begin with a small letter, then letters and digits.`;
  if (!entry) return `The bundle has neither ${name}.ts, ${name}.js nor ${name}.html.`;
  if (!hasMeta) return `The configuration file ${name}.js-meta.xml is missing.`;
  if (apiVersion === undefined) return `${name}.js-meta.xml names no apiVersion.`;
  const unknown = targets.find((target) => !TARGETS.has(target));
  if (unknown) return `${name}.js-meta.xml names the unknown target ${unknown}.`;
  if (targets.length > 0 && !isExposed)
    return `${name}.js-meta.xml has targets, so isExposed must be true.`;
  const stray = bundle.properties.flatMap((p) => p.targets).find((t) => !targets.includes(t));
  if (stray) return `A targetConfig of ${name}.js-meta.xml is for ${stray}, which is no target.`;
  return undefined;
}
