import { createRequire } from 'node:module';
import type { Node } from './node.ts';

export type InputTypes = Record<string, unknown>;

/** A formula that is ready to be evaluated any number of times. */
export interface Formula {
  returnType: string;
  evaluate(context: Record<string, unknown>): unknown;
}

interface Engine {
  compileSync(
    tree: Node,
    options: { inputTypes: InputTypes; blankAsZero: boolean; returnType?: string; scale?: number },
  ): Formula;
  builtins: Record<string, unknown>;
}

interface Grammar {
  parseFormula(text: string): Node;
}

const load = createRequire(import.meta.url);
let engine: Engine | undefined;
let grammar: Grammar | undefined;

/** The library takes longer to load than the org to start, so an org without formulas does without. */
export function formulaEngine(): Engine {
  return (engine ??= load('sformula') as Engine);
}

export function formulaGrammar(): Grammar {
  return (grammar ??= load('sformula/lib/formula.js') as Grammar);
}
