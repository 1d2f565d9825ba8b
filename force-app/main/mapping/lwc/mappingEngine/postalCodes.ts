interface Rule {
  /** What the code is without spaces, points and hyphens; its groups are put together again. */
  shape: RegExp;
  separator: string;
}

const BRITISH: Rule = { shape: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, separator: ' ' };
const THREE_AND_TWO: Rule = { shape: /^(\d{3})(\d{2})$/, separator: ' ' };

/** By ISO 3166-1 alpha-2, as the post of each country writes its codes. */
const RULES: Readonly<Record<string, Rule>> = {
  ...{ GB: BRITISH, GG: BRITISH, JE: BRITISH, IM: BRITISH },
  ...{ SE: THREE_AND_TWO, GR: THREE_AND_TWO, CZ: THREE_AND_TWO, SK: THREE_AND_TWO },
  CA: { shape: /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/, separator: ' ' },
  NL: { shape: /^(\d{4})([A-Z]{2})$/, separator: ' ' },
  IE: { shape: /^([A-Z]\d[\dW])([A-Z\d]{4})$/, separator: ' ' },
  MT: { shape: /^([A-Z]{3})(\d{4})$/, separator: ' ' },
  PL: { shape: /^(\d{2})(\d{3})$/, separator: '-' },
  PT: { shape: /^(\d{4})(\d{3})$/, separator: '-' },
  BR: { shape: /^(\d{5})(\d{3})$/, separator: '-' },
  JP: { shape: /^(\d{3})(\d{4})$/, separator: '-' },
  US: { shape: /^(\d{5})(\d{4})?$/, separator: '-' },
  LV: { shape: /^(LV)(\d{4})$/, separator: '-' },
  LT: { shape: /^(LT)(\d{5})$/, separator: '-' },
  ...plain({ DE: 5, FR: 5, IT: 5, ES: 5, FI: 5, KR: 5, MX: 5, TR: 5, EE: 5, HR: 5, MY: 5, TH: 5 }),
  ...plain({ AT: 4, CH: 4, BE: 4, DK: 4, NO: 4, HU: 4, LU: 4, AU: 4, NZ: 4, ZA: 4, SI: 4, LI: 4 }),
  ...plain({ IN: 6, CN: 6, SG: 6, RO: 6, RU: 6, VN: 6 }),
};

// Letters of the country before a code of digits, which the post no longer wants.
const COUNTRY_BEFORE = /^(?:[A-Z]{1,2}|FIN)-(?=\d)/;
const LONGEST = 20;

/** Spacing and case as the country has them; a code of another shape is only trimmed. */
export function postalCode(text: string, country: string): string {
  const given = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (given.length > LONGEST) return given;
  const rule = Object.hasOwn(RULES, country) ? RULES[country] : undefined;
  // Codes have no letters but these; others have capitals that are no single letter.
  const capital = given.replace(/[a-z]/g, (letter) => letter.toUpperCase()).normalize('NFKC');
  if (!rule) return capital;
  const bare = capital.replace(/^〒/, '');
  for (const candidate of [bare, bare.replace(COUNTRY_BEFORE, '')]) {
    const match = rule.shape.exec(candidate.replace(/[\s.\-‐-―−ー]/g, ''));
    if (match)
      return match
        .slice(1)
        .filter((part) => (part as string | undefined) !== undefined)
        .join(rule.separator);
  }
  return given;
}

function plain(digits: Readonly<Record<string, number>>): Record<string, Rule> {
  return Object.fromEntries(
    Object.entries(digits).map(([country, count]) => [
      country,
      { shape: new RegExp(`^(\\d{${count}})$`), separator: '' },
    ]),
  );
}
