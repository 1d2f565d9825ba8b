import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { prefix } from 'c/names';

/** Opens a tab of the package, such as `Issues`, the list of an object, or an address of this org. */
export default class TabButton extends NavigationMixin(LightningElement) {
  @api label = '';
  @api variant: 'base' | 'brand' | 'neutral' = 'neutral';
  /** The tab's name as the source has it. */
  @api tab = '';
  /** An object of the package whose records are to be listed, as the source has its name. */
  @api object = '';
  /** Such as `/lightning/setup/CompanyProfileInfo/home`; when there is no tab. */
  @api path = '';

  private get page(): { type: string; attributes: Record<string, string> } {
    if (this.object) {
      const objectApiName = `${prefix}${this.object}`;
      return { type: 'standard__objectPage', attributes: { objectApiName, actionName: 'list' } };
    }
    return this.tab
      ? { type: 'standard__navItemPage', attributes: { apiName: `${prefix}${this.tab}` } }
      : { type: 'standard__webPage', attributes: { url: this.path } };
  }

  handleClick(): void {
    this[NavigationMixin.Navigate](this.page);
  }
}
