import { api, LightningElement } from 'lwc';

/** Why the page does not show what is on disk. */
export default class Failure extends LightningElement {
  @api problems: { file: string; reason: string }[] = [];

  get lines() {
    return this.problems.map((problem, key) => ({ ...problem, key }));
  }
}
