import { filterProblem, limitProblem } from '../../events/check-member.ts';
import { childOf, childrenOf } from '../element.ts';
import { at, type Incoming, type Problem } from '../failure.ts';
import type { World } from '../world.ts';

const LONGEST_LABEL = 1000;

export function checkLabel({ element, fullName }: Incoming): Problem[] {
  const value = childOf(element, 'value');
  if (!/^[A-Za-z]\w*$/.test(fullName)) {
    return [at(element, `The label name '${fullName}' can only contain letters, digits and _`)];
  }
  return value && value.text.length > LONGEST_LABEL
    ? [at(value, `Value: data value too large (max length=${LONGEST_LABEL})`)]
    : [];
}

export function checkTrustedSite({ element }: Incoming): Problem[] {
  const url = childOf(element, 'endpointUrl');
  return url && !/^(https|wss):\/\/(\*\.)?[\w-]+(\.[\w-]+)+(:\d+)?\/?$/.test(url.text)
    ? [at(url, `Invalid CSP trusted site URL: ${url.text}. It must begin with https:// or wss://`)]
    : [];
}

export function checkChannel({ element, fullName }: Incoming): Problem[] {
  const type = childOf(element, 'channelType');
  if (type?.text === 'data' && !fullName.endsWith('__chn')) {
    return [at(element, `The name of the channel ${fullName} must end in __chn`)];
  }
  return [];
}

/** `Order__ChangeEvent` tells of changes of `Order__c`, `ContactChangeEvent` of those of Contact. */
function entityExists(name: string, world: World): boolean {
  const standard = /^(\w+[^_])ChangeEvent$/.exec(name)?.[1];
  const custom = /^(\w+)__ChangeEvent$/.exec(name)?.[1];
  if (custom) return world.hasObject(`${custom}__c`);
  if (standard) return world.hasObject(standard);
  return name.endsWith('__e') && world.hasObject(name);
}

export function checkChannelMember({ element }: Incoming, world: World): Problem[] {
  const channel = childOf(element, 'eventChannel');
  const entity = childOf(element, 'selectedEntity');
  const object = (entity?.text ?? '').replace('__ChangeEvent', '__c').replace('ChangeEvent', '');
  const known =
    !channel ||
    channel.text === 'ChangeEvents' ||
    world.find('PlatformEventChannel', channel.text) !== undefined;
  const problems = known
    ? []
    : [at(channel, `In field: eventChannel - no PlatformEventChannel named ${channel.text} found`)];
  if (entity && !entityExists(entity.text, world)) {
    return [
      ...problems,
      at(entity, `In field: selectedEntity - no entity named ${entity.text} found`),
    ];
  }
  const filter = childOf(element, 'filterExpression');
  const complaint =
    filter && filterProblem(filter.text, (name) => world.field(object, name) !== undefined);
  const surplus = limitProblem(world.of('PlatformEventChannelMember'));
  const enriched = childrenOf(element, 'enrichedFields').flatMap(
    (one) => childOf(one, 'name') ?? [],
  );
  return [
    ...problems,
    ...(complaint ? [at(filter, `In field: filterExpression - ${complaint}`)] : []),
    ...(surplus ? [at(entity ?? element, surplus)] : []),
    ...enriched
      .filter(({ text }) => !world.field(object, text))
      .map((name) =>
        at(name, `In field: enrichedFields - no CustomField named ${object}.${name.text} found`),
      ),
  ];
}
