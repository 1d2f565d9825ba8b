import { api, LightningElement } from 'lwc';
import { loadBundle, type Constructor } from '../../data/bundle.ts';

/** One component of the package, kept apart: when it breaks, the page around it stays. */
export default class Bundle extends LightningElement {
  @api name = '';
  @api properties: Record<string, unknown> = {};
  component: Constructor | undefined;
  error: string | undefined;

  override connectedCallback(): void {
    loadBundle(this.name).then(
      (component) => {
        this.component = component;
      },
      (error: unknown) => this.show(error as Error),
    );
  }

  override errorCallback(error: Error): void {
    this.show(error);
  }

  private show(error: Error): void {
    this.error = error.message;
    console.error(`c-${this.name}`, error);
  }

  get heading(): string {
    return `The component ${this.name} stopped with an error`;
  }
}
