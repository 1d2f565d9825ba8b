// The house rules a reader could otherwise only hope for: who may import whom, who reads the
// environment, and how long a file may grow. See docs/decisions/0002-stations.md.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import lwc from '@salesforce/eslint-config-lwc/recommended.js';

const STATIONS = ['accept', 'buffer', 'compose', 'deliver', 'feedback', 'control', 'pages'];

/** The one station each may hand on to. */
const NEXT = {
  accept: 'buffer',
  buffer: 'compose',
  compose: 'deliver',
  deliver: null,
  feedback: null,
};

/** Serves the screens: looks into every station, and none knows of it. */
const OVERSEER = 'control';

/** Where orgs and shops are connected: tries what was typed on both sides, knows nothing between. */
const PAGES_MAY_USE = ['deliver/salesforce', 'compose/shops'];

/** The registry is handed in by web.ts, work.ts and connect.ts: a station never picks a platform. */
const REGISTRY = ['**/platforms/**'];

/** Those that stand above the stations may know what a platform is, and still not which there are. */
const WHAT_A_PLATFORM_IS = ['!**/platforms/platform.ts', '!**/platforms/shop-form.ts'];

function stationRule(station) {
  const forbidden = STATIONS.filter((other) => other !== station && other !== NEXT[station]);
  const opened = station === 'pages' ? PAGES_MAY_USE : [];
  const allowed = [NEXT[station], ...opened].filter(Boolean).join(', ');
  return {
    files: [`worker/src/${station}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...forbidden.flatMap((other) => [`**/${other}/*`, `**/${other}/**`]),
                '**/stand-ins/**',
                ...REGISTRY,
                ...(station === 'pages' ? WHAT_A_PLATFORM_IS : []),
                ...opened.flatMap((folder) => [`!**/${folder}`, `!**/${folder}/**`]),
              ],
              message: `${station}/ may import only ${allowed || 'no other station'} and shared/.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.local/',
      'coverage/',
      '**/*.d.ts',
      'worker/test/stand-ins/lightning/fixtures/',
    ],
  },
  {
    files: ['**/*.js'],
    ignores: ['force-app/**'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly' },
    },
  },
  ...lwc.map((config) => ({ ...config, files: ['force-app/**/lwc/**/*.ts'] })),
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
      'no-void': ['error', { allowAsStatement: true }],
      // The compiler of TypeScript knows which names exist.
      'no-undef': 'off',
      // Functions of one small file may stand in the order in which they are read.
      'no-use-before-define': 'off',
      // Prettier takes away the brackets this one asks for.
      'no-confusing-arrow': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    // A test hands a wire what the platform would.
    files: ['force-app/**/__tests__/**'],
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' },
  },
  {
    files: ['worker/**/*.ts', 'scripts/**/*.ts', 'vitest.config.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message:
            'Only worker/src/shared/settings.ts and scripts/lib/environment.ts read the environment.',
        },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...STATIONS.filter((station) => station !== OVERSEER).map(stationRule),
  {
    files: [`worker/src/${OVERSEER}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/pages/**'], message: 'Only web.ts shows the pages.' },
            {
              group: [...REGISTRY, ...WHAT_A_PLATFORM_IS],
              message: 'The registry is handed in; no station picks a platform.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['worker/src/platforms/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...STATIONS.filter((station) => station !== 'accept').map(
                  (station) => `**/${station}/**`,
                ),
                '**/stand-ins/**',
                '!**/compose/shops',
                '!**/compose/shops/**',
              ],
              message: 'platforms/ may import only accept, compose/shops and shared/.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['worker/src/shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                ...[...STATIONS, 'platforms'].map((name) => `**/${name}/**`),
                '**/stand-ins/**',
              ],
              message: 'shared/ serves the stations and knows none of them.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['worker/stand-ins/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/**'],
              message: 'A stand-in shares no code with what it tests.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['worker/src/shared/settings.ts', 'scripts/lib/environment.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['scripts/**/*.ts', 'worker/stand-ins/**/*.ts'], rules: { 'no-console': 'off' } },
);
