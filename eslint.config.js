// The house rules a reader could otherwise only hope for: who may import whom, who reads the
// environment, and how long a file may grow. See docs/decisions/0002-stations.md.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import lwc from '@salesforce/eslint-config-lwc/recommended.js';

const STATIONS = ['accept', 'buffer', 'compose', 'deliver', 'feedback'];

/** The one station each may hand on to. */
const NEXT = {
  accept: 'buffer',
  buffer: 'compose',
  compose: 'deliver',
  deliver: null,
  feedback: null,
};

function stationRule(station) {
  const forbidden = STATIONS.filter((other) => other !== station && other !== NEXT[station]);
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
              ],
              message: `${station}/ may import only ${NEXT[station] ?? 'no other station'} and shared/.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['node_modules/', '.local/', 'coverage/', '**/*.d.ts'] },
  {
    files: ['**/*.js'],
    ignores: ['force-app/**'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly' },
    },
  },
  ...lwc.map((config) => ({ ...config, files: ['force-app/**/lwc/**/*.js'] })),
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
  ...STATIONS.map(stationRule),
  {
    files: ['worker/src/shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [...STATIONS.map((station) => `**/${station}/**`), '**/stand-ins/**'],
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
