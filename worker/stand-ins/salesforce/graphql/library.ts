import { createRequire } from 'node:module';

type Library = typeof import('graphql');

let loaded: Library | undefined;

/** The GraphQL library, loaded when somebody first asks: an org starts faster without it. */
export function library(): Library {
  loaded ??= createRequire(import.meta.url)('graphql') as Library;
  return loaded;
}
