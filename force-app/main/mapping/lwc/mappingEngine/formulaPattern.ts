import { isWord, PatternError, type CharacterTest } from './formulaPatternClasses.ts';
import { parsePattern, type PatternNode } from './formulaPatternParser.ts';

/**
 * Regular expressions whose time grows with the length of the text, whatever the pattern: all the
 * states the pattern can be in are followed at once, so nothing is ever tried twice (K. Thompson,
 * 1968). That rules out looking ahead or back and references to groups, which are refused.
 */
export interface Pattern {
  /** Whether the whole text fits. Takes the steps from `effort.left`; throws when none is left. */
  fits(text: string, effort: { left: number }): boolean;
}

type Place = Extract<PatternNode, { kind: 'place' }>['place'];

interface State {
  test?: CharacterTest;
  place?: Place;
  /** Where it goes on: without a test at once, with one behind the character. */
  next: number[];
}

const MOST_STATES = 2_000;
const MOST_EMITTED = 20_000;

export class EffortError extends Error {}

/** Throws a PatternError for what is no pattern, or one of more than 2,000 states. */
export function compilePattern(source: string): Pattern {
  const builder = new Builder();
  const start = builder.emit(parsePattern(source), builder.end);
  const { states, end } = builder;
  return { fits: (text, effort) => run(states, start, end, text, effort) };
}

/** Builds the states from the end to the start, so that each knows what follows. */
class Builder {
  readonly states: State[] = [{ next: [] }];
  readonly end = 0;
  private emitted = 0;

  emit(node: PatternNode, next: number): number {
    // Groups with nothing in them make no states, but can be repeated all the same.
    this.emitted += 1;
    if (this.emitted > MOST_EMITTED) throw tooLong();
    switch (node.kind) {
      case 'character':
        return this.add({ test: node.test, next: [next] });
      case 'place':
        return this.add({ place: node.place, next: [next] });
      case 'row':
        return node.nodes.reduceRight((after, one) => this.emit(one, after), next);
      case 'choice':
        return this.add({ next: node.nodes.map((one) => this.emit(one, next)) });
      default:
        return this.repeat(node.node, node.least, node.most, next);
    }
  }

  private repeat(node: PatternNode, least: number, most: number, next: number): number {
    let start = next;
    if (most === Infinity) {
      const again: State = { next: [next] };
      start = this.add(again);
      again.next.push(this.emit(node, start));
    } else {
      for (let count = least; count < most; count++) {
        start = this.add({ next: [next, this.emit(node, start)] });
      }
    }
    for (let count = 0; count < least; count++) start = this.emit(node, start);
    return start;
  }

  private add(state: State): number {
    if (this.states.length >= MOST_STATES) throw tooLong();
    return this.states.push(state) - 1;
  }
}

const tooLong = (): PatternError =>
  new PatternError(`repeats too much: it has more than ${MOST_STATES} states`);

function run(
  states: readonly State[],
  start: number,
  end: number,
  text: string,
  effort: { left: number },
): boolean {
  const waiting: number[] = [];
  const seen = new Int32Array(states.length).fill(-1);
  let current: number[] = [];
  enter(start, 0, current);
  for (let at = 0; at < text.length;) {
    if (current.length === 0) return false;
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    const following: number[] = [];
    for (const index of current) {
      const state = states[index];
      if (state?.test?.(code)) enter(state.next[0] ?? end, at, following);
    }
    current = following;
  }
  return current.includes(end);

  function enter(first: number, at: number, into: number[]): void {
    waiting.push(first);
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const state = states[index];
      effort.left -= 1;
      if (effort.left < 0) throw new EffortError('The text and the pattern are too long.');
      if (!state || seen[index] === at) continue;
      seen[index] = at;
      if (state.test || index === end) into.push(index);
      else if (!state.place || holds(state.place, text, at)) {
        for (const next of state.next) if (seen[next] !== at) waiting.push(next);
      }
    }
  }
}

function holds(place: Place, text: string, at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length || (at === text.length - 1 && text[at] === '\n');
  const isEdge = isWordAt(text, at - 1) !== isWordAt(text, at);
  return place === 'edge' ? isEdge : !isEdge;
}

const isWordAt = (text: string, at: number): boolean => isWord(text.charCodeAt(at));
