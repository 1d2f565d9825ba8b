import type { NextFunction, Request, Response } from 'express';
import type { Clock } from '../../kit/clock.ts';
import { Refusal } from './refusal.ts';

export interface EntranceOptions {
  clock: Clock;
  businessUnitId: string;
  /** Where the tokens come from. */
  instanceUrl: string;
  /** Users of this business unit; every user of the org when absent. */
  usernames?: string[];
}

/** Who may come in, and how often. */
export interface Entrance {
  check(request: Request, response: Response, next: NextFunction): void;
  usage(): { used: number; limit: number };
  setDailyLimit: (limit: number) => void;
  reset(): void;
}

const CONCURRENT = 5;
/** Of the smallest edition, Growth. */
const DAILY = 25_000;

export function createEntrance(options: EntranceOptions): Entrance {
  let limit = DAILY;
  let day = '';
  let used = 0;
  let underWay = 0;

  function count(): void {
    const today = options.clock.now().toISOString().slice(0, 10);
    if (today !== day) used = 0;
    day = today;
    if (used >= limit) throw new Refusal(429, 122, 'Daily API rate limit met');
    used += 1;
  }

  async function admit(request: Request, response: Response): Promise<void> {
    const token = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (token === undefined) throw new Refusal(401, 184, 'Invalid access token');
    checkBusinessUnit(request.get('pardot-business-unit-id'), options.businessUnitId);
    if (underWay >= CONCURRENT) {
      throw new Refusal(429, 66, `You have exceeded your concurrent request limit (${CONCURRENT})`);
    }
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    await checkUser(token, options);
    count();
  }

  return {
    check(request, response, next) {
      admit(request, response).then(() => next(), next);
    },
    usage: () => ({ used, limit }),
    setDailyLimit: (max) => {
      limit = max;
    },
    reset() {
      limit = DAILY;
      used = 0;
    },
  };
}

function checkBusinessUnit(given: string | undefined, own: string): void {
  if (!given) throw new Refusal(401, 181, 'Missing header: Pardot-Business-Unit-Id');
  if (!/^0Uv[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(given)) {
    throw new Refusal(401, 182, 'Invalid header: Pardot-Business-Unit-Id');
  }
  // The last three of eighteen characters only repeat which of the others are capitals.
  if (given.slice(0, 15) !== own.slice(0, 15)) throw accessDenied(given);
}

function accessDenied(businessUnitId: string): Refusal {
  return new Refusal(
    403,
    49,
    'Access denied. User associated with access token is not valid for the Pardot Business Unit ID ' +
      businessUnitId,
  );
}

/** The org itself says whether its token is good, and whose it is. */
async function checkUser(token: string, options: EntranceOptions): Promise<void> {
  const response = await fetch(`${options.instanceUrl}/services/oauth2/userinfo`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Refusal(401, 184, 'Invalid access token');
  const user = (await response.json()) as { preferred_username?: string };
  const { usernames, businessUnitId } = options;
  if (usernames && !usernames.includes(user.preferred_username ?? '')) {
    throw accessDenied(businessUnitId);
  }
}
