import { jest } from '@jest/globals';
import { LightningElement, api } from 'lwc';

export const closed = jest.fn();

/** Stands for `lightning/modal`, which the platform's stand-ins for tests lack. */
export default class Modal extends LightningElement {
  static open = jest.fn();
  @api label = 'Ignore Order 1?';

  close(result?: unknown): void {
    closed(...([result] as never[]));
  }
}
