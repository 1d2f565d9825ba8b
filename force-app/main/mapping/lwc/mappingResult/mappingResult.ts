import { LightningElement, api } from 'lwc';
import type { EditorFacts } from 'c/mappingRowEditor';
import type { Live, ResultView } from 'c/mappingView';

/** Shows the result of the row that is edited. */
export default class MappingResult extends LightningElement {
  @api live!: Live<EditorFacts>;
  result: ResultView = { kind: 'none', text: '' };
  private stop = (): void => undefined;

  connectedCallback(): void {
    this.stop = this.live.listen(({ result }) => (this.result = result));
  }

  disconnectedCallback(): void {
    this.stop();
  }

  get className(): string {
    return `result ${this.result.kind}`;
  }
}
