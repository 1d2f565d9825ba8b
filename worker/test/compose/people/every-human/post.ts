import type { Random } from './random.ts';
import { TURNS, type Delivery, type Turn } from './script.ts';

type News = Omit<Delivery, 'worker'>;

/** How deliveries travel: most come at once, some late, some twice, some never. */
export interface Post {
  /** @param isSure it comes some day; all else is found by the look at everything at the end */
  send: (turn: number, news: News, isSure?: boolean) => void;
  /** It comes in this very turn. */
  bring: (turn: number, news: News) => void;
  deliver: (turn: number) => Delivery[];
}

export function openPost(random: Random): Post {
  const due = new Map<number, News[]>();
  const isFarApart = random.chance(0.5);
  const bring = (turn: number, news: News): void => {
    due.set(turn, [...(due.get(turn) ?? []), news]);
  };
  const later = (turn: number): number => Math.min(turn + 1 + random.below(2), TURNS - 1);
  return {
    bring,
    send(turn, news, isSure = false) {
      const luck = random.below(100);
      if (luck < 60 || (isSure && luck < 75)) bring(turn, news);
      else if (luck < 85 || isSure) bring(later(turn), news);
      if (random.chance(0.15)) bring(later(turn), news);
    },
    deliver(turn) {
      const common = random.below(2);
      const workers = new Map<string, 0 | 1>();
      return random.shuffle(due.get(turn) ?? []).map((news) => {
        // One record is always with one worker, as the buffer has it.
        const key = `${news.shop}:${news.kind}:${news.id}`;
        const worker = workers.get(key) ?? ((isFarApart ? random.below(2) : common) as 0 | 1);
        workers.set(key, worker);
        return { ...news, worker };
      });
    },
  };
}

/** Turns without anything in them. */
export function blankTurns(): Turn[] {
  return Array.from({ length: TURNS }, () => ({ steps: [], deliveries: [] }));
}
