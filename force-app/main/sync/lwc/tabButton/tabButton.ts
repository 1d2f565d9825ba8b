import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { prefix } from 'c/names';

/** Opens a tab of the package, such as `Issues`, or another address of this org. */
export default class TabButton extends NavigationMixin(LightningElement) {
  @api label = '';
  @api variant: 'base' | 'brand' | 'neutral' = 'neutral';
  /** The tab's name as the source has it. */
  @api tab = '';
  /** Such as `/lightning/setup/CompanyProfileInfo/home`; when there is no tab. */
  @api path = '';

  handleClick(): void {
    this[NavigationMixin.Navigate](
      this.tab
        ? { type: 'standard__navItemPage', attributes: { apiName: `${prefix}${this.tab}` } }
        : { type: 'standard__webPage', attributes: { url: this.path } },
    );
  }
}
