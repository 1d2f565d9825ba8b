import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Page_Loading';
import tryAgain from '@salesforce/label/c.Page_Try_Again';

export interface StateWords {
  heading: string;
  text: string;
  icon?: string;
}

export type State = 'loading' | 'hidden' | 'failed' | 'empty';

const ICONS: Record<State, string> = {
  loading: '',
  hidden: 'utility:lock',
  failed: 'utility:error',
  empty: 'utility:info',
};

/** Instead of a screen that has nothing to show. Says `again` when a failed one shall be retried. */
export default class PageState extends LightningElement {
  @api state: State = 'loading';
  @api words: StateWords = { heading: '', text: '' };
  labels = { loading, tryAgain };

  get isLoading(): boolean {
    return this.state === 'loading';
  }

  get hasFailed(): boolean {
    return this.state === 'failed';
  }

  get icon(): string {
    return this.words.icon ?? ICONS[this.state];
  }

  tryAgain(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }
}
