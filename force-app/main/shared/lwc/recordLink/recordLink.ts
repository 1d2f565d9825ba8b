import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { named } from 'c/names';

/** A link that a browser can open in a new tab, and that otherwise stays in the app. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  /** The name in the source: the org's prefix is put before it here. */
  @api objectApiName = '';
  @api label = '';
  url = '';

  private record = '';
  private isThere = false;

  @api get recordId(): string {
    return this.record;
  }
  set recordId(id: string) {
    this.record = id;
    if (this.isThere) this.locate();
  }

  connectedCallback(): void {
    this.isThere = true;
    this.locate();
  }

  private locate(): void {
    void this[NavigationMixin.GenerateUrl](this.page).then((url) => (this.url = url));
  }

  get page(): { type: string; attributes: Record<string, string> } {
    return {
      type: 'standard__recordPage',
      attributes: {
        recordId: this.recordId,
        objectApiName: named(this.objectApiName),
        actionName: 'view',
      },
    };
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.page);
  }
}
