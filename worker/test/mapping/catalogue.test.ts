import { describe, it, expect } from 'vitest';
import { paramProblem, stepDefinition, STEPS, type StepDefinition } from '#mapping-engine';

const ALL = Object.entries<StepDefinition>(STEPS);

describe('the catalogue of steps', () => {
  it.each(ALL)('tells an admin what %s does', (name, { label, help, takes }) => {
    expect(label, `${name} needs a label of a few words`).toMatch(/^[A-Z].{2,40}$/);
    expect(help, `${name} needs a help of a sentence`).toMatch(/^[A-Z0-9].{15,}[.]$/);
    expect(takes.length, `${name} takes nothing`).toBeGreaterThan(0);
  });

  it.each(ALL)('bounds every parameter of %s', (name, { params }) => {
    for (const [key, param] of Object.entries(params)) {
      const which = `${name}.${key}`;
      expect(key, `${which} would hide the name of the step`).not.toBe('step');
      if (['text', 'integer', 'table', 'list'].includes(param.type))
        expect(param.max, `${which} has no upper bound`).toBeGreaterThan(0);
      if (param.type === 'choice') expect(param.choices, which).not.toHaveLength(0);
      if (param.default !== undefined)
        expect(paramProblem(param, param.default), `the default of ${which}`).toBeUndefined();
    }
  });

  it('gives no two steps the same label', () => {
    const labels = ALL.map(([, { label }]) => label.toLowerCase());
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'nope', null, 5, {}])(
    'knows no step %j',
    (name) => {
      expect(stepDefinition(name)).toBeUndefined();
    },
  );
});
