import type { FailureKind } from '../../shared/failure.ts';
import type { ApiCalls } from './api-calls.ts';
import type { Counts } from './counts.ts';
import type { MappingTrouble } from './mapping-troubles.ts';
import type { ShopHealth } from './shop-health.ts';

/** Something that is wrong now, in the words of the people who read it. */
export interface Problem {
  code: string;
  /** The name of what it is about, such as a shop; empty when it is about all of it. */
  about: string;
  what: string;
  next: string;
}

export interface Situation {
  now: Date;
  counts: Counts;
  apiCalls: ApiCalls;
  shops: ShopHealth[];
  /** By shop, the most frequent first. */
  troubles: MappingTrouble[];
  /** Set while everything of the org waits. */
  paused: { until: Date; reason: FailureKind | null } | null;
}

const WAITING_LONG_MS = 10 * 60_000;
const QUIET_SHOP_MS = 7 * 24 * 60 * 60_000;
/** Of the allotment; beyond it other integrations of the org come into danger. */
const API_SHARE_TO_WARN = 0.8;

const PAUSES: Partial<Record<FailureKind, Omit<Problem, 'code' | 'about'>>> = {
  salesforce_quota: {
    what: 'Salesforce refuses further API calls today.',
    next: 'Nothing is lost: Cartbridge goes on by itself. See which integration uses the calls.',
  },
  salesforce_auth: {
    what: 'Salesforce does not let the worker sign in.',
    next: 'Connect the worker again in the Setup Assistant.',
  },
  salesforce_setup: {
    what: 'The worker lacks rights or a part of the package in Salesforce.',
    next: 'Assign the permission set Cartbridge Worker to its user, then run the checks.',
  },
};

/** What is wrong now, the worst first; empty when all is well. */
export function findProblems(situation: Situation): Problem[] {
  return [
    ...pause(situation),
    ...situation.shops.flatMap((shop) => shopProblems(shop, situation.now)),
    ...delay(situation),
    ...allotment(situation),
    ...parked(situation),
    ...reviews(situation),
    ...mapping(situation),
  ];
}

function pause({ paused, now }: Situation): Problem[] {
  if (!paused || paused.until <= now) return [];
  const words = PAUSES[paused.reason ?? 'salesforce_auth'] ?? {
    what: 'Everything waits because Salesforce refused it.',
    next: 'Nothing to do: Cartbridge tries again by itself.',
  };
  return [{ code: paused.reason ?? 'paused', about: '', ...words }];
}

function shopProblems(shop: ShopHealth, now: Date): Problem[] {
  const problems: Problem[] = [];
  if (shop.hooks && shop.hooks.alive < shop.hooks.wanted) {
    problems.push({
      code: 'hooks_missing',
      about: shop.name,
      what: `${shop.hooks.wanted - shop.hooks.alive} of ${shop.hooks.wanted} webhooks are off.`,
      next: 'Repair the webhooks.',
    });
  }
  if (shop.unreachable) {
    problems.push({
      code: 'shop_unreachable',
      about: shop.name,
      what: shop.unreachable,
      next: 'Check the access token of the shop; then connect the shop again.',
    });
  }
  if (shop.lastSuccessAt && now.getTime() - shop.lastSuccessAt.getTime() > QUIET_SHOP_MS) {
    problems.push({
      code: 'shop_quiet',
      about: shop.name,
      what: 'Nothing has come from this shop for a week.',
      next: 'If the shop sells, send a sample event and look at its webhooks.',
    });
  }
  return problems;
}

function delay({ counts, now }: Situation): Problem[] {
  const since = counts.oldestWaitingAt;
  if (!since || now.getTime() - since.getTime() < WAITING_LONG_MS) return [];
  const minutes = Math.floor((now.getTime() - since.getTime()) / 60_000);
  return [
    {
      code: 'waiting_long',
      about: '',
      what: `The oldest event has been waiting for ${minutes} minutes.`,
      next: 'See whether the shop and Salesforce answer; Cartbridge tries again by itself.',
    },
  ];
}

function allotment({ apiCalls: { forecast, max } }: Situation): Problem[] {
  if (forecast === null || max === null || forecast < max * API_SHARE_TO_WARN) return [];
  return [
    {
      code: 'api_allotment',
      about: '',
      what: `${Math.round((forecast / max) * 100)} % of the API calls of 24 hours will be used.`,
      next: 'See in Setup, under API Usage, which integrations use them.',
    },
  ];
}

function parked({ counts }: Situation): Problem[] {
  if (counts.parked === 0) return [];
  return [
    {
      code: 'parked',
      about: '',
      what: `${counts.parked} events were put aside.`,
      next: 'Decide about them under Issues.',
    },
  ];
}

function reviews({ counts }: Situation): Problem[] {
  if (counts.reviews === 0) return [];
  return [
    {
      code: 'reviews',
      about: '',
      what: `${counts.reviews} match reviews wait for somebody to say who a shopper is.`,
      next: 'Compare and decide under Match Reviews; what waits for it then goes on by itself.',
    },
  ];
}

const TROUBLES_NAMED = 3;

function mapping({ troubles }: Situation): Problem[] {
  return [...Map.groupBy(troubles, ({ shop }) => shop)].map(([about, found]) => {
    const named = found.slice(0, TROUBLES_NAMED);
    const fields = named.map(({ target, field, times }) => `${field} of ${target} (${times})`);
    const more = found.length - named.length;
    return {
      code: 'mapping_values',
      about,
      what:
        `Since yesterday the mapping could not say some values: ${fields.join(', ')}` +
        `${more > 0 ? ` and ${more} more fields` : ''}.`,
      next: 'Open Mapping and try these fields on all samples; everything else was written.',
    };
  });
}
