import { urlOf, type PageReference } from '../../data/page-reference.ts';
import { followPage, openPage } from '../../data/router.ts';
import type { DataCallback } from '../../data/wire.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// A mixin's base is any class; TypeScript asks for this form.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Component = abstract new (...args: any[]) => object;

const withDefaults = (page: Partial<PageReference>): PageReference => ({
  type: page.type ?? '',
  attributes: page.attributes ?? {},
  state: page.state ?? {},
});

function mixin<T extends Component>(Base: T) {
  abstract class Navigating extends Base {
    [Navigate](page: Partial<PageReference>, replace = false): void {
      openPage(withDefaults(page), replace);
    }

    [GenerateUrl](page: Partial<PageReference>): Promise<string> {
      return new Promise((resolve) => resolve(urlOf(withDefaults(page))));
    }
  }
  return Navigating;
}

interface Keys {
  readonly Navigate: typeof Navigate;
  readonly GenerateUrl: typeof GenerateUrl;
}

const keys: Keys = { Navigate, GenerateUrl };

export const NavigationMixin = Object.assign(mixin, keys);

/** Emits the page reference of the address, again whenever it changes. */
export class CurrentPageReference {
  #callback: DataCallback;
  #stop: (() => void) | undefined;

  constructor(callback: DataCallback) {
    this.#callback = callback;
    callback(undefined);
  }

  connect(): void {
    this.#stop = followPage((page) => this.#callback(page));
  }

  update(): void {
    // The adapter has no parameters.
  }

  disconnect(): void {
    this.#stop?.();
  }
}
