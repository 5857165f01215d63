// Three suites: `unit` stands beside the code it tests; `e2e` starts the whole system; `faults` is the long
// matrix of faults (`npm run test:faults`).
const transform = {
  '^.+\\.tsx?$': ['@swc/jest', {
    jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
    module: { type: 'es6' },
  }],
};
const common = {
  transform,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/.kaiting', '<rootDir>/web/dist'],
};
const parts = { globalSetup: '<rootDir>/infra/testing/global-setup.mjs', globalTeardown: '<rootDir>/infra/testing/global-teardown.mjs' };
export default {
  // A bound against hanging, not a measurement: real parts on a busy machine take their time.
  testTimeout: 60_000,
  // The second one asks whether the workflow tests, taken together, took every exit there is.
  reporters: ['default', '<rootDir>/workflows/testing/exits-reporter.mjs'],
  projects: [
    { ...common, ...parts, displayName: 'unit', testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/**/*.test.tsx'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/e2e/'] },
    { ...common, ...parts, displayName: 'e2e', testMatch: ['<rootDir>/e2e/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/e2e/faults/'] },
    { ...common, ...parts, displayName: 'faults', testMatch: ['<rootDir>/e2e/faults/**/*.test.ts'] },
  ],
};
