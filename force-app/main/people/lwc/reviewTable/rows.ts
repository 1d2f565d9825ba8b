import { dateTime, date, fill } from 'c/format';
import type { Candidate, Evidence, Facts } from 'c/reviewData';
import { labels } from 'c/reviewLabels';
import { compare, comparePhones, MARKS, type Mark, type Verdict } from './compare';

export interface Cell {
  key: string;
  /** Whose it is, told in each cell where the columns stand below each other. */
  who: string;
  text: string;
  mark: Mark | undefined;
}

export interface FactRow {
  key: string;
  label: string;
  shopper: string;
  cells: Cell[];
}

export interface Column {
  id: string;
  object: string;
  name: string;
  /** `Contact 2 of 3`. */
  who: string;
  /** What its button is called, where several stand beside each other. */
  chooseName: string;
  isHere: boolean;
}

const OBJECTS = { Contact: labels.contact, Lead: labels.lead, Account: labels.account };

const WAYS: Record<string, string> = {
  link: labels.byLink,
  externalId: labels.byKey,
  email: labels.byEmail,
  phone: labels.byPhone,
  customerNumber: labels.byNumber,
  duplicateRule: labels.byRule,
  sameShopper: labels.bySame,
};

export function columnsOf({ candidates }: Evidence, here: ReadonlySet<string>): Column[] {
  return candidates.map(({ id, object, name: known }, at) => {
    const name = known || id;
    const who = fill(labels.candidateOf, OBJECTS[object], at + 1, candidates.length);
    const chooseName = `${labels.choose}: ${name}, ${who}`;
    return { id, object, name, who, chooseName, isHere: here.has(id) };
  });
}

type Compared = [keyof Facts, string, (one: string, other: string) => Verdict];

const COMPARED: Compared[] = [
  ['name', labels.name, compare],
  ['email', labels.email, compare],
  ['phone', labels.phone, comparePhones],
  ['company', labels.company, compare],
  ['customerKey', labels.key, compare],
];

/** What only records in Salesforce have. */
const OWN: [string, string, (candidate: Candidate) => string][] = [
  ['owner', labels.owner, ({ owner }) => owner],
  ['created', labels.created, ({ createdAt }) => createdAt && dateTime(createdAt)],
  ['activity', labels.activity, ({ lastActivity }) => lastActivity && day(lastActivity)],
  ['matched', labels.matched, ({ matchedBy }) => matchedBy.map((by) => WAYS[by] ?? by).join(', ')],
];

/** A fact that is known of nobody makes no row. */
export function rowsOf(evidence: Evidence, columns: Column[]): FactRow[] {
  const { shopper, candidates } = evidence;
  const cell = (at: number, text: string, verdict: Verdict): Cell => ({
    ...{ key: `${at}`, who: columns[at]?.who ?? '', text: text || '–' },
    mark: verdict ? MARKS[verdict] : undefined,
  });
  const compared = COMPARED.map(([fact, label, verdictOf]) => ({
    ...{ key: fact, label, known: shopper[fact] },
    cells: candidates.map((one, at) => cell(at, one[fact], verdictOf(shopper[fact], one[fact]))),
  }));
  const own = OWN.map(([key, label, textOf]) => ({
    ...{ key, label, known: '' },
    cells: candidates.map((one, at) => cell(at, textOf(one), '')),
  }));
  return [...compared, ...own]
    .filter(({ known, cells }) => known !== '' || cells.some(({ text }) => text !== '–'))
    .map(({ known, ...row }) => ({ ...row, shopper: known || '–' }));
}

/** A day without a time has no time zone: noon keeps it the same day everywhere people live. */
const day = (value: string): string => date(value.length === 10 ? `${value}T12:00:00Z` : value);
