import { compilePattern, EffortError, type Pattern } from './formulaPattern.ts';
import { PatternError } from './formulaPatternClasses.ts';
import { checkCount, checked, type FunctionDefinition } from './formulaSignature.ts';
import { FormulaError, type Frame, type Part } from './formulaTypes.ts';
import { StepError } from './values.ts';

/** A pattern that is worked out when the formula runs is no longer than a formula. */
const LONGEST_PATTERN = 3_900;

/** REGEX(text, pattern): whether the whole text fits. */
export const REGEX: FunctionDefinition = (parts, name, at) => {
  checkCount(parts, name, at, 2, 2);
  const [subject, source] = parts as [Part, Part];
  const [read, readSource] = [checked(subject, 'text', name), checked(source, 'text', name)];
  const known =
    typeof source.literal === 'string' ? ofLiteral(source.literal, source.at) : undefined;
  return {
    type: 'boolean',
    at,
    run: (frame) => {
      const pattern = known ?? ofValue(readSource(frame));
      const text = read(frame);
      return fits(pattern, typeof text === 'string' ? text : '', frame);
    },
  };
};

function ofLiteral(source: string, at: number): Pattern {
  try {
    return compilePattern(source);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new FormulaError(
      `Invalid regular expression: it ${error.message}`,
      at,
      'Write the pattern with classes, groups, | and repeats only.',
    );
  }
}

function ofValue(source: unknown): Pattern {
  const pattern = typeof source === 'string' ? source : '';
  if (pattern.length > LONGEST_PATTERN) {
    throw new StepError(`leads to a pattern of more than ${LONGEST_PATTERN} characters`);
  }
  try {
    return compilePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new StepError(`leads to a pattern that ${error.message}`);
  }
}

function fits(pattern: Pattern, text: string, frame: Frame): boolean {
  try {
    return pattern.fits(text, frame.effort);
  } catch (error) {
    if (!(error instanceof EffortError)) throw error;
    throw new StepError('leads to a text too long for its pattern');
  }
}
