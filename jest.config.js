import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

export default {
  ...jestConfig,
  // The worker has tests of its own, for vitest.
  roots: ['<rootDir>/force-app'],
  // What tests share lies beside them.
  testMatch: ['**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.local'],
};
