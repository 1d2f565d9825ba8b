import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitName } from '#mapping-engine/personNames';
import { runStep } from './run-step.ts';

describe('the step splitName', () => {
  it.each([
    ['John Smith', '', 'John', '', 'Smith'],
    ['  John   Smith ', '', 'John', '', 'Smith'],
    ['Smith, John', '', 'John', '', 'Smith'],
    ['Smith, Mary Ann', '', 'Mary', 'Ann', 'Smith'],
    ['Mary Ann Smith', '', 'Mary', 'Ann', 'Smith'],
    ['Jean-Luc Picard', '', 'Jean-Luc', '', 'Picard'],
    ['Sinéad O’Connor', '', 'Sinéad', '', 'O’Connor'],
    ['Madonna', '', '', '', 'Madonna'],
    ['Dr. Martin Luther King, Jr.', 'Dr.', 'Martin', 'Luther', 'King Jr.'],
    ['Martin Luther King Jr.', '', 'Martin', 'Luther', 'King Jr.'],
    ['Smith, John, III', '', 'John', '', 'Smith III'],
    ['John Smith III', '', 'John', '', 'Smith III'],
    ['John Smith PhD, MBA', '', 'John', '', 'Smith PhD MBA'],
    ['Vincent van Gogh', '', 'Vincent', '', 'van Gogh'],
    ['Ludwig Van Beethoven', '', 'Ludwig', '', 'Van Beethoven'],
    ['Van Morrison', '', 'Van', '', 'Morrison'],
    ['Leonardo da Vinci', '', 'Leonardo', '', 'da Vinci'],
    ['Herr Dr. Hans von der Heide', 'Herr Dr.', 'Hans', '', 'von der Heide'],
    ['Prof. Dr. Anna Müller', 'Prof. Dr.', 'Anna', '', 'Müller'],
    ['Mme Marie Curie', 'Mme', 'Marie', '', 'Curie'],
    ['de la Cruz, Juana Inés', '', 'Juana', 'Inés', 'de la Cruz'],
    ['José Ortega y Gasset', '', 'José', '', 'Ortega y Gasset'],
    ['Abdullah bin Ahmed', '', 'Abdullah', '', 'bin Ahmed'],
    ['Anna E Smith', '', 'Anna', 'E', 'Smith'],
    ['Mr. & Mrs. Smith', 'Mr. & Mrs.', '', '', 'Smith'],
    ['Dr', '', '', '', 'Dr'],
    ['Smith,', '', '', '', 'Smith'],
    [', John', '', '', '', 'John'],
    ['Юрий Алексеевич Гагарин', '', 'Юрий', 'Алексеевич', 'Гагарин'],
    ['王小明', '', '小明', '', '王'],
    ['欧阳娜娜', '', '娜娜', '', '欧阳'],
    ['김철수', '', '철수', '', '김'],
    ['남궁민수', '', '민수', '', '남궁'],
    ['山田太郎', '', '太郎', '', '山田'],
    ['山田 花子', '', '花子', '', '山田'],
    ['山田はなこ', '', 'はなこ', '', '山田'],
    ['タロウ', '', '', '', 'タロウ'],
  ])('takes %s apart', (name, salutation, first, middle, last) => {
    expect(splitName(name, 'US')).toEqual({ salutation, first, middle, last });
  });

  it('divides three characters as in Japan where the shop is there', () => {
    const settings = { country: 'JP' };
    expect(runStep('splitName', '山田仁', { params: { part: 'last' }, settings })).toBe('山田');
  });

  it('gives one part, or nothing where the name has none of it', () => {
    const part = (name: string) =>
      runStep('splitName', 'Mary Ann Smith', { params: { part: name } });
    expect(['first', 'middle', 'last', 'given', 'salutation'].map(part)).toEqual([
      ...['Mary', 'Ann', 'Smith', 'Mary Ann', null],
    ]);
  });

  it('loses no letter of any name and always finds a last name', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('van', 'de', 'y', 'Jr.', 'Dr.', 'Smith,', 'III', '王', ','),
    );
    const letters = (text: string) => Array.from(text.replace(/[\s,]/g, '')).sort().join('');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const name = words.join(' ').normalize('NFC');
        fc.pre(name.trim() !== '' && name.length <= 200);
        const { salutation, first, middle, last } = splitName(name, 'US') ?? fail();
        expect(last).not.toBe('');
        const kept = letters(salutation + first + middle + last);
        expect(kept).toBe(letters(name));
      }),
    );
  });

  it('refuses a text that is too long for a name', () => {
    const params = { part: 'last' };
    expect(() => runStep('splitName', 'a '.repeat(5000), { params })).toThrow(/too long/);
  });
});

describe('the steps joinName and initials', () => {
  it('put a name together from the parts that are there', () => {
    expect(runStep('joinName', ['Mary', null, ' Smith '])).toBe('Mary Smith');
    expect(runStep('joinName', [null, 'Smith'])).toBe('Smith');
    const params = { order: 'lastFirst' };
    expect(runStep('joinName', ['Mary', 'Ann', 'Smith'], { params })).toBe('Smith, Mary Ann');
    expect(runStep('joinName', [null, 'Smith'], { params })).toBe('Smith');
  });

  it.each([
    ['Mary Ann Smith', {}, 'MAS'],
    ['jean-luc picard', {}, 'JLP'],
    [['Mary', 'Smith'], {}, 'MS'],
    ['Mary Ann van Dyke', { most: 2, points: true }, 'M.A.'],
    ['élodie', {}, 'É'],
    ['...', {}, null],
  ])('%s has the initials of its words', (name, params, initials) => {
    expect(runStep('initials', name, { params })).toBe(initials);
  });
});

function fail(): never {
  throw new Error('A name of at most 200 characters was not taken apart.');
}
