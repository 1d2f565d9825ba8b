import { api, LightningElement } from 'lwc';

export default class RichText extends LightningElement {
  @api value = '';
}
