import { api, LightningElement } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import { textOf, type FieldInfo, type FieldValue } from '../../data/object-info.ts';
import { urlOf } from '../../data/page-reference.ts';
import { openUrl } from '../../data/router.ts';

/** One value, shown as its type is shown in an org. */
export default class Field extends LightningElement {
  @api info: FieldInfo | undefined;
  @api field: FieldValue | undefined;
  /** Set where the value leads to its own record, as the name in a list does. */
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  timeZone = timeZone;

  get value(): unknown {
    return this.field?.value ?? undefined;
  }

  get text(): string {
    const { value, displayValue } = this.field ?? {};
    if (typeof displayValue === 'string' && displayValue !== '') return displayValue;
    return textOf(value);
  }

  private is(...types: string[]): boolean {
    return this.value !== undefined && types.includes(this.info?.dataType ?? '');
  }

  get isLink(): boolean {
    return this.text !== '' && (this.recordId !== undefined || this.is('Reference'));
  }

  get url(): string {
    const recordId = this.recordId ?? String(this.value);
    const target = this.info?.referenceToInfos[0]?.apiName;
    const attributes = {
      recordId,
      objectApiName: this.objectApiName ?? target,
      actionName: 'view',
    };
    return urlOf({ type: 'standard__recordPage', attributes, state: {} });
  }

  follow(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openUrl(this.url);
  }

  get isEmail(): boolean {
    return this.is('Email');
  }

  get isPhone(): boolean {
    return this.is('Phone');
  }

  get isUrl(): boolean {
    return this.is('Url');
  }

  get isDateTime(): boolean {
    return this.is('DateTime');
  }

  get isDate(): boolean {
    return this.is('Date');
  }

  get isCheckbox(): boolean {
    return this.is('Boolean');
  }

  get isNumber(): boolean {
    return this.is('Currency', 'Double', 'Int', 'Percent') && !this.field?.displayValue;
  }

  get numberStyle(): string {
    const styles: Record<string, string> = { Currency: 'currency', Percent: 'percent-fixed' };
    return styles[this.info?.dataType ?? ''] ?? 'decimal';
  }

  get digits(): number {
    return this.info?.scale ?? 0;
  }

  get checkIcon(): string {
    return this.value === true ? 'utility:check' : 'utility:steps';
  }

  get checkText(): string {
    return this.value === true ? 'True' : 'False';
  }
}
