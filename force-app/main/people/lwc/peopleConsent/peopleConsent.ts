import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import type { Consequence, Faults, Policy, Word } from 'c/peoplePolicy';
import { faultAt } from 'c/peoplePolicy';
import { labels } from './labels';

type Mail = 'marketing' | 'cartMail';
interface Changed {
  value?: 'allow' | 'hold';
  checked?: boolean;
}

const MAILS: Mail[] = ['marketing', 'cartMail'];
const WORDS: Word[] = ['given', 'unknown', 'refused'];

/** What follows from a shopper's word on each kind of mail. Says `edit` with the whole part. */
export default class PeopleConsent extends LightningElement {
  @api held: Policy | undefined;
  @api draft: Policy | undefined;
  @api faults: Faults = {};
  @api readOnly = false;

  labels = labels;
  options = [
    { label: labels.allow, value: 'allow' },
    { label: labels.hold, value: 'hold' },
  ];

  get tables() {
    return MAILS.map((mail) => ({
      mail,
      caption: labels[mail],
      rows: WORDS.map((word) => this.rowOf(mail, word)),
    }));
  }

  get fault(): string {
    return faultAt(this.faults, 'consent');
  }

  choose({ detail, currentTarget }: CustomEvent<Changed>): void {
    const { mail, word } = (currentTarget as HTMLElement).dataset as { mail: Mail; word: Word };
    const change: Partial<Consequence> =
      detail.checked === undefined ? { cart: detail.value } : { optOut: detail.checked };
    const { consent } = this.draft ?? {};
    const words = { ...consent?.[mail], [word]: { ...consent?.[mail][word], ...change } };
    const value = { ...consent, [mail]: words };
    this.dispatchEvent(new CustomEvent('edit', { detail: { part: 'consent', value } }));
  }

  private rowOf(mail: Mail, word: Word) {
    const { cart, optOut } = this.draft?.consent[mail][word] ?? { cart: 'allow', optOut: false };
    return {
      ...{ key: `${mail}-${word}`, mail, word, label: labels[word], cart, optOut },
      cartLabel: fill(labels.cartFor, labels[mail], labels[word]),
      optOutLabel: fill(labels.optOutFor, labels[mail], labels[word]),
    };
  }
}
