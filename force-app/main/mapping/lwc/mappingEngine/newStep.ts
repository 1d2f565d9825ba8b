import type { ParamDefinition } from './stepDefinition.ts';
import { STEPS, type Step, type StepName } from './steps.ts';

/** Room for most text fields. */
const USUAL_LENGTH = 255;

/**
 * A step as it is added: what must be there is there, so that a draft with it can be kept; what an
 * admin has to fill in is empty. `length` is that of the field, where it is known.
 */
export function newStep(step: StepName, length = USUAL_LENGTH): Step {
  const required = Object.entries(STEPS[step].params).filter(([, param]) => param.required);
  const params = required.map(([name, param]) => [name, startOf(name, param, length)]);
  return { step, ...Object.fromEntries(params) } as Step;
}

function startOf(name: string, param: ParamDefinition, length: number): unknown {
  if (param.default !== undefined) return param.default;
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = param;
  switch (param.type) {
    case 'integer': {
      const start = name === 'length' || name === 'max' ? length : min;
      return Math.min(Math.max(start, min), max);
    }
    case 'boolean':
      return false;
    case 'choice':
      return param.choices?.[0];
    case 'table':
      return {};
    case 'list':
      return [];
    default:
      return '';
  }
}
