// Two suites: `unit` stands beside the code it tests; `e2e` starts the whole system.
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
export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/e2e/'], globalSetup: '<rootDir>/infra/testing/global-setup.mjs', globalTeardown: '<rootDir>/infra/testing/global-teardown.mjs' },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/e2e/**/*.test.ts'], globalSetup: '<rootDir>/infra/testing/global-setup.mjs', globalTeardown: '<rootDir>/infra/testing/global-teardown.mjs' },
  ],
};
