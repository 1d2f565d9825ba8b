import { labels } from 'c/reviewLabels';

/** A fact of both sides is the same or not; of one side alone it says nothing. */
export type Verdict = 'same' | 'differs' | '';

export interface Mark {
  text: string;
  icon: string;
  variant: string;
  className: string;
}

export const MARKS: Record<Exclude<Verdict, ''>, Mark> = {
  same: {
    ...{ text: labels.same, icon: 'utility:success', variant: 'success' },
    className: 'mark same',
  },
  differs: {
    ...{ text: labels.differs, icon: 'utility:warning', variant: 'warning' },
    className: 'mark differs',
  },
};

type Normal = (value: string) => string;

const plainly: Normal = (value) => value.trim().replace(/\s+/g, ' ').toLowerCase();

export function compare(shopper: string, candidate: string): Verdict {
  return verdict(plainly(shopper), plainly(candidate));
}

/** Digits that tell numbers apart everywhere: with fewer, a country's own prefix might be all. */
const TELLING = 7;

/** `+44 20 7946 0991` and `020 7946 0991` are the same number, told with and without the country. */
export function comparePhones(shopper: string, candidate: string): Verdict {
  const [one, other] = [shopper, candidate].map((phone) =>
    phone.replace(/\D/g, '').replace(/^0+/, ''),
  ) as [string, string];
  const shorter = one.length < other.length ? one : other;
  const isPart = shorter.length >= TELLING && one.endsWith(shorter) && other.endsWith(shorter);
  return isPart ? 'same' : verdict(one, other);
}

function verdict(one: string, other: string): Verdict {
  if (!one || !other) return '';
  return one === other ? 'same' : 'differs';
}
