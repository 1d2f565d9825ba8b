import { api } from 'lwc';
import type { Condition } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import type { Choice } from 'c/mappingView';
import LightningModal from 'lightning/modal';

/** Closes with `{ condition }`, undefined for none; with nothing when it was canceled. */
export default class MappingTargetCondition extends LightningModal {
  @api condition?: Condition;
  @api choices: Choice[] = [];
  labels = labels;
  private changed: { condition?: Condition } | undefined;

  get shown(): Condition | undefined {
    return this.changed ? this.changed.condition : this.condition;
  }

  handleCondition({ detail }: CustomEvent<{ condition?: Condition }>): void {
    this.changed = { condition: detail.condition };
  }

  handleCancel(): void {
    this.close();
  }

  handleApply(): void {
    this.close({ condition: this.shown });
  }
}
