import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Suites become CommonJS: Jest's own ESM support breaks on packages that mix both (docs/adr/0001). */
const transform = (jsx = false) => ({
  '^.+\\.(ts|tsx|js|mjs|jsx)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: jsx, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        target: 'es2023',
        keepClassNames: true,
      },
      module: { type: 'commonjs', ignoreDynamic: false },
      sourceMaps: 'inline',
      swcrc: false,
    },
  ],
});

const shared = {
  rootDir: root,
  // The application and its libraries are Node's to load, once for a process of tests.
  transform: { '/node_modules/.+\\.[cm]?js$|/api/src/.+(?<!\\.spec)\\.ts$': '<rootDir>/tests/support/native.cjs', ...transform() },
  transformIgnorePatterns: ['/node_modules/(@jest/|jest-)'],
  extensionsToTreatAsEsm: [],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts', '$1.tsx'] },
  resolver: '<rootDir>/tests/support/resolver.cjs',
  testEnvironment: '<rootDir>/tests/support/main-context.cjs',
  setupFiles: ['<rootDir>/tests/support/setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/time-limit.ts'],
};

/** @type {import('jest').Config} */
export default {
  rootDir: root,
  // One more than the cores we count on: browsers, mail and databases keep a suite waiting a quarter of its time.
  maxWorkers: 3,
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  projects: [
    { ...shared, displayName: 'rules', roots: ['<rootDir>/api/src'], testMatch: ['<rootDir>/api/src/**/*.spec.ts'] },
    { ...shared, displayName: 'api', roots: ['<rootDir>/tests/api'], testMatch: ['<rootDir>/tests/api/**/*.test.ts'] },
    { ...shared, displayName: 'contract', roots: ['<rootDir>/tests/contract'], testMatch: ['<rootDir>/tests/contract/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'web',
      roots: ['<rootDir>/tests/web'],
      testMatch: ['<rootDir>/tests/web/**/*.test.{ts,tsx}'],
      testEnvironment: 'jsdom',
      transform: transform(true),
      moduleNameMapper: { '\\.css$': '<rootDir>/tests/support/no-style.cjs', ...shared.moduleNameMapper },
      setupFiles: [],
    },
    {
      ...shared,
      displayName: 'launcher',
      roots: ['<rootDir>/tests/launcher'],
      testMatch: ['<rootDir>/tests/launcher/**/*.test.{ts,mjs}'],
      setupFiles: [],
    },
    { ...shared, displayName: 'e2e', roots: ['<rootDir>/tests/e2e'], testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'], setupFiles: [] },
  ],
};
