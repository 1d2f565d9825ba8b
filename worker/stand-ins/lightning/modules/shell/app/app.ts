import { LightningElement } from 'lwc';
import type { PageReference } from '../../data/page-reference.ts';
import { recordsChanged } from '../../data/cache.ts';
import { REFRESH_EVENT, refreshView } from '../../data/refresh-view.ts';
import { followPage } from '../../data/router.ts';
import { shellState } from '../../data/shell-model.ts';

/** The whole of Lightning Experience: the header, and the page that the address names. */
export default class App extends LightningElement {
  page: PageReference | undefined;
  problems = shellState().problems;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    this.#stop = followPage((page) => {
      this.page = page;
    });
    this.addEventListener(REFRESH_EVENT, () => void this.refresh());
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  focusPage(): void {
    this.template?.querySelector('main')?.focus();
  }

  private async refresh(): Promise<void> {
    const { recordId } = this.page?.attributes ?? {};
    await Promise.all([refreshView(), recordId ? recordsChanged([recordId]) : undefined]);
  }

  /** A list of one: another page is another component, and not the old one with new values. */
  get pages(): { key: string; page: PageReference | undefined }[] {
    const { type, attributes } = this.page ?? {};
    return [{ key: JSON.stringify([type, attributes]), page: this.page }];
  }
}
