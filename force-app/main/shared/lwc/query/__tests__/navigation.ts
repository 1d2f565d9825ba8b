import { jest } from '@jest/globals';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Every page that a component opened: `jest.mock('lightning/navigation', () => ...)` puts this in. */
export const opened = jest.fn();

type Component = new (...given: unknown[]) => object;

function mixin(Base: Component) {
  return class extends Base {
    [Navigate](page: unknown) {
      opened(page);
    }
    [GenerateUrl]() {
      return Promise.resolve('/somewhere');
    }
  };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });
