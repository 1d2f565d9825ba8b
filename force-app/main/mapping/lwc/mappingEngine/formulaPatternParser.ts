import {
  anyCase,
  CLASSES,
  CONTROLS,
  either,
  isLineEnd,
  not,
  PatternError,
  PROPERTIES,
  range,
  single,
  type CharacterTest,
} from './formulaPatternClasses.ts';

export type PatternNode =
  | { kind: 'character'; test: CharacterTest }
  | { kind: 'place'; place: 'start' | 'end' | 'edge' | 'inside' }
  | { kind: 'row'; nodes: PatternNode[] }
  | { kind: 'choice'; nodes: PatternNode[] }
  | { kind: 'repeat'; node: PatternNode; least: number; most: number };

const DEEPEST = 50;
const MOST_REPEATS = 2_000;
const EVERYTHING: CharacterTest = () => true;

/** Reads a regular expression. Throws a PatternError for what is not understood. */
export function parsePattern(source: string): PatternNode {
  const reader = new PatternReader([...source]);
  const node = reader.choice(0);
  reader.expectEnd();
  return node;
}

class PatternReader {
  private readonly signs: string[];
  private at = 0;
  private ignoresCase = false;
  private dotIsAll = false;

  constructor(signs: string[]) {
    this.signs = signs;
  }

  expectEnd(): void {
    if (this.at < this.signs.length) throw new PatternError('has a ) without its (');
  }

  choice(depth: number): PatternNode {
    if (depth > DEEPEST) throw new PatternError(`has more than ${DEEPEST} groups in each other`);
    const flags = [this.ignoresCase, this.dotIsAll] as const;
    const nodes = [this.row(depth)];
    while (this.take('|')) nodes.push(this.row(depth));
    // A flag such as (?i) counts up to the end of the group it stands in.
    [this.ignoresCase, this.dotIsAll] = flags;
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'choice', nodes };
  }

  private row(depth: number): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.at < this.signs.length && !this.sees('|') && !this.sees(')')) {
      nodes.push(this.repeated(this.piece(depth)));
    }
    return { kind: 'row', nodes };
  }

  private repeated(piece: PatternNode): PatternNode {
    let node = piece;
    for (;;) {
      const bounds = this.bounds();
      if (!bounds) return node;
      if (this.take('+')) throw new PatternError('has a possessive repeat such as *+');
      // Whether a repeat is greedy does not change whether the whole text fits.
      this.take('?');
      node = { kind: 'repeat', node, ...bounds };
    }
  }

  private bounds(): { least: number; most: number } | undefined {
    if (this.take('*')) return { least: 0, most: Infinity };
    if (this.take('+')) return { least: 1, most: Infinity };
    if (this.take('?')) return { least: 0, most: 1 };
    if (!this.take('{')) return undefined;
    const least = this.count();
    const comma = this.take(',');
    const most = comma ? (this.sees('}') ? Infinity : this.count()) : least;
    if (!this.take('}') || most < least) throw new PatternError('has a wrong repeat; write {2,5}');
    return { least, most };
  }

  private count(): number {
    let digits = '';
    while (/^\d$/.test(this.next())) digits += this.signs[this.at++] ?? '';
    const count = digits === '' ? NaN : Number(digits);
    if (count <= MOST_REPEATS) return count;
    throw new PatternError(`has a wrong repeat; write {2,5}, at most ${MOST_REPEATS}`);
  }

  private piece(depth: number): PatternNode {
    const sign = this.signs[this.at++] ?? '';
    if (sign === '(') return this.group(depth);
    if (sign === '[') return this.character(this.set());
    if (sign === '.')
      return { kind: 'character', test: this.dotIsAll ? EVERYTHING : not(isLineEnd) };
    if (sign === '^') return { kind: 'place', place: 'start' };
    if (sign === '$') return { kind: 'place', place: 'end' };
    if (sign === '\\') return this.escaped();
    if (/^[*+?{]$/.test(sign)) throw new PatternError(`has a ${sign} with nothing before it`);
    return this.character(single(sign.codePointAt(0) ?? 0));
  }

  private character(test: CharacterTest): PatternNode {
    return { kind: 'character', test: this.ignoresCase ? anyCase(test) : test };
  }

  private group(depth: number): PatternNode {
    if (this.take('?')) {
      const flags = this.flags();
      if (flags) return flags;
    }
    const inside = this.choice(depth + 1);
    if (!this.take(')')) throw new PatternError('has a ( without its )');
    return inside;
  }

  /** Undefined once a group without flags has begun. */
  private flags(): PatternNode | undefined {
    if (this.take(':')) return undefined;
    const rest = this.signs.slice(this.at, this.at + 40).join('');
    const name = /^<[a-zA-Z][a-zA-Z0-9]*>/.exec(rest)?.[0];
    if (name) {
      this.at += name.length;
      return undefined;
    }
    const flags = /^([is]+)\)/.exec(rest)?.[1];
    if (!flags)
      throw new PatternError('looks ahead or back, or has flags other than (?i) and (?s)');
    this.ignoresCase ||= flags.includes('i');
    this.dotIsAll ||= flags.includes('s');
    this.at += flags.length + 1;
    return { kind: 'row', nodes: [] };
  }

  private escaped(): PatternNode {
    if (this.take('b')) return { kind: 'place', place: 'edge' };
    if (this.take('B')) return { kind: 'place', place: 'inside' };
    if (this.take('A')) return { kind: 'place', place: 'start' };
    if (this.take('z') || this.take('Z')) return { kind: 'place', place: 'end' };
    return this.character(this.escapedTest());
  }

  private escapedTest(): CharacterTest {
    const sign = this.signs[this.at++];
    if (sign === undefined) throw new PatternError('ends with a backslash');
    if (Object.hasOwn(CLASSES, sign)) return CLASSES[sign] ?? EVERYTHING;
    if (sign === 'p' || sign === 'P') return this.property(sign === 'P');
    return single(this.escapedCode(sign));
  }

  private property(negated: boolean): CharacterTest {
    const rest = this.signs.slice(this.at, this.at + 24).join('');
    const [all = '', long, short] = /^(?:\{(\w+)\}|(\w))/.exec(rest) ?? [];
    const name = long ?? short ?? '';
    const test = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (!test) throw new PatternError(`has a \\p${all} that is not known`);
    this.at += all.length;
    return negated ? not(test) : test;
  }

  private escapedCode(sign: string): number {
    if (Object.hasOwn(CONTROLS, sign)) return CONTROLS[sign] ?? 0;
    if (sign === 'x' || sign === 'u') {
      const length = sign === 'x' ? 2 : 4;
      const digits = this.signs.slice(this.at, this.at + length).join('');
      if (digits.length !== length || !/^[0-9a-fA-F]+$/.test(digits)) {
        throw new PatternError(`has a \\${sign} without its ${length} hexadecimal digits`);
      }
      this.at += length;
      return parseInt(digits, 16);
    }
    if (/^[1-9k]$/.test(sign)) throw new PatternError('refers back to a group');
    if (/^[a-zA-Z0-9]$/.test(sign)) throw new PatternError(`has a \\${sign} that is not known`);
    return sign.codePointAt(0) ?? 0;
  }

  /** What stands in brackets. */
  private set(): CharacterTest {
    const negated = this.take('^');
    const tests: CharacterTest[] = [];
    for (let first = true; first || !this.sees(']'); first = false) {
      const from = this.setPiece();
      const isRange = this.sees('-') && this.signs[this.at + 1] !== ']';
      if (typeof from !== 'number' || !isRange) {
        tests.push(typeof from === 'number' ? single(from) : from);
        continue;
      }
      this.at += 1;
      const to = this.setPiece();
      if (typeof to !== 'number' || to < from) throw new PatternError('has a wrong range in [ ]');
      tests.push(range(from, to));
    }
    this.at += 1;
    // Both cases are looked at before the negation, so that [^a] leaves out A too.
    const test = this.ignoresCase ? anyCase(either(tests)) : either(tests);
    return negated ? not(test) : test;
  }

  private setPiece(): number | CharacterTest {
    const sign = this.signs[this.at++];
    if (sign === undefined) throw new PatternError('has a [ without its ]');
    if (sign === '[') throw new PatternError('has a [ inside of [ ]; write \\[');
    if (sign === '&' && this.sees('&')) throw new PatternError('has && inside of [ ]');
    if (sign !== '\\') return sign.codePointAt(0) ?? 0;
    const escaped = this.next();
    if (Object.hasOwn(CLASSES, escaped) || /^[pP]$/.test(escaped)) return this.escapedTest();
    this.at += 1;
    if (escaped === '') throw new PatternError('ends with a backslash');
    return this.escapedCode(escaped);
  }

  private next(): string {
    return this.signs[this.at] ?? '';
  }

  private sees(sign: string): boolean {
    return this.signs[this.at] === sign;
  }

  private take(sign: string): boolean {
    if (!this.sees(sign)) return false;
    this.at += 1;
    return true;
  }
}
